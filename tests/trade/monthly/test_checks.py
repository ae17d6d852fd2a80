from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from monazite.facts import Row
from monazite.trade.monthly.checks import claim_checks, conflicts, sum_checks
from monazite.trade.monthly.series import WORLD, PublishedChange, Series, load, point
from monazite.trade.periods import parse

EARTHS = load("rare-earths")


def row(period: str, quantity: str, confidence: str = "reported") -> Row:
    fields = {"period": period, "quantity": quantity, "unit": "t"}
    return Row(f"x/{period}/{quantity}", "x", fields, "a report", confidence, "")


def series(*rows: Row, change: PublishedChange | None = None) -> Series:
    return Series("x", tuple(point(one) for one in rows), (change,) if change else ())


def test_a_printed_change_of_the_month_and_of_the_year_to_date_are_checked() -> None:
    found = claim_checks(EARTHS, parse("2025-05"), WORLD)
    assert {one.claim.row: one.verdict.state for one in found} == {
        "change/rare-earths/2025-01..05/tonnes-yoy": "consistent",
        "change/rare-earths/2025-05/tonnes-yoy": "consistent",
        "change/rare-earths/2025-05/usd-yoy": "cannot_be_said",
        "change/rare-earths/2025-05/usd-mom": "consistent",
    }


def test_a_year_to_date_is_checked_against_its_months() -> None:
    (found,) = sum_checks(EARTHS, parse("2025-09"), WORLD)
    assert (found.published.value, found.computed.value) == (Decimal("48355.7"), Decimal("48355.3"))
    assert found.state == "consistent"


def test_a_sum_with_derived_parts_proves_nothing_unless_it_is_equal() -> None:
    (found,) = sum_checks(load("magnets"), parse("2025-12"), "US")
    assert (found.published.value, found.computed.value) == (Decimal(5933), Decimal(5940))
    assert found.state == "cannot_be_said"
    (found,) = sum_checks(load("magnets"), parse("2025-12"), WORLD)
    assert found.state == "consistent"


def test_two_prints_of_one_month_are_shown() -> None:
    (found,) = conflicts(EARTHS, parse("2025-10"), WORLD, (), ())
    assert found.kind == "printed_twice"
    assert [one.value for one in found.readings] == [Decimal("4343.5"), Decimal("4345.5")]


def test_two_prints_that_differ_by_rounding_only_are_no_conflict() -> None:
    data = series(row("2025-08", "5791.8"), row("2025-08", "5792"))
    assert conflicts(data, parse("2025-08"), WORLD, (), ()) == ()


def test_a_sum_beyond_rounding_is_a_conflict() -> None:
    data = series(row("2025-01", "10"), row("2025-02", "10"), row("2025-01..02", "25"))
    checks = sum_checks(data, parse("2025-02"), WORLD)
    (found,) = conflicts(data, parse("2025-02"), WORLD, (), checks)
    assert (found.kind, [one.value for one in found.readings]) == (
        "sum",
        [Decimal(25), Decimal(20)],
    )


def test_a_printed_change_beyond_rounding_is_a_conflict() -> None:
    change = replace(EARTHS.changes[0], period=parse("2025-02"), pct=Decimal(50))
    data = series(row("2025-01", "10"), row("2025-02", "30"), change=change)
    claims = claim_checks(data, parse("2025-02"), WORLD)
    (found,) = conflicts(data, parse("2025-02"), WORLD, claims, ())
    assert (found.kind, [one.value for one in found.readings]) == (
        "change",
        [Decimal(200), Decimal(50)],
    )


def test_another_destination_has_its_own_claims() -> None:
    assert claim_checks(load("magnets"), parse("2025-05"), "DE") == ()
