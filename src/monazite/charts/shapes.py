"""What the charts draw: plain values that the caller has already put into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

Style = Literal["bars", "levels"]


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure over the days it covers; a release of two months is one bar over both."""

    first: date
    last: date
    value: float
    quality: str
    label: str
    text: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One panel: bars that sum over their days, or levels (prices, unit values) that do not."""

    title: str
    bars: tuple[Bar, ...]
    style: Style = "bars"
    height: int = 64


@dataclass(frozen=True, slots=True)
class Marker:
    """A day drawn as a dashed line, with a short sign above it and its meaning on hover."""

    day: date
    sign: str
    tip: str


@dataclass(frozen=True, slots=True)
class Span:
    """A state of one lane of a timeline, first to last day, both included."""

    lane: str
    first: date
    last: date
    state: str
    tip: str


@dataclass(frozen=True, slots=True)
class Share:
    """A share in per cent with its range, which is the share itself where none is known."""

    lane: str
    group: str
    value: float
    low: float
    high: float
    quality: str
    text: str
    tip: str


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a chart in one language: its message, and a label for every key it colours."""

    message: str
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Window:
    """The days a time axis shows, first to last, and the days of the month that is meant."""

    first: date
    last: date
    focus_first: date
    focus_last: date
