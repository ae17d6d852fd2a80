from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from monazite.shock.response.results import Unmet
from monazite.shock.response.table import COLUMNS, UNITS, rows, table
from support.shock_responses import LONG, infeasible, nothing, response

if TYPE_CHECKING:
    from monazite.shock.results.table import Row


def of(quantity: str, **at: object) -> list[Row]:
    return [
        row for row in rows(response())
        if row["quantity"] == quantity and all(row[key] == value for key, value in at.items())
    ]  # fmt: skip


def test_every_row_has_every_column_a_known_unit_and_a_number() -> None:
    for row in rows(response()):
        assert tuple(row) == COLUMNS
        assert row["unit"]
        assert (row["value"] is None) == (row["p50"] is not None)


def test_every_quantity_occurs() -> None:
    found = {row["quantity"] for answer in (response(), infeasible()) for row in rows(answer)}
    assert set(UNITS) - found == {"short_t"}


def test_what_is_short_keeps_whose_it_is_and_out_of_where_apart() -> None:
    short = Unmet("cap", "Dy/refining", None, "CHN", LONG, "2025-08", 4.2, "t")
    found = [
        (row["quantity"], row["unit"], row["country"], row["origin"])
        for row in rows(replace(infeasible(), unmet=(infeasible().unmet[0], short)))
        if str(row["quantity"]).startswith("short")
    ]
    assert found == [("short_part", "1", "JPN", None), ("short_t", "t", None, "CHN")]


def test_a_step_is_told_by_its_year_policy_good_place_and_project() -> None:
    (row,) = of("amount_ta", way="offtake")
    assert (row["good"], row["country"], row["project"]) == (
        "Tb/refining", "MYS", "lynas-kuantan-heavy",
    )  # fmt: skip
    assert row["value"] == 40.0
    (ready,) = of("ready", way="offtake")
    assert ready["value"] == 12
    assert not of("ready", way="stockpile")


def test_losses_regret_licences_and_simulation_keep_their_numbers() -> None:
    (lost,) = of("regret_lost", portfolio="stockpile", future=LONG)
    assert lost["value"] == 5200.0
    (band,) = of("simulated_saved", future=LONG)
    assert (band["p5"], band["p50"], band["p95"]) == (3480.0, 5800.0, 8700.0)
    (seen,) = of("spread_observed", month="2025-05")
    assert (seen["good"], seen["value"]) == ("Dy/refining", 480.0)


def test_no_two_rows_are_of_the_same_thing() -> None:
    keys = [
        tuple(row[name] for name in COLUMNS if name not in {"unit", "value", "p5", "p50", "p95"})
        for row in rows(response())
    ]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("answer", [response(), infeasible(), nothing()])
def test_the_table_says_of_which_answer_it_is(answer: object) -> None:
    found = table(answer)  # type: ignore[arg-type]  # one of the three above
    assert found.column_names == list(COLUMNS)
    assert found.schema.metadata[b"parameters_hash"] == b"ab" * 32
    assert found.schema.metadata[b"feasible"] in {b"yes", b"no"}
