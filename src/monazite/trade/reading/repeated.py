"""Rows that stand twice: in one load, or already in the store under the same release.

Rows of one key (and of one combination of `parts`) that say the same are one row: the first is
kept. Rows of one key that say different things are all rejected, each with the numbers of all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from monazite.errors import InputError
from monazite.trade.reading import faults
from monazite.trade.reading.years import TEXT, keys_path, parts_path, writer, year_path

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy.typing as npt

    from monazite.trade.reading.keys import Keys
    from monazite.trade.reading.sidefile import SideFile
    from monazite.trade.reading.vocabulary import Numbers

    Mask = npt.NDArray[np.bool_]

MOST = 1_000_000
"""More repeated rows than this in a year mean that a key is wrong, not that rows are."""
_AMOUNTS = ("mass_kg", "value_usd", "value_reported")
_SAID = (*_AMOUNTS, "currency", "valuation", "mass_basis")
_KEY = ("frequency", "period", "reporter", "partner", "direction", "nomenclature", "code")


def settled(folder: Path, year: int, side: SideFile) -> Keys:
    """The keys of a year's rows, once rows that stand twice in the load are out of its file."""
    found = np.fromfile(keys_path(folder, year), np.uint64)
    parts = np.fromfile(parts_path(folder, year), np.int32)
    for path in (keys_path(folder, year), parts_path(folder, year)):
        path.unlink()
    twice = _twice(found, parts)
    if not twice.any():
        return found
    _refuse_many(int(twice.sum()), year)
    rows = rows_at(year_path(folder, year), twice)
    at = np.flatnonzero(twice)
    group = np.unique(
        np.stack([found[at], parts[at].astype(np.uint64)]), axis=1, return_inverse=True
    )[1]
    conflict, again = _judged(rows, group)
    others = _others(rows, group)
    tell(side, rows, conflict, "conflicting_duplicate", others)
    tell(side, rows, again, "duplicate_row", others)
    return without(folder, year, found, at[conflict | again])


def _twice(found: Keys, parts: Numbers) -> Mask:
    """The rows whose key another row has too."""
    if not parts.any():
        ordered = np.sort(found)
        again = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
        return np.isin(found, again) if len(again) else np.zeros(len(found), np.bool_)
    by_key = np.lexsort((parts, found))
    same = (np.diff(found[by_key]) == 0) & (np.diff(parts[by_key]) == 0)
    twice = np.zeros(len(found), np.bool_)
    twice[by_key[1:][same]] = True
    twice[by_key[:-1][same]] = True
    return twice


def _refuse_many(count: int, year: int) -> None:
    if count > MOST:
        accepted = "rows with a key of their own; name the columns that tell them apart in `parts`"
        raise InputError("path", f"{count:,} repeated rows of {year}", accepted)


def rows_at(path: Path, wanted: Mask) -> pa.Table:
    """The rows of a file that a mask marks."""
    with pq.ParquetFile(path) as file:
        found, before = [], 0
        for number in range(file.num_row_groups):
            group = file.read_row_group(number)
            found.append(group.filter(pa.array(wanted[before : before + len(group)])))
            before += len(group)
    return pa.concat_tables(found)


def _judged(rows: pa.Table, group: npt.NDArray[np.int64]) -> tuple[Mask, Mask]:
    """Which rows of groups contradict each other, and which only repeat the first of theirs."""
    said = _numbered(rows, _SAID)
    low, high = np.full(group.max() + 1, len(said)), np.full(group.max() + 1, -1)
    np.minimum.at(low, group, said)
    np.maximum.at(high, group, said)
    conflict = (low != high)[group]
    file, row = _numbered(rows, ("file",)), rows["row"].to_numpy()
    first = np.lexsort((row, file, group))
    is_first = np.zeros(len(group), np.bool_)
    is_first[first[np.r_[True, np.diff(group[first]) != 0]]] = True
    return conflict, ~conflict & ~is_first


def _numbered(rows: pa.Table, names: Sequence[str]) -> npt.NDArray[np.int64]:
    """A number for what rows say in some columns: the same for the same, in order of sight."""
    cells = [pc.cast(rows[name], pa.string()).combine_chunks() for name in names]
    both = pc.binary_join_element_wise(*cells, "|", null_handling="replace", null_replacement="-")
    return np.asarray(both.dictionary_encode().indices, np.int64)


def _others(rows: pa.Table, group: npt.NDArray[np.int64]) -> list[str]:
    """For each row, the numbers of all rows of its group."""
    names = [
        f"{f}:{n}" for f, n in zip(rows["file"].to_pylist(), rows["row"].to_pylist(), strict=True)
    ]
    by_group: dict[int, list[str]] = {}
    for name, number in zip(names, group.tolist(), strict=True):
        by_group.setdefault(number, []).append(name)
    joined = {number: " ".join(sorted(members)) for number, members in by_group.items()}
    return [joined[number] for number in group.tolist()]


def tell(side: SideFile, rows: pa.Table, mask: Mask, reason: str, values: Sequence[str]) -> None:
    """Put the rows of a mask into the side file, file by file."""
    at = np.flatnonzero(mask)
    files = np.array(rows["file"].to_pylist(), object)[at]
    for file in dict.fromkeys(files.tolist()):
        here = at[files == file]
        told = rows.take(pa.array(here))
        text = pc.binary_join_element_wise(
            *(pc.cast(told[name], pa.string()).combine_chunks() for name in (*_KEY, *_AMOUNTS)),
            "|", null_handling="replace",
        )  # fmt: skip
        shown = pa.array([values[n] for n in here], pa.string())
        numbers = told["row"].to_numpy() - 1
        side.add(file, 0, faults.table(reason, "row", numbers, shown, text))


def without(folder: Path, year: int, found: Keys, dropped: npt.NDArray[np.int64]) -> Keys:
    """The keys that are left when some rows are taken out of a year's file."""
    left = np.ones(len(found), np.bool_)
    left[dropped] = False
    path = year_path(folder, year)
    if not left.any():
        path.unlink()
        path.parent.rmdir()
        return found[left]
    kept, before = path.with_suffix(".kept"), 0
    with pq.ParquetFile(path, read_dictionary=TEXT) as file, writer(kept) as out:
        for number in range(file.num_row_groups):
            group = file.read_row_group(number)
            here = group.filter(pa.array(left[before : before + len(group)]))
            before += len(group)
            out.write_table(here.cast(out.schema), row_group_size=max(len(here), 1))
    kept.replace(path)
    return found[left]
