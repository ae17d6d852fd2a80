from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from monazite.watch.patterns.records import Holding, Party, Records, Shipment
from monazite.watch.patterns.running import run


def records(as_of: date, share: Decimal | None, *, listed: bool = True) -> Records:
    return Records(
        as_of,
        parties=(Party("X", "X", listed=listed), Party("A", "A")),
        shipments=(Shipment("1", as_of, "E", "A", "Sb"),),
        holdings=(Holding("X", "A", share),),
    )


@pytest.mark.parametrize(
    ("on", "code"),
    [(date(2025, 10, 15), "works"), (date(2026, 6, 1), "suspended"), (date(2026, 11, 20), "unsettled")],
)  # fmt: skip
def test_what_a_rule_is_worth_depends_on_its_status_of_the_day(on: date, code: str) -> None:
    settings = {"C7": {"rules": "bis"}}
    (lead,) = run(records(on, Decimal("0.6")), ["C7"], settings=settings).leads
    assert [reason.code for reason in lead.reasons] == ["reached", code]


def test_the_score_falls_from_working_to_unsettled_to_suspended_and_to_possibly() -> None:
    def score(on: date, share: Decimal | None) -> float:
        found = run(records(on, share), ["C7"], settings={"C7": {"rules": "bis"}})
        return found.leads[0].score

    half, days = Decimal("0.5"), (date(2025, 10, 15), date(2026, 11, 20), date(2026, 6, 1))
    scores = [*(score(day, half) for day in days), score(days[2], None)]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 4


def test_who_cannot_be_judged_is_told() -> None:
    found = run(records(date(2026, 6, 1), Decimal("0.6"), listed=False), ["C7"])
    assert [each.code for each in found.not_computed] == ["no_listed"]
    assert not found.leads
    found = run(records(date(2026, 6, 1), None), ["C7"])
    assert [each.code for each in found.not_computed] == ["share_not_stated"]
