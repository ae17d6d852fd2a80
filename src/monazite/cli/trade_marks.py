"""Numbers and small pictures of the trade commands, as text of a fixed width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from monazite.trade.monthly.figures import Figure
    from monazite.trade.periods import Period

_SPARKS = "▁▂▃▄▅▆▇█"
_UNKNOWN, _JOINED, _ZERO = "·", "≈", "0"
_ROWS_SHOWN = 2
_BAR_WIDTH = 40


def quantity(value: Decimal, unit: str, lang: str) -> str:
    """A level or a change with its unit: 5,864.6 t, +22.57 %."""
    number = f"{value:+,}".replace("-", "−") if unit == "%" else f"{value:,}"
    return say(f"trade.unit.{unit}", lang, value=number)


def shown(figure: Figure, lang: str) -> str:
    """A figure as people read it, or the reason why there is none."""
    if figure.value is None:
        return say("trade.unknown", lang, reason=say(f"trade.reason.{figure.reason}", lang))
    return quantity(figure.value, figure.unit, lang)


def rows(sources: Sequence[str]) -> str:
    """The rows behind a figure, the first and the last of many."""
    if len(sources) <= _ROWS_SHOWN:
        return ", ".join(sources)
    return f"{sources[0]} … {sources[-1]} ({len(sources)})"


def mean(value: Decimal, period: Period) -> Decimal:
    """What a release says of a month: itself, or the mean of the months it joins."""
    return value / period.months


def bar(value: Decimal, period: Period, highest: Decimal, confidence: str | None) -> str:
    """A bar as long as a month's share of the highest; joined months stand at their mean."""
    mark = "░" if period.months > 1 else "█" if confidence == "reported" else "▓"
    return mark * int(mean(value, period) * _BAR_WIDTH / highest) if highest else ""


def spark(found: Sequence[tuple[Period, Figure]], span: Period) -> str:
    """One character a month: its height, a reported zero, a joined month, or none."""
    marks = dict.fromkeys(range(span.first, span.last + 1), _UNKNOWN)
    known = [figure.value for period, figure in found if period.is_month and figure.value]
    highest = max(known, default=None)
    for period, figure in found:
        mark = _height(figure.value, highest) if period.is_month else _JOINED
        marks |= {i: mark for i in range(period.first, period.last + 1) if i in marks}
    return "".join(marks.values())


def _height(value: Decimal | None, highest: Decimal | None) -> str:
    if not value or not highest:
        return _ZERO
    return _SPARKS[min(int(value * len(_SPARKS) / highest), len(_SPARKS) - 1)]
