"""What the charts of leverage draw: plain values that the caller has already put into words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Square:
    """A cell of a matrix: a lane of a group against a column of a panel.

    step: how much, from 0 to 4, or one of `matrix.GAIN`, `NOTHING` and `NONE`; text: the number, or
    a sign for what is not known.
    """

    group: str
    lane: str
    panel: str
    column: str
    step: int | str
    text: str
    tip: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """From when to when something holds, in months since it began, with a band at its first end.

    first: low, middle and high, None where it never begins; last: None where nobody knows an end.
    """

    panel: str
    lane: str
    first: tuple[float, float, float] | None
    last: float | None
    text: str
    tip: str


@dataclass(frozen=True, slots=True)
class Weight:
    """What something changes for a side: above nothing it gains, below it loses.

    low, middle, high: None where it is not known, and then the text says why; side: key of its
    colour.
    """

    panel: str
    lane: str
    side: str
    low: float | None
    middle: float | None
    high: float | None
    text: str
    tip: str
