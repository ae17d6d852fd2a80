"""What the charts of shocks draw: plain values that the caller has already put into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Ahead:
    """What a line of a panel may be in the month that begins on a day: the middle and its band.

    middle: None where nothing is known, which breaks the line.
    """

    panel: str
    line: str
    month: date
    low: float | None
    middle: float | None
    high: float | None
    tip: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What a panel's figure really was in the month that begins on a day."""

    panel: str
    month: date
    value: float
    tip: str


@dataclass(frozen=True, slots=True)
class Onset:
    """The day on which something of a lane begins."""

    lane: str
    day: date
    text: str
    tip: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A lane in the week that begins on a day; step: how much, from 0 to 4, None: nothing."""

    lane: str
    week: date
    step: int | None
    tip: str


@dataclass(frozen=True, slots=True)
class Reach:
    """A number of a lane with its band, beside what was observed and the mark that it must keep.

    panel: lanes of a panel share an axis; low, middle, high: of what was simulated, None where it
    never happens; floor, ceiling: the mark, None where it is open; kind: one of `reaches.KINDS`.
    """

    panel: str
    lane: str
    low: float | None
    middle: float | None
    high: float | None
    observed: float | None
    floor: float | None
    ceiling: float | None
    kind: str
    text: str
    tip: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole, of 1, alone, and the larger one that it grows to with all others."""

    lane: str
    alone: float
    grown: float
    text: str
    tip: str


@dataclass(frozen=True, slots=True)
class Along:
    """A figure with its band where a number that varies has a value."""

    at: float
    low: float
    middle: float
    high: float
    tip: str


@dataclass(frozen=True, slots=True)
class First:
    """When a lane of a panel is to begin; year: as the axis names it; text: stands beside it."""

    panel: str
    lane: str
    year: str
    state: str
    text: str
    tip: str
