"""Horizontal bars, laid out in Python: amounts that a person compares at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_LABEL, _WIDTH, _ROW, _VALUE = 150, 560, 26, 110


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a bar: how much, which colour (1 to 4), what it says."""

    amount: float
    colour: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A rectangle."""

    x: float
    width: float
    colour: int
    title: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: its label, its rectangles, and the figure behind them."""

    label: str
    y: int
    pieces: tuple[Piece, ...]
    value: str
    value_x: float


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart; sizes in the units of its view box."""

    rows: tuple[Bar, ...]
    width: int
    height: int
    label_x: int
    axis_x: int


def bars(rows: Sequence[tuple[str, Sequence[Part], str]]) -> Bars:
    """Rows of a label, stacked parts and the figure as text, all to one scale from zero."""
    most = max((sum(part.amount for part in parts) for _, parts, _ in rows), default=0) or 1
    scale = (_WIDTH - _LABEL - _VALUE) / most
    drawn = tuple(_bar(n, *row, scale) for n, row in enumerate(rows))
    return Bars(drawn, _WIDTH, len(drawn) * _ROW + 4, _LABEL - 8, _LABEL)


def _bar(n: int, label: str, parts: Sequence[Part], value: str, scale: float) -> Bar:
    pieces, x = [], float(_LABEL)
    for part in parts:
        width = round(part.amount * scale, 1)
        pieces.append(Piece(round(x, 1), width, part.colour, part.title))
        x += width
    return Bar(label, n * _ROW + 4, tuple(p for p in pieces if p.width), value, round(x + 6, 1))
