"""Records with what was planted in them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from monazite.watch.patterns.records import TABLES, Records

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Planted:
    """Something planted: of which rule, of which shape, and the ids of its records as evidence."""

    rule: str
    shape: str
    evidence: frozenset[str]


@dataclass(frozen=True, slots=True)
class World:
    """Made-up records, and what was planted; everything else in them is honest."""

    records: Records
    planted: tuple[Planted, ...]


def joined(as_of: date, *parts: Records) -> Records:
    """The rows of all parts as they are known on a day."""
    rows = {name: tuple(chain.from_iterable(getattr(p, name) for p in parts)) for name in TABLES}
    return Records(as_of, **rows)
