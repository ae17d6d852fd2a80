"""What stands behind the pictures of a risk model, and what is said beside their figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.charts.behind import Behind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MANY = 10


def behind(
    text: Iterable[str], columns: Sequence[str], rows: Iterable[Sequence[str]], lang: str
) -> Behind:
    """Sentences and a table; columns are keys of `watch.targeting.head`."""
    return Behind(
        text=(*text, *caveats(lang)),
        name=say("watch.targeting.chart.table", lang),
        columns=tuple(say(f"watch.targeting.head.{column}", lang) for column in columns),
        rows=tuple(tuple(row) for row in rows),
    )


def caveats(lang: str) -> tuple[str, ...]:
    """What belongs beside every figure, the caveat on made-up data first."""
    from monazite.watch.targeting.cards import CAVEATS  # noqa: PLC0415 - cards need evaluations

    return tuple(say(f"watch.targeting.caveat.{one}", lang) for one in CAVEATS)


def percent(part: float) -> str:
    """A part of 1 in per cent, with one place."""
    return f"{part:.1%}"


def times(lift: float) -> str:
    """How many times as many."""
    return f"{lift:,.0f}" if lift >= _MANY else f"{lift:.2f}"
