from __future__ import annotations

from monazite.desk.screening.asked import asked, of_document
from monazite.watch.screening.suppressions.fingerprint import fingerprint

USCC = "91330206MA0FCTN1XF"


def test_both_names_are_one_party_and_a_blank_one_is_none() -> None:
    found = asked(" Hoshizora Motors ", "星空モーター", "jp", None)
    assert found is not None
    assert (found.names, found.countries, found.kind) == (
        ("Hoshizora Motors", "星空モーター"), ("JP",), None,
    )  # fmt: skip
    assert asked(None, "  ", "JP", USCC) is None
    assert asked("A", "A", None, None) == asked("A", None, "", " ")


def test_the_kind_of_a_number_is_told_by_its_own_digits() -> None:
    lei = "5493001KJTIIGC8Y1R12"
    kinds = {
        text: [each.kind for each in found.identifiers]
        for text in (lei, "12-34", "0000-00-000000", "N/A")
        if (found := asked("A", None, None, text)) is not None
    }
    assert kinds == {lei: ["lei"], "12-34": ["other"], "0000-00-000000": [], "N/A": []}


def test_a_document_asks_as_its_fields_do_and_passes_over_what_is_no_text() -> None:
    told = {"name": "A", "name_native": 7, "country": "CN", "identifier": None, "address": "x"}
    one, other = of_document(told), asked("A", None, "CN", None)
    assert one is not None
    assert other is not None
    assert fingerprint(one) == fingerprint(other)
