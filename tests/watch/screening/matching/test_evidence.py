from __future__ import annotations

import pytest

from monazite.watch.screening.entity import Entity, Identifier, Name
from monazite.watch.screening.matching import evidence as weights
from monazite.watch.screening.matching.evidence import evidence, of_date
from monazite.watch.screening.party import Asked


def listed(**more: object) -> Entity:
    """An entry that says some things of itself."""
    return Entity("own", "1", "person", (Name("Peter Novak"),), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("left", "right", "value"),
    [
        ("1970-03-02", "1970-03-02", weights.SAME_DAY),
        ("1970-03-02", "1970-03", weights.SAME_MONTH),
        ("1970", "1970-03-02", weights.SAME_YEAR),
        ("1970-03-02", "1970-02-03", weights.TURNED_DAY),
        ("1970-03-02", "1970-11-20", weights.OTHER_DAY),
        ("1970", "1971-01-01", weights.NEXT_YEAR),
        ("1970", "1985", weights.OTHER_YEAR),
    ],
)
def test_days_as_far_as_both_are_known(left: str, right: str, value: float) -> None:
    assert of_date(left, right) == of_date(right, left) == value


def test_who_is_silent_gives_no_evidence() -> None:
    assert evidence(Asked(("Peter Novak",)), listed(countries=("CZ",), dates=("1970",))) == ()
    assert evidence(Asked(("Peter Novak",), countries=("CZ",)), listed()) == ()


def test_one_country_in_common_speaks_for_and_none_against() -> None:
    entry = listed(countries=("CZ", "SK"))
    assert evidence(Asked(("x",), countries=("SK", "AT")), entry) == (("country", 0.5),)
    assert evidence(Asked(("x",), countries=("AT",)), entry) == (("country", -0.5),)


def test_the_same_number_in_another_writing_decides_nearly_alone() -> None:
    entry = listed(identifiers=(Identifier("imo", "IMO 9074729"),))
    asked = Asked(("x",), identifiers=(Identifier("imo", "9074729"),))
    assert evidence(asked, entry) == (("identifier", weights.SAME_NUMBER),)


def test_two_passports_differ_for_one_person_too() -> None:
    entry = listed(identifiers=(Identifier("passport", "A123"),))
    asked = Asked(("x",), identifiers=(Identifier("passport", "B456"),))
    assert evidence(asked, entry) == ()
