"""What the charts of plans draw: plain values that the caller has already put into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Outlay:
    """What is spent on a group of things from one day up to another."""

    group: str
    first: date
    after: date
    amount: float
    tip: str


@dataclass(frozen=True, slots=True)
class Bar:
    """Something that is begun on a day, helps from another, and goes on until a third."""

    lane: str
    group: str
    first: date
    ready: date
    after: date
    text: str
    tip: str


@dataclass(frozen=True, slots=True)
class Square:
    """A number in a row and a column; step: how large, from 0 to 4, None: the least of all."""

    row: str
    column: str
    step: int | None
    text: str
    tip: str


@dataclass(frozen=True, slots=True)
class Worth:
    """What a lane of a panel is worth, in the colour of its group."""

    panel: str
    lane: str
    group: str
    value: float
    text: str
    tip: str
