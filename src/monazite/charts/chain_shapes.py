"""What the charts of supply chains draw: plain values that the caller has put into words."""

from __future__ import annotations

from dataclasses import dataclass

OTHERS, UNKNOWN, PLAIN = "others", "unknown", "plain"
"""Groups without a colour of their own: what is added up, what nobody says, what has no country."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place where a Sankey diagram's streams meet: a country at a stage, a sector.

    column: from the left, 0 upwards; group: what shares a colour (a country has one in all columns,
    `OTHERS`, `UNKNOWN` and `PLAIN` are shades of grey); text: the words beside it.
    """

    key: str
    column: int
    group: str
    text: str
    tip: str


@dataclass(frozen=True, slots=True)
class Stream:
    """What runs from one stop to another, farther right; sure: no estimate fills it in."""

    source: str
    target: str
    amount: float
    sure: bool
    tip: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The words above a column: what it is, and how much passes it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Area:
    """A country of a world map by ISO3; a value of None is drawn as "no figure", never as 0."""

    iso3: str
    value: float | None
    tip: str


@dataclass(frozen=True, slots=True)
class Classes:
    """The classes of a world map: at most four bounds, and one more name than bounds.

    A value that equals a bound lies in the class above it.
    """

    bounds: tuple[float, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rung:
    """A part (share, 0 to 1) of one stage of a ladder, with its band where it has one.

    group: a country, `OTHERS`, `PLAIN` or `UNKNOWN`; text: what stands in the bar if it has room.
    """

    stage: str
    group: str
    name: str
    share: float
    low: float | None
    high: float | None
    text: str
    tip: str


@dataclass(frozen=True, slots=True)
class Spark:
    """One value of a sparkline in one year; None is a gap that breaks the line.

    own: a figure of that year; a point that is not is drawn open.
    """

    lane: str
    year: int
    value: float | None
    own: bool
    text: str
    tip: str
