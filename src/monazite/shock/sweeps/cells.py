"""A figure over one or two of the paths that vary, the others taken together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.runs.bands import bands
from monazite.shock.sweeps.values import number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.shock.model.model import Floats
    from monazite.shock.runs.bands import Bands
    from monazite.shock.sweeps.sweep import Sweep

BINS = 5
"""Stretches that a sampled path is cut into: no two of its points are alike."""


class Stretch(NamedTuple):
    """A value of a path, or of a sample all from low to high; middle: as a number, if it is one."""

    low: str
    high: str
    middle: float | None


class Cell(NamedTuple):
    """The figure where the paths have certain values, over all draws of all such variations."""

    places: tuple[int, ...]
    band: Bands


class Cells(NamedTuple):
    """axes: by path its stretches, in order; cells: those in which there is something."""

    paths: tuple[str, ...]
    axes: tuple[tuple[Stretch, ...], ...]
    cells: tuple[Cell, ...]


def cells(found: Sweep, figure: str, over: Sequence[str]) -> Cells:
    """The figure over the paths `over`."""
    asked = found.manifest
    columns = dict(zip(asked.paths, zip(*asked.points, strict=True), strict=True))
    made = [_axis(columns[path], sampled=asked.kind == "sample") for path in over]
    places = zip(*(place for _, place in made), strict=True)
    held: dict[tuple[int, ...], list[Floats]] = {}
    for at, one in zip(places, found.by_variation([figure]), strict=True):
        held.setdefault(at, []).append(one[figure])
    drawn = tuple(Cell(at, bands(np.concatenate(held[at]))) for at in sorted(held))
    return Cells(tuple(over), tuple(axis for axis, _ in made), drawn)


def _axis(values: Sequence[str], *, sampled: bool) -> tuple[tuple[Stretch, ...], list[int]]:
    """The stretches of a path, and in which of them each variation lies."""
    numbers = [number(value) for value in values]
    known = [one for one in numbers if one is not None]
    if sampled and len(known) == len(numbers) and len(set(known)) > BINS:
        return _cut(dict(zip(values, known, strict=True)), known)
    order = list(dict.fromkeys(values))
    places = {value: at for at, value in enumerate(order)}
    axis = tuple(Stretch(value, value, number(value)) for value in order)
    return axis, [places[value] for value in values]


def _cut(texts: Mapping[str, float], numbers: list[float]) -> tuple[tuple[Stretch, ...], list[int]]:
    """Stretches of one width, between round texts of the unit that the values have."""
    low, high = min(numbers), max(numbers)
    unit = " %" if all(text.strip().endswith("%") for text in texts) else ""
    edges = np.linspace(low, high, BINS + 1)
    said = [f"{edge * (100.0 if unit else 1.0):.3g}{unit}" for edge in edges]
    middles = (edges[:-1] + edges[1:]) / 2
    axis = tuple(
        Stretch(below, above, float(middle))
        for below, above, middle in zip(said[:-1], said[1:], middles, strict=True)
    )
    places = np.clip(np.searchsorted(edges, numbers, side="right") - 1, 0, BINS - 1)
    return axis, places.tolist()
