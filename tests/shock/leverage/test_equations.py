from __future__ import annotations

from dataclasses import fields

from monazite.shock.leverage.equations import equations
from monazite.shock.leverage.results import Clock, Gain, Leverage, Pause, Side
from monazite.shock.leverage.table import UNITS

NAMES = {one.name for one in equations()}
NOT_RECKONED = {
    "lever", "holder", "other", "country", "bites_draws", "halts_draws", "from_day", "days",
    "months", "both", "opposed",
}  # fmt: skip
"""What tells a row, and parts of draws, which the docstrings say."""


def test_every_column_has_its_equation_in_both_languages() -> None:
    columns = {one.name for kind in (Side, Clock, Pause) for one in fields(kind)} - NOT_RECKONED
    assert columns <= NAMES
    assert {one.name for one in fields(Side)} - {"country"} <= NAMES
    for one in equations():
        assert one.formula
        assert set(one.words) == {"en", "zh"}
        assert all(one.words.values())


def test_no_equation_is_of_nothing_and_pauses_and_packages_have_theirs() -> None:
    assert {"pause", "total", "package"} <= NAMES
    kinds = {name.partition("_")[0] for name in UNITS} | {"total"}
    assert kinds >= NAMES
    assert len(NAMES) == len(equations())


def test_a_table_carries_them(table: Leverage) -> None:
    assert table.equations == equations()


def test_gains_turn_the_columns_of_a_side_round() -> None:
    assert [one.name for one in fields(Gain)] == ["country", "output", "tonnes", "price", "revenue"]
