from __future__ import annotations

import numpy as np
import pytest

from monazite.watch.targeting.table.outcomes import ANY, outcomes
from monazite.watch.targeting.table.reading import read
from monazite.watch.targeting.table.schema import schema
from monazite.watch.targeting.table.telling import Telling, telling
from support.watch_declarations import declarations

ROWS = 2000


def told(*ignore: str, **more: object) -> dict[str, Telling]:
    columns = declarations(ROWS, 1) | {key: list(value) for key, value in more.items()}  # type: ignore[call-overload]
    table = read(columns)
    found = outcomes(table, "Outcome").found[ANY]
    made = schema(table, "Outcome", "Date", ignore, found=found)
    return {one.column: one for one in telling(table, made, found)}


def note(right: float) -> list[bool]:
    """What was found, told right in this part of the rows."""
    chance = np.random.default_rng(2)
    labels = np.array(declarations(ROWS, 1)["Outcome"], dtype=bool)
    return [bool(one) for one in np.where(chance.random(ROWS) < right, labels, ~labels)]


def test_a_column_that_tells_most_outcomes_is_named_with_its_own_area() -> None:
    found = told(Desk=[10 if one else 20 for one in note(0.95)])
    assert list(found) == ["Desk"]
    area = found["Desk"].area
    assert area.low < area.value < area.high
    assert area.value == pytest.approx(0.95, abs=0.03)
    assert not told("Desk", Desk=[10 if one else 20 for one in note(0.95)])


@pytest.mark.parametrize("sign", [1, -1])
def test_a_measure_tells_either_way_round_and_by_being_empty(sign: int) -> None:
    amounts = np.random.default_rng(3).random(ROWS).round(4)
    wrong = note(0.96)
    moved = [sign * (x + 5 * one) for x, one in zip(amounts, wrong, strict=True)]
    empty = [None if one else x for x, one in zip(amounts, wrong, strict=True)]
    assert list(told(Fine=moved)) == ["Fine"]
    assert list(told(Fine=empty)) == ["Fine"]


def test_what_is_only_risky_and_what_names_rows_is_not_named() -> None:
    # Five hundred values of four rows each: a column that would tell its own rows by heart.
    values = [f"N{n % 500}" for n in range(ROWS)]
    assert not told(Name=values, Weak=[int(one) for one in note(0.8)])
