"""Shares of a party in another: as people write them, and as whole parts that add up exactly."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

PARTS = 10**12
"""Parts of a whole: sums of whole numbers neither miss a threshold nor meet it by rounding."""
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*%")
_FRACTION = re.compile(r"\d+(?:\.\d+)?")
_WHOLE = Decimal(100)


def share(text: str) -> Decimal:
    """A share from 0 to 1, written `0.5` or `50%`.

    Raises:
        ValueError: for anything else; a bare 50 is not taken for 50 %.
    """
    written = unicodedata.normalize("NFKC", text).strip()
    if percent := _PERCENT.fullmatch(written):
        found = Decimal(percent[1]) / _WHOLE
    elif _FRACTION.fullmatch(written):
        found = Decimal(written)
    else:
        raise ValueError(f"{text!r} is no share")
    if found > 1:
        raise ValueError(f"{text!r} is more than the whole")
    return found


def parts(of: Decimal) -> int:
    """The share in whole parts, halves to the even one."""
    return int((of * PARTS).to_integral_value())


def fraction(of: int) -> Decimal:
    """Whole parts as a share."""
    return Decimal(of) / PARTS
