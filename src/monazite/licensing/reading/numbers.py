"""Exact numbers from text: a point before the decimals, nothing between thousands, no exponent.

A number with more digits than a figure can hold is a problem, never rounded.
"""

from __future__ import annotations

import re
from decimal import Decimal

from monazite.licensing.hygiene import Problem, narrow, shown

BEFORE, AFTER = 12, 6
"""How many digits stand before and after the point: DECIMAL(18,6)."""
_NUMBER = re.compile(r"([+-]?)0*([0-9]*)(?:\.([0-9]+))?")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:[,' \u00a0\u202f][0-9]{3})+(?:\.[0-9]+)?")
_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+")
_WITH_UNIT = re.compile(r"([+-]?[0-9]+(?:\.[0-9]+)?)\s*[A-Za-zµμ%‰$€£¥\u4e00-\u9fff][^\d]{0,20}")
_EXPONENT = re.compile(r"[+-]?[0-9.]+[eE][+-]?[0-9]{1,3}")
_COUNT = re.compile(r"0*[0-9]{1,9}")
_PER_CENT = re.compile(r"(.*?)\s*%", re.DOTALL)
_LARGEST_COUNT = 999_999_999

Number = Decimal | Problem


def decimal(text: str) -> Number:
    """The number that a text says, or why it is none."""
    plain = narrow(text).strip()
    found = _NUMBER.fullmatch(plain)
    if found is None or not (found[2] or found[3] or plain.endswith("0")):
        return _wrong(plain)
    if len(found[2]) > BEFORE or len(found[3] or "") > AFTER:
        return Problem("too_many_digits", values={"value": shown(plain)})
    # Minus nothing is nothing.
    return Decimal(plain) or Decimal(0)


def _wrong(plain: str) -> Problem:
    if _GROUPED.fullmatch(plain) or _COMMA.fullmatch(plain):
        return Problem("number_with_comma", values={"value": shown(plain)})
    if _EXPONENT.fullmatch(plain):
        return Problem("number_with_exponent", values={"value": shown(plain)})
    if unit := _WITH_UNIT.fullmatch(plain):
        return Problem("number_with_unit", values={"value": shown(plain), "number": unit[1]})
    return Problem("not_a_number", values={"value": shown(plain)})


def count(text: str | int) -> int | Problem:
    """The whole number that a text says, 0 to 999,999,999, or why it is none."""
    if isinstance(text, int):
        if 0 <= text <= _LARGEST_COUNT:
            return text
        # A number of thousands of digits has no text.
        huge = text.bit_length() > 64  # noqa: PLR2004 - a machine word
        return Problem("not_a_count", values={"value": "…" if huge else str(text)})
    plain = narrow(text).strip()
    if _COUNT.fullmatch(plain):
        return int(plain)
    return Problem("not_a_count", values={"value": shown(plain)})


def share(text: str) -> Number:
    """A part of the whole, 0 to 1, from 0.3 or 30 %, or why it is none."""
    plain = narrow(text).strip()
    per_cent = _PER_CENT.fullmatch(plain)
    found = decimal(per_cent[1] if per_cent else plain)
    if isinstance(found, Problem):
        kept = found.code in {"too_many_digits", "number_with_comma"}
        return Problem(found.code if kept else "not_a_share", values={"value": shown(plain)})
    part = found.scaleb(-2) if per_cent else found
    if not 0 <= part <= 1:
        return Problem("not_a_share", values={"value": shown(plain)})
    if -int(part.normalize().as_tuple().exponent) > AFTER:
        return Problem("too_many_digits", values={"value": shown(plain)})
    return part
