from __future__ import annotations

from typing import Any

from monazite.shock.pictures.prices import LINES, compared_prices, highest, moved, prices
from support.shock_outcomes import outcome


def rows(chart: Any) -> list[dict[str, Any]]:
    found = chart.to_dict()["datasets"].values()
    return [row for values in found for row in values if "middle" in row]


def test_quote_and_what_is_paid_are_lines_of_their_own() -> None:
    found = prices(outcome(), "A", "en")
    may = {row["line"]: row["middle"] for row in rows(found.chart) if row["month"] == "2025-05"}
    assert len(may) == len(LINES)
    assert may["Quoted outside"] == 700
    assert may["Outside by volume"] == 250


def test_a_month_without_a_price_breaks_the_lines() -> None:
    july = [row for row in rows(prices(outcome(), "A", "en").chart) if row["month"] == "2025-07"]
    assert {row["middle"] for row in july} == {None}


def test_the_highest_quote_is_said_with_what_buyers_pay() -> None:
    text = prices(outcome(), "A", "en").behind.text[0]
    assert "highest in 2025-05, at 700 (560 to 840) US$ a kg" in text
    assert "250 (200 to 300) US$ a kg" in text
    assert "2% (0% to 4%) of it is bought at the quote" in text


def test_what_is_not_known_does_not_move() -> None:
    july = [one for one in outcome().prices if one.month == "2025-07"]
    assert moved(july) == 0
    assert highest(july) is None


def test_quotes_and_what_is_paid_of_two_runs_stand_in_one_panel() -> None:
    found = compared_prices({"One": outcome(), "Two": outcome(2.0)}, "en")
    may = {row["line"]: row["middle"] for row in rows(found.chart) if row["month"] == "2025-05"}
    assert may["Quoted outside (A)"] == 700
    assert may["Quoted outside (B)"] == 1400
    assert len(may) == 4
