"""A line that goes on as a fan: the backlog as it was, and where it may go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from monazite.desk.pages.pictures.axes import Mark, Plane

_LABELS = 7


@dataclass(frozen=True, slots=True)
class Fan:
    """The plane, the known line, the fan and its middle as SVG paths; now: where it opens."""

    plane: Plane
    x_marks: tuple[Mark, ...]
    y_marks: tuple[Mark, ...]
    known: str
    band: str
    middle: str
    now: float


def fan(
    before: Sequence[tuple[str, int]], now: int, ahead: Sequence[tuple[str, int, int, int]]
) -> Fan:
    """Labelled values until now, and for each step ahead a label, low, middle and high."""
    values = [value for _, value in before] + [now] + [high for *_, high in ahead]
    at, steps = len(before), len(before) + len(ahead)
    plane = Plane(max(steps, 1), max(*values, 1))
    lows = [(at, now), *((at + n, row[1]) for n, row in enumerate(ahead, 1))]
    middles = [(at, now), *((at + n, row[2]) for n, row in enumerate(ahead, 1))]
    highs = [(at, now), *((at + n, row[3]) for n, row in enumerate(ahead, 1))]
    known = [*((n, value) for n, (_, value) in enumerate(before)), (at, now)]
    labels = [label for label, _ in before] + [""] + [label for label, *_ in ahead]
    every = -(-len(labels) // _LABELS)
    return Fan(
        plane,
        tuple(Mark(plane.x(n), text) for n, text in enumerate(labels) if text and n % every == 0),
        plane.y_marks(),
        _path(plane, known),
        _path(plane, [*highs, *reversed(lows)]) + "Z",
        _path(plane, middles),
        plane.x(at),
    )


def _path(plane: Plane, points: Sequence[tuple[int, int]]) -> str:
    return "M" + "L".join(f"{plane.x(x)} {plane.y(y)}" for x, y in points)
