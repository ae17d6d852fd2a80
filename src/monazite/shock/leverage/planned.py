"""The table of projects as a lever's targets count on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.chain.stages import MAGNET, REFINING
from monazite.shock.leverage.freedom import Planned
from monazite.shock.projects.columns import MATERIALS, RUNNING
from monazite.shock.projects.output import output
from monazite.shock.projects.reading import projects

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from monazite.shock.projects.project import Project

_GONE = frozenset({"cancelled", "stalled"})
_ALLOY = "NdFeB"
_GRADES = ("NdFeB-heavy", "NdFeB-standard")


def planned(
    goods: Sequence[str], need: Mapping[str, float], extra: Sequence[Path] = ()
) -> tuple[Planned, ...]:
    """Every project that is not given up, by good; what runs without a year is in the flows.

    goods: of the model, as "Dy/refining"; need: t of each, by which magnets of no grade are shared
    out. A project of rare earths whose shares nobody has said is one of each without tonnes.
    """
    found = (one for one in projects(extra) if one.status not in _GONE)
    rows = (
        row for one in found if one.first_year is not None or one.status not in RUNNING
        for row in _rows(one, goods)
    )  # fmt: skip
    return tuple(each for row in rows for each in _graded(row, need))


def _rows(one: Project, goods: Sequence[str]) -> Iterator[Planned]:
    told = output(one)
    for good, tonnes in told.tonnes.items():
        name = f"{good.material}/{good.stage}"
        yield Planned(one.name, name, one.country, float(tonnes), one.first_year)
    if not told.tonnes:
        for name in _unsaid(one, goods):
            yield Planned(one.name, name, one.country, None, one.first_year)


def _unsaid(one: Project, goods: Sequence[str]) -> Iterator[str]:
    """The goods that a project may be of, where its tonnes are not known."""
    if one.stage == MAGNET:
        yield f"{one.material}/{MAGNET}"
        return
    for element in MATERIALS[one.material]:
        if f"{element}/{REFINING}" in goods:
            yield f"{element}/{one.stage}"


def _graded(row: Planned, need: Mapping[str, float]) -> Iterator[Planned]:
    """Magnets whose grade nobody has said, shared out as they are needed."""
    material, _, stage = row.good.partition("/")
    if material != _ALLOY or stage != MAGNET:
        yield row
        return
    parts = {name: need.get(f"{name}/{MAGNET}", 0.0) for name in _GRADES}
    total = sum(parts.values())
    for name, part in parts.items():
        if total > 0:
            tonnes = None if row.tonnes is None else row.tonnes * part / total
            yield row._replace(good=f"{name}/{MAGNET}", tonnes=tonnes)
