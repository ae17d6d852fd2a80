"""Stacked columns, one for each week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from monazite.desk.pages.pictures.axes import Mark, Plane

_SHARE = 0.8
_LABELS = 6


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of one colour (1 to 3), and what it says."""

    x: float
    y: float
    width: float
    height: float
    colour: int
    title: str


@dataclass(frozen=True, slots=True)
class Stacks:
    """The plane with its blocks."""

    plane: Plane
    x_marks: tuple[Mark, ...]
    y_marks: tuple[Mark, ...]
    blocks: tuple[Block, ...]


def stacks(columns: Sequence[tuple[str, Sequence[tuple[int, str]]]]) -> Stacks:
    """Columns of a label and their parts from below: how many, and what a part says."""
    most = max((sum(n for n, _ in parts) for _, parts in columns), default=0)
    plane = Plane(max(len(columns), 1), max(most, 1))
    every = -(-len(columns) // _LABELS) or 1
    marks = tuple(
        Mark(plane.x(place + 0.5), label)
        for place, (label, _) in enumerate(columns)
        if place % every == 0
    )
    blocks = tuple(
        block for place, (_, parts) in enumerate(columns) for block in _column(plane, place, parts)
    )
    return Stacks(plane, marks, plane.y_marks(), blocks)


def _column(plane: Plane, place: int, parts: Sequence[tuple[int, str]]) -> list[Block]:
    left, right = plane.x(place + (1 - _SHARE) / 2), plane.x(place + (1 + _SHARE) / 2)
    blocks, below = [], 0
    for colour, (amount, title) in enumerate(parts, 1):
        low, high = plane.y(below), plane.y(below + amount)
        if amount:
            width, height = round(right - left, 1), round(low - high, 1)
            blocks.append(Block(left, high, width, height, colour, title))
        below += amount
    return blocks
