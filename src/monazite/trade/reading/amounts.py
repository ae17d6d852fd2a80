"""Masses and values of a piece: the first known amount of each row, its factor and its words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from monazite.trade.reading.containers.raw import as_text
from monazite.trade.reading.decimals import WIDE, decimals, scaled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    from monazite.trade.reading.blocks import Amount, Unit
    from monazite.trade.reading.containers.raw import Raw

    Mask = npt.NDArray[np.bool_]

_FACTOR = pa.decimal128(36, 18)


@dataclass(frozen=True, slots=True)
class Found:
    """The amounts of rows, `WIDE`, null where missing.

    `bad`: cells that are no number; `chosen`: which of the layout's amounts each row took, -1 for
    none; `unit_unknown`: rows whose unit the layout does not list.
    """

    amount: pa.Array
    bad: Mask
    chosen: npt.NDArray[np.int8]
    unit_unknown: Mask


def first_known(
    raw: Raw,
    listed: Sequence[Amount],
    directions: Mapping[str, int],
    direction: npt.NDArray[np.int32],
) -> Found:
    """For each row the first amount that is known; `direction` holds the rows' numbers of words."""
    count = len(raw)
    found = Found(
        pa.nulls(count, WIDE), np.zeros(count, np.bool_), np.full(count, -1, np.int8),
        np.zeros(count, np.bool_),
    )  # fmt: skip
    for which, spec in enumerate(listed):
        if spec.column not in raw.columns:
            continue
        one = _amount(raw, spec)
        if spec.directions:
            spoken = np.isin(direction, [directions.get(word, -9) for word in spec.directions])
            one = Found(
                pc.if_else(pa.array(spoken), one.amount, None), one.bad & spoken, one.chosen,
                one.unit_unknown & spoken,
            )  # fmt: skip
        found = _joined(found, one, which)
    return found


def _joined(found: Found, one: Found, which: int) -> Found:
    """What is known so far, filled up from another amount."""
    known = np.asarray(pc.is_valid(one.amount))
    takes = known & (found.chosen < 0)
    amount = one.amount if not (found.chosen >= 0).any() else pc.coalesce(found.amount, one.amount)
    chosen = np.where(takes, np.int8(which), found.chosen)
    return Found(amount, found.bad | one.bad, chosen, (found.unit_unknown | one.unit_unknown))


def _amount(raw: Raw, spec: Amount) -> Found:
    """The amounts of one column, before it is asked whether others are known too."""
    text = _cells(as_text(raw.columns[spec.column]), spec)
    bad = np.zeros(len(text), np.bool_)
    if spec.thousands:
        text, bad = _ungrouped(text, spec)
    if spec.decimal == ",":
        points = pc.fill_null(pc.match_substring(text, "."), False)  # noqa: FBT003 - a mask
        bad = bad | np.asarray(points)
        text = pc.replace_substring(pc.if_else(points, None, text), ",", ".")
    amount, wrong = decimals(text, spec.times)
    if spec.zero_is_missing:
        amount = pc.if_else(pc.equal(amount, pa.scalar(Decimal(0), WIDE)), None, amount)
    unknown = np.zeros(len(text), np.bool_)
    if spec.unit:
        amount, unknown = _in_units(raw, amount, spec.unit)
    chosen = np.full(len(text), -1, np.int8)
    return Found(amount, bad | np.asarray(wrong), chosen, unknown)


def _cells(text: pa.Array, spec: Amount) -> pa.Array:
    """Cells without spaces around; missing ones null."""
    trimmed = pc.ascii_trim_whitespace(text)
    gone = pc.is_in(trimmed, value_set=pa.array(["", *spec.missing], pa.string()))
    return pc.if_else(gone, None, trimmed) if pc.any(gone).as_py() else trimmed


def _ungrouped(text: pa.Array, spec: Amount) -> tuple[pa.Array, Mask]:
    """Cells without the signs between thousands; a sign elsewhere makes a cell no number."""
    holds = pc.match_substring(text, spec.thousands)
    form = f"^[+-]?[0-9]{{1,3}}(?:[{spec.thousands}][0-9]{{3}})*(?:[{spec.decimal}][0-9]*)?$"
    grouped = pc.match_substring_regex(text, form)
    bad = pc.fill_null(pc.and_(holds, pc.invert(grouped)), False)  # noqa: FBT003 - a mask
    bare = pc.replace_substring(text, spec.thousands, "")
    return pc.if_else(bad, None, bare), np.asarray(bad)


def _in_units(raw: Raw, amount: pa.Array, unit: Unit) -> tuple[pa.Array, Mask]:
    """Amounts times what one of the unit is; none where the unit is not listed."""
    if unit.column not in raw.columns:
        return pa.nulls(len(amount), WIDE), np.asarray(pc.is_valid(amount))
    words = raw.columns[unit.column]
    words = words if pa.types.is_dictionary(words.type) else words.dictionary_encode()
    known = {word.casefold(): factor for word, factor in unit.values.items()}
    factors = [known.get((word or "").strip().casefold()) for word in words.dictionary.to_pylist()]
    by_row = pa.array(factors, _FACTOR).take(words.indices)
    unknown = pc.and_(pc.is_valid(amount), pc.is_null(by_row))
    return _times(amount, by_row), np.asarray(unknown)


def _times(amount: pa.Array, factors: pa.Array) -> pa.Array:
    ones = pc.all(pc.equal(factors, pa.scalar(Decimal(1), _FACTOR))).as_py()
    if ones and not factors.null_count:
        return amount
    return scaled(amount, factors)
