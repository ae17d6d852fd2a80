"""Masses, values and shares as people read them: sensible digits, and a bar for a share."""

from __future__ import annotations

from math import floor, isnan, log10
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

UNKNOWN = "–"
SHOWN = 15
"""How many rows of a table a screen shows."""
_DIGITS = 3
_KG_IN_A_TONNE = 1000
_THOUSAND = 1000
_BAR, _EIGHTHS = 8, " ▏▎▍▌▋▊▉█"
_SPARKS, _GAP, _ZERO = "▁▂▃▄▅▆▇█", "·", "0"


def digits(value: float | Decimal | None, least: int = _DIGITS) -> str:
    """A number with at least so many digits that count, and none cut before the point."""
    if value is None or isnan(value):
        return UNKNOWN
    number = float(value)
    if number == 0:
        return "0"
    places = max(0, least - 1 - floor(log10(abs(number))))
    return f"{number:,.{places}f}".replace("-", "−")


def tonnes(mass_kg: Decimal | float | None) -> str:
    """A mass in tonnes."""
    return digits(None if mass_kg is None else float(mass_kg) / _KG_IN_A_TONNE)


def signed_tonnes(mass_kg: Decimal | float | None) -> str:
    """A difference of masses in tonnes with its sign."""
    text = tonnes(mass_kg)
    return f"+{text}" if mass_kg is not None and mass_kg > 0 else text


def span(first: int, last: int) -> str:
    """From a year to a year; one year alone where they are the same."""
    return str(first) if first == last else f"{first}–{last}"


def thousands(value_usd: Decimal | float | None) -> str:
    """A value in thousands of dollars."""
    return digits(None if value_usd is None else float(value_usd) / _THOUSAND)


def percent(share: float | None, lang: str) -> str:
    """A share (0 to 1) in per cent, to a tenth."""
    if share is None or isnan(share):
        return UNKNOWN
    return say("trade.unit.%", lang, value=f"{share * 100:.1f}")


def share_bar(share: float | None) -> str:
    """A share (0 to 1) as a bar of a fixed width, to an eighth of a sign."""
    if share is None or isnan(share):
        return " " * _BAR
    eighths = round(min(max(share, 0.0), 1.0) * _BAR * 8)
    full, part = divmod(eighths, 8)
    return ("█" * full + (_EIGHTHS[part] if part else "")).ljust(_BAR)


def sparks(values: Sequence[float | None], highest: float) -> str:
    """One sign for each value: its height, a nought for nothing, a point for not known."""
    return "".join(_spark(value, highest) for value in values)


def _spark(value: float | None, highest: float) -> str:
    if value is None:
        return _GAP
    if value <= 0 or highest <= 0:
        return _ZERO
    return _SPARKS[min(int(value * len(_SPARKS) / highest), len(_SPARKS) - 1)]
