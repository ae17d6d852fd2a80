from __future__ import annotations

from typing import Any

import pytest

from monazite.shock.response.pictures.regretting import regret, weighed
from support.shock_responses import LONG, nothing, response


def squares(lang: str) -> dict[tuple[str, str], dict[str, Any]]:
    (rows,) = regret(response(), lang).chart.to_dict()["datasets"].values()
    return {(row["row"], row["column"]): row for row in rows}


def test_portfolios_are_ranked_by_what_is_to_be_expected() -> None:
    found = weighed(response())
    assert [one.portfolio for one in found][:2] == ["mix", "plants"]
    assert found[0].worst == 0.0
    (stock,) = (one for one in found if one.portfolio == "stockpile")
    assert stock.expected == pytest.approx(0.8 * 54 + 0.2 * 2734)
    assert (stock.worst, stock.future) == (2734.0, LONG)


def test_each_future_has_a_column_with_how_likely_it_is() -> None:
    found = squares("en")
    assert found["Stockpile alone", "Full stop (20%)"]["text"] == "2,734"
    assert found["Stockpile alone", "Expected"]["text"] == "590"
    assert found["Nothing is done", "At worst"]["step"] == "step5"


def test_the_least_of_each_column_is_framed() -> None:
    framed = [place for place, one in squares("en").items() if one["step"] == "least"]
    assert {row for row, _ in framed} == {"The plan"}
    assert len(framed) == 4


def test_the_table_has_what_a_cost_is_made_of() -> None:
    rows = regret(response(), "en").behind.rows
    assert ("Stockpile alone", "Full stop", "300", "5,200", "5,500", "2,734") in rows


def test_it_is_drawn_also_where_nothing_is_compared() -> None:
    assert b"<svg" in regret(response(), "zh").file(".svg", "zh")
    assert b"<svg" in regret(nothing(), "en").file(".svg", "en")
