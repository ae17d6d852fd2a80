"""A month's tables as they may be shown: what is put together, what is hidden and why."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from monazite.customs.statistics.hiding import Grid, Hidden, grid, held_back, hide
from monazite.customs.statistics.pools import ALL, is_pool, parent, parent_place, pooled
from monazite.customs.statistics.shares import MASS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    from monazite.customs.statistics.sensitive import Limits
    from monazite.customs.statistics.shares import Shares, Whole

DESTINATION, ARRIVAL = "destination", "arrival"
SIDES = (DESTINATION, ARRIVAL)
"""A table by final destination and one by country of arrival; they share their totals by code."""
SHOWN, FEW, DOMINATED, BEFORE, BESIDE = "", "few", "dominated", "before", "beside"
"""Why a cell is hidden: few firms, one that others could tell, hidden in an earlier vintage, or
because another hidden one would follow from it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One sum; place: a country, "*" for those not shown, "" for all; code: "" for all.

    Amounts are millionths and true, whether hidden or not; usd None where a rate is not known.
    """

    side: str
    code: str
    place: str
    hidden: str
    mass_kg: int
    usd: int | None
    second: int
    second_unit: str


@dataclass(frozen=True, slots=True)
class Before:
    """What earlier vintages of the month held back, so that a difference tells nothing.

    codes, places (by side): the pools into which they were put; cells: side, code and place; told:
    the mass of every cell that the newest of them showed.
    """

    codes: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    cells: frozenset[tuple[str, str, str]] = frozenset()
    told: Mapping[tuple[str, str, str], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tables:
    """All cells of a month and kind of leaving; codes, places: what was put into which pool.

    nothing: not even the sum of everything may be shown.
    """

    cells: tuple[Cell, ...]
    codes: Mapping[str, str]
    places: Mapping[str, Mapping[str, str]]
    nothing: bool = False


@dataclass(frozen=True, slots=True)
class _Places:
    """Countries of both sides with one number each, and the labels under which they stand."""

    words: tuple[str, ...]
    numbers: tuple[Whole, Whole]
    labels: list[str]


@dataclass(frozen=True, slots=True)
class _Made:
    """A side's table: names of its rows and columns, numbers of each share, cells and hidden."""

    side: str
    rows: Sequence[str]
    columns: Sequence[str]
    row: Whole
    column: Whole
    table: Grid
    hidden: Hidden


def tables(shares: Shares, limits: Limits, before: Before) -> Tables:
    """The month's cells, in which nothing sensitive is shown or follows from what is shown."""
    if not len(shares):
        return Tables((), {}, {})
    codes, places = _start(shares.codes, before.codes), _countries(shares, before)
    while True:
        merged = pooled(codes, shares.code, shares.firm, shares.amounts, limits, parent)
        if merged is None:
            return Tables((), dict.fromkeys(shares.codes, ALL), {}, nothing=True)
        codes, places = merged, _merged(shares, places, limits)
        made = _made(shares, codes, places, limits, before)
        if not made[0].hidden.failed:
            return _told(shares, codes, places, made, before)
        codes, places = _coarser(codes, places, made)


def _start(words: Sequence[str], before: Mapping[str, str]) -> list[str]:
    return [before.get(word, word) for word in words]


def _countries(shares: Shares, before: Before) -> _Places:
    """Both sides' countries: one that is not shown on one side is not shown on the other."""
    words = tuple(dict.fromkeys((*shares.destinations, *shares.arrivals)))
    place = {word: n for n, word in enumerate(words)}
    sides = ((shares.destinations, shares.destination), (shares.arrivals, shares.arrival))
    numbers = [np.array([place[word] for word in said], np.int64)[at] for said, at in sides]
    pools = {place: pool for side in before.places.values() for place, pool in side.items()}
    return _Places(words, (numbers[0], numbers[1]), _start(words, pools))


def _merged(shares: Shares, places: _Places, limits: Limits) -> _Places:
    """Thin countries of either side put together; all of them, where that is not enough."""
    labels: list[str] = []
    found: list[str] | None = places.labels
    while found is not None and labels != found:
        labels = found
        for number in places.numbers:
            found = found and pooled(
                found, number, shares.firm, shares.amounts, limits, parent_place
            )
    return replace(places, labels=[ALL] * len(places.words) if found is None else found)


def _made(
    shares: Shares, codes: Sequence[str], places: _Places, limits: Limits, before: Before
) -> tuple[_Made, _Made]:
    """Both sides' tables, hidden together."""
    rows, row = _places(codes, shares.code)
    names = sorted(set(places.labels))
    shape = len(rows), len(names)
    columns = [_places(places.labels, number)[1] for number in places.numbers]
    grids = [grid(row, at, shape, shares.firm, shares.amounts, limits) for at in columns]
    known = []
    for n, side in enumerate(SIDES):
        held, told = _earlier(side, rows, names, grids[n], before)
        grids[n] = held_back(grids[n], held, float(limits.p))
        known.append(told)
    # A table of one column repeats the totals by code, which are safe.
    hidden = hide(grids, known) if shape[1] > 1 else Hidden(np.zeros(shape, np.bool_), ())
    one, other = (
        _Made(side, rows, names, row, at, table, hidden)
        for side, at, table in zip(SIDES, columns, grids, strict=True)
    )
    return one, other


def _earlier(
    side: str, rows: Sequence[str], names: Sequence[str], table: Grid, before: Before
) -> tuple[set[tuple[int, int]], npt.NDArray[np.bool_]]:
    """Cells that were hidden before, and those that were shown as they still are."""
    held, told = set(), np.zeros(table.there.shape, np.bool_)
    if before.cells or before.told:
        for at in ((int(r), int(c)) for r, c in np.argwhere(table.there)):
            key = side, rows[at[0]], names[at[1]]
            if key in before.cells:
                held.add(at)
            told[at] = before.told.get(key) == table.total[at][MASS]
    return held, told


def _places(labels: Sequence[str], number: Whole) -> tuple[list[str], Whole]:
    """The distinct labels in order, and the place of each share's."""
    names = sorted(set(labels))
    place = {name: n for n, name in enumerate(names)}
    return names, np.array([place[label] for label in labels], np.int64)[number]


def _coarser(codes: list[str], places: _Places, made: Sequence[_Made]) -> tuple[list[str], _Places]:
    """One step less detail where a cell could not be protected: codes first, then countries.

    A pool of everything that could not be protected takes in the smallest code that is left.
    """
    table = made[0]
    by_row = table.table.total[..., MASS].sum(axis=1)
    sizes = {row: int(size) for row, size in zip(table.rows, by_row, strict=True)}
    failed = {table.rows[r] for r, _ in table.hidden.failed}
    if rows := _smaller({row: sizes[row] for row in failed}):
        return [parent(code) if code in rows else code for code in codes], places
    if left := sorted((size, row) for row, size in sizes.items() if row != ALL):
        return [ALL if code == left[0][1] else code for code in codes], places
    return codes, _fewer(places, made)


def _fewer(places: _Places, made: Sequence[_Made]) -> _Places:
    """Countries of cells that could not be protected go to the others; at last all of them."""
    names = made[0].columns
    sizes = {
        names[c]: sum(int(each.table.total[:, c, MASS].sum()) for each in made)
        for _, c in made[0].hidden.failed
    }
    gone = _smaller(sizes) or frozenset(names)
    return replace(places, labels=[ALL if label in gone else label for label in places.labels])


def _smaller(sizes: Mapping[str, int]) -> frozenset[str]:
    """The smaller half of the labels that still can go into a pool."""
    found = sorted((size, label) for label, size in sizes.items() if label != ALL)
    return frozenset(label for _, label in found[: (len(found) + 1) // 2])


def _told(
    shares: Shares, codes: Sequence[str], places: _Places, made: Sequence[_Made],
    before: Before,
) -> Tables:  # fmt: skip
    cells = [*_totals(shares, made[0])]
    for table in made:
        cells += _cells(shares, table, before)
    return Tables(
        tuple(cells),
        {code: pool for code, pool in zip(shares.codes, codes, strict=True) if is_pool(pool)},
        {
            side: {
                word: label
                for n, (word, label) in enumerate(zip(places.words, places.labels, strict=True))
                if is_pool(label) and n in there
            }
            for side, there in zip(
                SIDES, map(set, map(np.ndarray.tolist, places.numbers)), strict=True
            )
        },
    )


def _totals(shares: Shares, table: _Made) -> list[Cell]:
    """The totals by code, and of everything."""
    everything = _summed(np.zeros(len(shares), np.int64), 1, shares)
    by_code = _summed(table.row, len(table.rows), shares)
    units = _units(shares, table)
    return [
        Cell("total", "", "", SHOWN, *everything[0][:2], 0, ""),
        *(
            Cell("total", code, "", SHOWN, *amounts, units[code])
            for code, amounts in zip(table.rows, by_code, strict=True)
        ),
    ]


def _cells(shares: Shares, table: _Made, before: Before) -> list[Cell]:
    """The totals by country and the cells of a side."""
    width = len(table.columns)
    if list(table.columns) == [ALL]:
        return []
    units = _units(shares, table)
    by_place = _summed(table.column, width, shares)
    keys = table.row * width + table.column
    inside = _summed(keys, len(table.rows) * width, shares)
    found = [
        Cell(table.side, "", place, SHOWN, *amounts[:2], 0, "")
        for place, amounts in zip(table.columns, by_place, strict=True)
    ]
    for r, c in np.argwhere(table.table.there):
        code, place = table.rows[r], table.columns[c]
        reason = _reason(table, (int(r), int(c)), before)
        found.append(
            Cell(table.side, code, place, reason, *inside[int(r) * width + int(c)], units[code])
        )
    return found


def _reason(table: _Made, at: tuple[int, int], before: Before) -> str:
    if not table.hidden.cells[at]:
        return SHOWN
    if table.table.few[at]:
        return FEW
    if (table.side, table.rows[at[0]], table.columns[at[1]]) in before.cells:
        return BEFORE
    return DOMINATED if table.table.sensitive[at] else BESIDE


def _units(shares: Shares, table: _Made) -> dict[str, str]:
    """The second unit of each row; "" where its codes have different ones."""
    found: dict[str, set[str]] = {}
    for code, row in {*zip(shares.code.tolist(), table.row.tolist(), strict=True)}:
        found.setdefault(table.rows[row], set()).add(shares.units[code])
    return {row: next(iter(units)) if len(units) == 1 else "" for row, units in found.items()}


def _summed(keys: Whole, count: int, shares: Shares) -> list[tuple[int, int | None, int]]:
    """Mass, dollars and second unit by key, exactly; no dollars where a part has none."""
    total = np.zeros((count, shares.amounts.shape[1]), np.int64)
    np.add.at(total, keys, shares.amounts)
    unrated = np.bincount(keys, shares.unrated, count) > 0
    return [
        (mass, None if missing else usd, second)
        for (mass, usd, second), missing in zip(total.tolist(), unrated.tolist(), strict=True)
    ]
