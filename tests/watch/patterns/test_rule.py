from __future__ import annotations

from datetime import date

import pytest

from monazite.errors import InputError
from monazite.watch.leads.lead import Reason
from monazite.watch.patterns.rulebook import rules

DAY = date(2026, 6, 30)
C3 = rules()["C3"].on(DAY)


def test_a_parameter_is_that_of_its_day() -> None:
    rule = rules()["C4"]
    assert rule.on(date(2023, 7, 31)).words("families") == frozenset()
    assert rule.on(date(2023, 8, 1)).words("families") == {"Ga", "Ge"}
    now = rule.on(DAY)
    assert now.words("families") > {"Ga", "Ge", "Sb", "Dy"}
    assert now.words("families", date(2024, 9, 14)) == {"Ga", "Ge"}
    assert now.count("window_days") == 90
    assert now.number("quota_kg") == pytest.approx(1)


def test_the_caller_may_say_otherwise() -> None:
    own = rules()["C4"].on(DAY, {"families": "Nd, Pr", "quota_parcels": "9"})
    assert own.words("families") == {"Nd", "Pr"}
    assert own.words("families", date(2020, 1, 1)) == {"Nd", "Pr"}
    assert own.count("quota_parcels") == 9
    with pytest.raises(InputError, match="quota_parcels"):
        rules()["C4"].on(DAY, {"quota_parcels": "few"})
    with pytest.raises(InputError, match="NaN"):
        rules()["C4"].on(DAY, {"quota_parcels": "NaN"})
    with pytest.raises(InputError, match="parcels_quota"):
        rules()["C4"].on(DAY, {"parcels_quota": "3"})


def test_law_that_is_not_in_force_on_the_day_is_left_out() -> None:
    rule = rules()["C3"]
    assert rule.on(date(2020, 11, 30)).law == ()
    assert rule.on(date(2024, 11, 30)).law == ("CN-ECL-2020 art. 34",)
    assert rule.on(DAY).law == ("CN-DECREE-792 art. 39", "CN-ECL-2020 art. 34")


def test_a_lead_carries_what_the_rule_says() -> None:
    lead = C3.lead(("b", "a"), 1.7, [Reason("together")], ("shop",), ["shipment:1", "shipment:1"])
    assert (lead.room, lead.rule, lead.subject, lead.score) == ("patterns", "C3", ("a", "b"), 1.0)
    assert (lead.agency, lead.told, lead.law) == (C3.agency, C3.told, C3.law)
    assert lead.evidence == ("shipment:1",)


@pytest.mark.parametrize(
    ("reasons", "otherwise"),
    [([Reason("colour")], ("shop",)), ([], ("shop",)), ([Reason("together")], ("magic",)),
     ([Reason("together")], ())],
)  # fmt: skip
def test_a_lead_uses_codes_of_its_file_and_says_what_else(
    reasons: list[Reason], otherwise: tuple[str, ...]
) -> None:
    with pytest.raises(ValueError, match="C3"):
        C3.lead(("a",), 0.5, reasons, otherwise, ["shipment:1"])


def test_what_cannot_be_judged_has_a_code_of_its_file() -> None:
    found = C3.cannot("no_size", ("b", "a"), shipments=3)
    assert (found.rule, found.code, found.subject) == ("C3", "no_size", ("a", "b"))
    assert dict(found.figures) == {"shipments": 3}
    with pytest.raises(ValueError, match="colour"):
        C3.cannot("colour")
