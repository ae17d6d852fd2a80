"""When a clock ran and when it stood still, as a strip of days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT = 560, 58
_MARGIN, _LABEL = 12, 44


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days of one kind: running, stopped, free (no limit binds) or ahead; title: said of it."""

    since: date
    until: date
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A day that matters; kind: begin, today or due."""

    on: date
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A rectangle."""

    x: float
    width: float
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the strip; anchor: start, middle or end, so that its label stays in the picture."""

    x: float
    label: str
    kind: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The picture in the units of its view box; words: what it says to who cannot see it."""

    pieces: tuple[Piece, ...]
    ticks: tuple[Tick, ...]
    words: str
    width: int = WIDTH
    height: int = HEIGHT


def strip(stretches: Sequence[Stretch], marks: Sequence[Mark], words: str) -> Strip | None:
    """All to one scale of days; None where everything is on one day."""
    days = [each.on for each in marks]
    days += [day for each in stretches for day in (each.since, each.until)]
    if not days or min(days) == max(days):
        return None
    first, scale = min(days), (WIDTH - 2 * _MARGIN) / (max(days) - min(days)).days

    def x(day: date) -> float:
        return round(_MARGIN + (day - first).days * scale, 1)

    pieces = tuple(
        Piece(x(each.since), round(x(each.until) - x(each.since), 1), each.kind, each.title)
        for each in stretches
        if each.until > each.since
    )
    ticks = tuple(Tick(x(each.on), each.label, each.kind, _anchor(x(each.on))) for each in marks)
    return Strip(pieces, ticks, words)


def _anchor(x: float) -> str:
    if x < _LABEL:
        return "start"
    return "end" if x > WIDTH - _LABEL else "middle"
