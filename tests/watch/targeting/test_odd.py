from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from monazite.watch.targeting.odd import EARLY, FADED, NEGATIVE, Odd, odd
from monazite.watch.targeting.table.cells import FIRST
from support.watch_declarations import Columns, after

if TYPE_CHECKING:
    from monazite.watch.targeting.model import Model


def looked(model: Model, columns: Columns) -> tuple[Odd, ...]:
    return odd(model.score(columns), (date(2025, 1, 1) - FIRST).days)


def test_usual_rows_are_not_odd(model: Model, columns: Columns) -> None:
    assert looked(model, after(columns, "2025-10-01")) == ()


def test_odd_rows_are_named_by_what_is_odd(model: Model, columns: Columns) -> None:
    later = after(columns, "2025-10-01")
    later["Net Mass"][4] = -5
    later["Date"][1] = "1066-10-14"
    later["Date"][2] = later["Date"][6] = "2099-01-01"
    assert looked(model, later) == (
        Odd(NEGATIVE, "Net Mass", (5,)), Odd(EARLY, "Date", (2,)), Odd(FADED, "Date", (3, 7)),
    )  # fmt: skip
