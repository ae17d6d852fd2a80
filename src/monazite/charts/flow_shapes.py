"""What the charts of flows draw: plain values that the caller has already put into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Caption:
    """The words around a chart: its title, a line on its sources, the axis, a label by key."""

    title: str
    source: str
    axis: str
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole (0 to 1) in one year of one panel; "" as group stands for the others."""

    panel: str
    year: int
    group: str
    share: float
    tip: str


@dataclass(frozen=True, slots=True)
class Level:
    """An index on one line in one year, with the bounds between which it certainly lies."""

    line: str
    year: int
    value: float
    low: float
    high: float
    tip: str


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of an index that has a name, such as "highly concentrated"."""

    low: float
    high: float
    name: str


@dataclass(frozen=True, slots=True)
class Pair:
    """What two sides say of one flow in one year; None where a side says nothing."""

    panel: str
    year: int
    exporter: float | None
    importer: float | None
    kind: str
    tip: str


@dataclass(frozen=True, slots=True)
class Rank:
    """One thing in an order: its score (0 to 1), the words beside its bar, what hovering shows."""

    lane: str
    score: float
    text: str
    tip: str


@dataclass(frozen=True, slots=True)
class Dot:
    """An amount (x) and its unit value (y), both above nothing, and whether it stands apart."""

    x: float
    y: float
    kind: str
    tip: str
