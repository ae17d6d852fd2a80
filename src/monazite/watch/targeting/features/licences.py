"""Whether the licence that a declaration names covers it: what is left, whose it is, where to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from monazite.watch.targeting.table.cells import numbers, open_days

if TYPE_CHECKING:
    import numpy.typing as npt

    from monazite.watch.targeting.table.schema import Schema
    from monazite.watch.targeting.table.table import Table

    Floats = npt.NDArray[np.float64]

NO_LICENCE, OVERDRAWN, OTHER_HOLDER, OTHER_PLACE, OTHER_GOODS, ENDED = (
    "no_licence", "overdrawn", "other_holder", "other_place", "other_goods", "ended"
)  # fmt: skip
MISMATCHES = (NO_LICENCE, OVERDRAWN, OTHER_HOLDER, OTHER_PLACE, OTHER_GOODS, ENDED)
_SHORT = 6
"""Digits in which the code of a licence and that of a declaration must agree."""


def mismatches(table: Table, schema: Schema, days: npt.NDArray[np.int64]) -> dict[str, Floats]:
    """By what is wrong 1, 0, or NaN where the row does not tell; only what the columns can show.

    `overdrawn` is how much of what is left is drawn: above 1 is too much.
    """
    part = schema.with_role
    found: dict[str, Floats] = {}
    if licence := part("licence"):
        found[NO_LICENCE] = _number(pc.is_null(table.columns[licence]))
    if (mass := part("mass")) and (balance := part("licence_balance")):
        left = numbers(table, balance)
        with np.errstate(divide="ignore", invalid="ignore"):
            found[OVERDRAWN] = np.where(left > 0, numbers(table, mass) / left, np.nan)
    for name, mine, licensed, signs in (
        (OTHER_HOLDER, "exporter", "licence_holder", None),
        (OTHER_PLACE, "destination", "licence_destination", None),
        (OTHER_GOODS, "code", "licence_code", _SHORT),
    ):
        if (own := part(mine)) and (other := part(licensed)):
            found[name] = _differs(table.columns[own], table.columns[other], signs)
    if end := part("licence_end"):
        last = open_days(table, end)
        found[ENDED] = np.where(np.isnan(last), np.nan, (days > last) * 1.0)
    return found


def _differs(own: pa.Array, other: pa.Array, signs: int | None) -> Floats:
    """1 where both are there and differ, letter case apart."""
    left, right = (
        pc.utf8_slice_codeunits(pc.utf8_lower(x), 0, signs) if signs else pc.utf8_lower(x)
        for x in (own, other)
    )
    return _number(pc.not_equal(left, right))


def _number(told: pa.Array) -> Floats:
    found: Floats = pc.cast(pc.cast(told, pa.int8()), pa.float64()).to_numpy(zero_copy_only=False)
    return found.astype(np.float64)
