"""Which columns a layout needs, and where they stand under the header of a table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from monazite.trade.reading.blocks import PSEUDO, Block

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from monazite.trade.reading.layout import Layout

_NAMING = frozenset({"column", "year", "month", "quarter", "by", "value"})
"""The keys of blocks whose text is the name of a column."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the columns of a layout stand: positions by our names, and the wide columns."""

    header: tuple[str, ...]
    positions: dict[str, int]
    wide: tuple[int, ...] = ()


def folded(header: str) -> str:
    """A header as it is compared: case and spaces do not count."""
    return " ".join(header.split()).casefold()


@lru_cache
def needed(layout: Layout) -> tuple[str, ...]:
    """Every column that the layout reads from a file, in the order in which it names them."""
    made = {*PSEUDO, *(layout.pivot.into.values() if layout.pivot else ())}
    named = [*_named(layout), *layout.parts, *(layout.pivot.keys if layout.pivot else ())]
    return tuple(dict.fromkeys(name for name in named if name not in made))


@lru_cache
def amounts(layout: Layout) -> frozenset[str]:
    """The columns that hold numbers; all others hold words."""
    named = {amount.column for amount in (*layout.mass_kg, *layout.value)}
    return frozenset(named | ({layout.pivot.value} if layout.pivot else set()))


def _named(block: Block) -> Iterator[str]:
    for key, value in block:
        if isinstance(value, str) and key in _NAMING:
            yield value
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Block):
                yield from _named(inner)


def plan(layout: Layout, header: Sequence[str]) -> Plan:
    """Where the layout's columns stand under a header; those it lacks are left out."""
    places: dict[str, int] = {}
    for position, text in enumerate(header):
        places.setdefault(folded(text), position)
    found = {
        name: places[spelling]
        for name in needed(layout)
        for spelling in _first(layout.columns.get(name, (name,)), places)
    }
    wide: tuple[int, ...] = ()
    if layout.unpivot:
        form = re.compile(layout.unpivot.headers)
        wide = tuple(n for n, text in enumerate(header) if form.search(text.strip()))
    return Plan(tuple(header), found, wide)


def _first(headers: Sequence[str], places: dict[str, int]) -> list[str]:
    return [spelling for text in headers if (spelling := folded(text)) in places][:1]


def missing(layout: Layout, found: Plan) -> tuple[str, ...]:
    """The headers that are read from a file of the layout and that this one lacks."""
    lacking = [
        " or ".join(layout.columns.get(name, (name,)))
        for name in needed(layout)
        if name not in found.positions and name not in layout.optional
    ]
    if layout.unpivot and not found.wide:
        lacking.append(f"a column such as {layout.unpivot.headers}")
    return tuple(lacking)


def unseen(layout: Layout, found: Plan) -> tuple[str, ...]:
    """The headers by which files of the layout are known, though not read, and that it lacks."""
    here = {folded(text) for text in found.header}
    return tuple(text for text in layout.detect.header if folded(text) not in here)
