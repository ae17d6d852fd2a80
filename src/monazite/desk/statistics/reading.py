"""A vintage read: what may be shown of its cells, page by page, and what another says otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from monazite.customs.statistics.differences import Difference, differences
from monazite.desk.people.models import Person
from monazite.desk.statistics.models import Cell, Vintage
from monazite.desk.statistics.visible import visible
from monazite.errors import InputError

MOST = 500
"""Cells of a page."""
Key = tuple[str, str, str, str]
"""Kind of leaving, side, code, place."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell as anybody may see it: no amounts where it is hidden, and why."""

    series: str
    side: str
    code: str
    place: str
    hidden: str
    mass_kg: Decimal | None
    value_usd: Decimal | None
    second_quantity: Decimal | None
    second_unit: str

    @property
    def key(self) -> Key:
        """Which cell it is."""
        return self.series, self.side, self.code, self.place


@dataclass(frozen=True, slots=True)
class Page:
    """Some cells, and where the next ones begin; "" after the last."""

    items: tuple[Shown, ...]
    following: str


def shown(cell: Cell) -> Shown:
    """The cell without what it hides: the one way out for a cell."""
    at = cell.series, cell.side, cell.code, cell.place, cell.hidden
    if cell.hidden:
        return Shown(*at, None, None, None, cell.second_unit)
    return Shown(*at, cell.mass_kg, cell.value_usd, cell.second_quantity, cell.second_unit)


def published(vintage: Vintage) -> Iterator[Shown]:
    """Every cell of a vintage as it may be shown, in order."""
    return map(shown, Cell.objects.filter(vintage=vintage).order_by("number").iterator())


def page(person: Person, vintage: Vintage, cursor: str, limit: int) -> Page:
    """The cells after a cursor; InputError for one that no page gave."""
    found = visible(person, vintage.pk, "statistics.read")
    if cursor and not (cursor.isascii() and cursor.isdigit() and len(cursor) < len(str(2**31))):
        raise InputError("cursor", cursor[:80], "the cursor of the page before", "stale")
    if not 0 < limit <= MOST:
        raise InputError("limit", limit, f"1 to {MOST}")
    rows = Cell.objects.filter(vintage=found, number__gt=int(cursor or 0)).order_by("number")
    cells = list(rows[: limit + 1])
    kept = cells[:limit]
    return Page(tuple(map(shown, kept)), str(kept[-1].number) if len(cells) > limit else "")


def difference(before: Vintage, after: Vintage) -> list[tuple[Key, Difference[Shown]]]:
    """Cells that a later vintage of the month says otherwise, as far as they may be shown."""
    return list(
        differences(
            {cell.key: cell for cell in published(before)},
            {cell.key: cell for cell in published(after)},
        )
    )
