"""Exact numbers from text: six decimals, ROUND_HALF_EVEN, multiplied by an exact factor.

Text goes straight to decimals, never through a float. What is no number, and what no column of the
flow table could hold, is told apart.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from monazite.trade.flows.columns import AMOUNT

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    Mask = npt.NDArray[np.bool_]

WIDE = pa.decimal128(38, 6)
"""The type in which amounts are checked before they become `AMOUNT`."""
LIMIT = Decimal(10) ** 12
"""No amount of the flow table reaches it: 10^9 t, or a million million dollars, in one row."""
_DECIMALS, _READ = 6, 18
_EXACT = Context(prec=120)
_UNIT = Decimal(1).scaleb(-_DECIMALS)
_TOO_LARGE = LIMIT * 10
_SHORT = r"^[+-]?[0-9]{{1,19}}(?:\.[0-9]{{0,{}}})?$"
_PLAIN = r"^[+-]?(?:[0-9]{1,19}\.?[0-9]{0,18}|\.[0-9]{1,18})$"


def decimals(text: pa.Array, times: Decimal = Decimal(1)) -> tuple[pa.Array, pa.Array]:
    """The amounts of some cells, and which of the cells are not a number.

    Args:
        text: trimmed cells with a decimal point; missing ones are null.
        times: the exact factor.

    Returns:
        `WIDE` amounts, null where missing or not a number; and a mask of what is not a number.
    """
    shift = _power_of_ten(times)
    if shift is None:
        return _rounded(text, times)
    places = _DECIMALS + shift
    try:
        exact = pc.cast(text, pa.decimal128(38, places))
    except pa.ArrowInvalid:
        short = pc.match_substring_regex(text, _SHORT.format(places))
        exact = pc.cast(pc.if_else(short, text, None), pa.decimal128(38, places))
        rest, wrong = _rounded(text.filter(pc.invert(short)), times)
        left = pc.invert(short).fill_null(False)  # noqa: FBT003 - a mask
        found = pc.replace_with_mask(retyped(exact, WIDE), left, rest)
        bad = pc.replace_with_mask(pa.repeat(False, len(text)), left, wrong)  # noqa: FBT003
        return found, bad
    return retyped(exact, WIDE), pa.repeat(False, len(text))  # noqa: FBT003 - a mask


def _power_of_ten(times: Decimal) -> int | None:
    """How far a factor moves the point to the right; None where it does more or another way."""
    reduced = times.normalize()
    shift = int(reduced.as_tuple().exponent)
    return shift if reduced.as_tuple().digits == (1,) and -_DECIMALS <= shift <= _READ else None


def retyped(column: pa.Array, kind: pa.DataType) -> pa.Array:
    """The same 16-byte integers read with another precision and scale."""
    return pa.Array.from_buffers(
        kind, len(column), column.buffers(), column.null_count, column.offset
    )


def _rounded(text: pa.Array, times: Decimal) -> tuple[pa.Array, pa.Array]:
    """As `decimals`, where some cell has more decimals than fit or is no number."""
    plain = pc.match_substring_regex(text, _PLAIN)
    odd = pc.and_kleene(pc.is_valid(text), pc.invert(plain)).fill_null(False)  # noqa: FBT003
    read = pc.cast(pc.if_else(plain, text, None), pa.decimal128(38, _READ))
    found = scaled(read, pa.repeat(pa.scalar(times, _factor_type()), len(text)))
    if not pc.any(odd).as_py():
        return found, odd
    one_by_one = _each(text.filter(odd).to_pylist(), times)
    found = pc.replace_with_mask(found, odd, one_by_one)
    return found, pc.and_(odd, pc.is_null(found))


def _factor_type() -> pa.DataType:
    return pa.decimal256(36, 18)


def scaled(amounts: pa.Array, factors: pa.Array) -> pa.Array:
    """Amounts times factors, row by row, rounded once to six decimals, as `WIDE`."""
    wide = pc.cast(amounts, pa.decimal256(38, amounts.type.scale))
    product = pc.multiply(wide, pc.cast(factors, _factor_type()))
    return _bounded(pc.round(product, _DECIMALS, "half_to_even"))


def _bounded(product: pa.Array) -> pa.Array:
    """As `WIDE`; what is too large for any column stays recognisable as such."""
    edge = pa.scalar(_TOO_LARGE, product.type)
    low = pa.scalar(-_TOO_LARGE, product.type)
    return pc.cast(
        pc.max_element_wise(
            pc.min_element_wise(product, edge, skip_nulls=False), low, skip_nulls=False
        ),
        WIDE,
    )


def _each(texts: Sequence[str], times: Decimal) -> pa.Array:
    return pa.array([_one(text, times) for text in texts], WIDE)


def _one(text: str, times: Decimal) -> Decimal | None:
    """One cell that is written with an exponent or with very many decimals, or is no number."""
    try:
        number = Decimal(text) if text.isascii() and "_" not in text else Decimal("nan")
    except InvalidOperation:
        return None
    if not number.is_finite():
        return None
    if number and number.adjusted() > LIMIT.adjusted():
        return _TOO_LARGE.copy_sign(number)
    exact = _EXACT.multiply(number, times)
    return exact.quantize(_UNIT, ROUND_HALF_EVEN, _EXACT)


def outside(checked: pa.Array) -> tuple[Mask, Mask]:
    """Which amounts are below zero, and which are too large for the flow table either way."""
    ends = pc.min_max(checked).as_py()
    negative = absurd = np.zeros(len(checked), np.bool_)
    if ends["min"] is not None and ends["min"] < 0:
        negative = _mask(pc.less(checked, pa.scalar(Decimal(0), WIDE)))
    if ends["min"] is not None and max(ends["max"], -ends["min"]) >= LIMIT:
        absurd = _mask(pc.greater_equal(pc.abs(checked), pa.scalar(LIMIT, WIDE)))
    return negative, absurd


def _mask(found: pa.Array) -> Mask:
    return np.asarray(found.fill_null(False))  # noqa: FBT003 - a mask


def as_floats(checked: pa.Array) -> npt.NDArray[np.float64]:
    """Amounts within the limits as floats, NaN where missing: for counting, never for sums."""
    low = np.frombuffer(checked.buffers()[1], np.int64)[::2]
    known = low[checked.offset : checked.offset + len(checked)] / 10.0**_DECIMALS
    return np.where(np.asarray(pc.is_valid(checked)), known, np.nan)


def amounts(checked: pa.Array) -> pa.Array:
    """Checked amounts as the flow table holds them; all must be within `LIMIT`."""
    return retyped(checked, AMOUNT)
