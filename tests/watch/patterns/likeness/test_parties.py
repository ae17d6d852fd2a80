from __future__ import annotations

import pytest

from monazite.watch.patterns.likeness.parties import Known
from monazite.watch.patterns.records import Party

KNOWN = Known(
    [
        Party("A", "Bright Harbour Coatings Ltd", phone="+65 6111 2222", address="9 Quay Road"),
        Party("B", "Bright Harbor Coating Pte. Ltd.", phone="65-61112222"),
        Party("C", "Thornfield Magnetics GmbH", phone="112", address="-"),
        Party("D", "Ravensworth Alloys Inc", phone="112", address="-"),
        Party("E", "THORNFIELD MAGNETICS  GmbH"),
    ],
    0.85,
)


def codes(one: str, other: str) -> list[str]:
    return [reason.code for reason in KNOWN.ties(one, other)]


@pytest.mark.parametrize(("one", "other"), [("A", "A"), ("C", "E"), ("unknown", "unknown")])
def test_one_party_is_tied_to_itself_by_id_or_by_its_name_as_written(one: str, other: str) -> None:
    assert codes(one, other) == ["same_end_user"]


def test_a_telephone_and_a_name_that_is_alike_tie() -> None:
    assert codes("A", "B") == ["shared_contact", "like_end_user"]


@pytest.mark.parametrize(
    ("one", "other"), [("C", "D"), ("A", "D"), ("A", "unknown"), ("unknown", "other")]
)
def test_short_numbers_and_what_nobody_knows_tie_nobody(one: str, other: str) -> None:
    assert codes(one, other) == []
    assert not KNOWN.same(one, other)
