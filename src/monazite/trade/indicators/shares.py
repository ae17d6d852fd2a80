"""Shares as they are printed: "93.8%" is a number, "<0.1%" is an interval from zero up to it."""

from __future__ import annotations

from math import isfinite

from monazite.errors import InputError
from monazite.trade.indicators.values import Span

_ACCEPTED = "a share as printed, such as 93.8%, <0.1% or >95%"


def printed_share(text: str) -> Span:
    """A printed percentage as a fraction, with both ends; ">95%" ends at 1.

    Raises:
        InputError: field "share", where it is no percentage from 0 to 100.
    """
    bare = text.strip().removesuffix("%").strip()
    value = _fraction(bare.lstrip("<>").strip(), text)
    if bare.startswith("<"):
        return Span(0.0, value)
    if bare.startswith(">"):
        return Span(value, 1.0)
    return Span(value, value)


def _fraction(digits: str, text: str) -> float:
    try:
        value = float(digits) / 100
    except ValueError:
        raise InputError("share", text, _ACCEPTED) from None
    if not isfinite(value) or not 0 <= value <= 1:
        raise InputError("share", text, _ACCEPTED)
    return value
