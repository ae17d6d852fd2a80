"""The series of the briefing as sums of a vintage's shown cells; unknown where one is hidden."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.customs.statistics.pools import is_pool
from monazite.law.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

WORLD = "WORLD"
_FILE = Path(__file__).with_name("series.yaml")


@dataclass(frozen=True, slots=True)
class Told:
    """A cell as it may be shown: amounts are None where it is hidden or not known."""

    side: str
    code: str
    place: str
    hidden: str
    mass_kg: Decimal | None
    value_usd: Decimal | None


@dataclass(frozen=True, slots=True)
class Sum:
    """A series in a month to one destination or the world; hidden: a part of it is not shown."""

    series: str
    to: str
    mass_kg: Decimal | None
    value_usd: Decimal | None
    hidden: bool


@lru_cache(maxsize=1)
def codes() -> Mapping[str, tuple[str, ...]]:
    """How the codes of each series begin; LawDataError where the file is no table."""
    return {name: tuple(map(str, said)) for name, said in table(_FILE).items()}


def sums(cells: Iterable[Told], pooled: Mapping[str, str]) -> Iterator[Sum]:
    """Every series that something left of, to the world and by destination.

    pooled: codes that are put together, with the label under which they stand.
    """
    by_code: dict[str, list[Told]] = defaultdict(list)
    for cell in cells:
        if cell.code:
            by_code[cell.code].append(cell)
    for series, begins in codes().items():
        inside = [code for code in by_code if code.rstrip("*").startswith(begins)]
        mixed = any(
            code.startswith(begins) and not label.rstrip("*").startswith(begins)
            for code, label in pooled.items()
        )
        if inside or mixed:
            yield from _of(series, [cell for code in inside for cell in by_code[code]], mixed=mixed)


def _of(series: str, cells: list[Told], *, mixed: bool) -> Iterator[Sum]:
    yield _sum(series, WORLD, [cell for cell in cells if cell.side == "total"], mixed=mixed)
    inside: dict[str, list[Told]] = defaultdict(list)
    for cell in cells:
        if cell.side == "destination" and not is_pool(cell.place):
            inside[cell.place].append(cell)
    for to in sorted(inside):
        yield _sum(series, to, inside[to], mixed=mixed)


def _sum(series: str, to: str, cells: list[Told], *, mixed: bool) -> Sum:
    hidden = mixed or any(cell.hidden for cell in cells)
    if hidden:
        return Sum(series, to, None, None, hidden=True)
    masses = [cell.mass_kg for cell in cells if cell.mass_kg is not None]
    values = [cell.value_usd for cell in cells if cell.value_usd is not None]
    known = len(values) == len(cells)
    start = masses[0] * 0
    return Sum(series, to, sum(masses, start), sum(values, start) if known else None, hidden=False)
