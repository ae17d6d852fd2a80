"""What a newer release replaces: computed from the loads each time, never stored.

A slice is what a release says as a whole (`columns.SLICE`): one code, side and period of one
reporter; of a reconciled source one nomenclature and period. The newest vintage of a source that
says something of a slice is current for it. A release that is only the day of a file may be a
narrower download: it replaces the partners that it names (`WITH_PARTNER`), and no others. Loads of
one vintage add up: no row stands in two of them (`reading.repeated`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from monazite.errors import InputError
from monazite.trade.flows.columns import FILE_DAY, FLOW_COLUMNS, RECONCILED, SLICE
from monazite.trade.flows.store import SLICES
from monazite.trade.flows.vintages import order

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import ibis.expr.types as ir

    from monazite.trade.flows.engine import Engine
    from monazite.trade.flows.store import LoadRecord, Store

WITH_PARTNER = (*SLICE, "partner")
EDITION = ("source", "nomenclature", "frequency", "period")
SUPERSEDED = pa.schema([(name, pa.string()) for name in ("load", *WITH_PARTNER)])
_LEVELS = {"editions": EDITION, "slices": SLICE, "partners": WITH_PARTNER}
"""How much a row of what is superseded means, by the columns of it that are not empty."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What to read for an answer: Parquet files, and slices of theirs that are superseded.

    `superseded` has the columns `load` and those of `WITH_PARTNER`; most stores have no rows there.
    A row without a partner means all partners of its slice, one without a reporter the whole
    nomenclature in its period.
    """

    root: Path
    loads: tuple[LoadRecord, ...]
    files: tuple[Path, ...]
    superseded: pa.Table

    @property
    def frequencies(self) -> frozenset[str]:
        """The frequencies of the loads: A, Q, M."""
        return frozenset(one for load in self.loads for one in load.frequencies)

    def table(self, engine: Engine) -> ir.Table:
        """The flow table of these files without what is superseded."""
        flows = engine.parquet(self.files, self.root)
        flows = flows.mutate(year=flows.year.cast("int32")).select(FLOW_COLUMNS.names)
        depth = pc.add(*(pc.cast(pc.is_valid(self.superseded[name]), pa.int8())
                         for name in ("reporter", "partner")))  # fmt: skip
        for number, (level, names) in enumerate(_LEVELS.items()):
            rows = self.superseded.filter(pc.equal(depth, number))
            if len(rows):
                gone = engine.table(rows.select(["load", *names]), f"superseded_{level}")
                flows = flows.anti_join(gone, ["load", *names])
        return flows


def current(store: Store, release: str | None = None) -> Selection:
    """What a store says now, or said of a release.

    Args:
        store: the store.
        release: the id of a load (that load alone), or a vintage: releases up to and with it.

    Raises:
        InputError: field "store", where it holds no loads; field "as_of".
    """
    loads = store.loads()
    if not loads:
        raise InputError("store", store.path, "a folder that `monazite trade load` has filled")
    return selection(store, as_of(loads, release))


def as_of(loads: Sequence[LoadRecord], release: str | None) -> tuple[LoadRecord, ...]:
    """The loads up to a vintage, or one load by its id; all of them without a release."""
    if release is None:
        return tuple(loads)
    if one := tuple(load for load in loads if load.id == release):
        return one
    last = order(release)
    # 2024 means all of 2024: a vintage that begins with the release is of it.
    found = [one for one in loads if order(one.vintage)[: len(last)] <= last]
    if not found:
        known = ", ".join(sorted({load.vintage for load in loads}))
        raise InputError("as_of", release, f"the id of a load, or a vintage from {known} on")
    return tuple(found)


def selection(store: Store, loads: Sequence[LoadRecord]) -> Selection:
    """The files of these loads that are current, and the slices in them that are not."""
    files: list[Path] = []
    partly: list[pa.Table] = []
    kept: list[LoadRecord] = []
    for load in loads:
        years, rows = _replaced(store, load, [one for one in loads if newer(one, load)])
        left = frozenset(load.years) - years
        if left:
            kept.append(load)
            files.extend(store.files(load.id, left))
            partly.append(rows)
    superseded = pa.concat_tables([SUPERSEDED.empty_table(), *partly])
    return Selection(store.loads_path, tuple(kept), tuple(files), superseded)


def newer(one: LoadRecord, than: LoadRecord) -> bool:
    """Whether a load is of a newer release of the same source, and may say the same."""
    return (
        one.source == than.source
        and order(one.vintage) > order(than.vintage)
        and not set(one.years).isdisjoint(than.years)
        and not set(one.nomenclatures).isdisjoint(than.nomenclatures)
        and not set(one.frequencies).isdisjoint(than.frequencies)
    )


def _replaced(
    store: Store, load: LoadRecord, others: Sequence[LoadRecord]
) -> tuple[frozenset[int], pa.Table]:
    """The years of a load that newer ones replace as a whole, and its replaced slices of others."""
    found = [SUPERSEDED.empty_table()]
    years: frozenset[int] = frozenset()
    if stated := [one for one in others if one.release_from != FILE_DAY]:
        years, rows = _slice_by_slice(store, load, stated)
        found.append(rows)
    if days := [one for one in others if one.release_from == FILE_DAY]:
        whole, rows = _partner_by_partner(store, load, days, frozenset(load.years) - years)
        years |= whole
        found.append(rows)
    rows = pa.concat_tables(found)
    return years, rows.filter(pc.invert(_of_years(rows, years)))


def _slice_by_slice(
    store: Store, load: LoadRecord, others: Sequence[LoadRecord]
) -> tuple[frozenset[int], pa.Table]:
    """What releases replace that say all of each slice."""
    ours = _distinct(_slices(store, load), SLICE)
    keys = EDITION if load.basis == RECONCILED else SLICE
    theirs = pa.concat_tables([_slices(store, one).select(keys) for one in others])
    replaced = ours.join(_distinct(theirs, keys), list(keys), join_type="left semi")
    before, now = _by_year(ours), _by_year(replaced)
    whole = frozenset(year for year, count in now.items() if count == before[year])
    return whole, _superseded(load, replaced)


def _partner_by_partner(
    store: Store, load: LoadRecord, others: Sequence[LoadRecord], years: frozenset[int]
) -> tuple[frozenset[int], pa.Table]:
    """What releases replace that may say only a part of each slice, out of some years of a load."""
    theirs = _distinct(pa.concat_tables([_slices(store, one) for one in others]), WITH_PARTNER)
    files = store.files(load.id, years & frozenset(_by_year(theirs)))
    if not files:
        return frozenset(), SUPERSEDED.empty_table()
    # Files are sorted by code, so that of a large load only what a small one names is read.
    named = pc.field("code").isin(pc.unique(theirs["code"]))
    ours = ds.dataset(list(files)).to_table(list(WITH_PARTNER), filter=named)
    ours = ours.cast(pa.schema([(name, pa.string()) for name in WITH_PARTNER]))
    replaced = ours.join(theirs, list(WITH_PARTNER), join_type="left semi")
    before: Counter[int] = Counter()
    for file in files:
        before[int(file.parent.name.removeprefix("year="))] += pq.read_metadata(file).num_rows
    now = _by_year(replaced)
    whole = frozenset(year for year, count in now.items() if count == before[year])
    return whole, _superseded(load, _distinct(replaced, WITH_PARTNER))


def _slices(store: Store, load: LoadRecord) -> pa.Table:
    return pq.read_table(store.folder(load.id) / SLICES)


def _distinct(rows: pa.Table, names: Sequence[str]) -> pa.Table:
    return rows.group_by(list(names)).aggregate([])


def _superseded(load: LoadRecord, rows: pa.Table) -> pa.Table:
    """Rows of some columns of slices as rows of `SUPERSEDED`."""
    columns = {"load": pa.repeat(pa.scalar(load.id), len(rows))}
    columns |= {name: rows[name] for name in rows.column_names}
    nothing = pa.nulls(len(rows), pa.string())
    return pa.table({name: columns.get(name, nothing) for name in SUPERSEDED.names}).cast(
        SUPERSEDED
    )


def _years(rows: pa.Table) -> pa.ChunkedArray:
    return pc.utf8_slice_codeunits(rows["period"], 0, 4)


def _of_years(rows: pa.Table, years: frozenset[int]) -> pa.ChunkedArray:
    return pc.is_in(_years(rows), pa.array([*map(str, years)], pa.string()))


def _by_year(rows: pa.Table) -> dict[int, int]:
    """How many rows are of each year."""
    counts = pc.value_counts(_years(rows).combine_chunks())
    return {int(one["values"]): one["counts"] for one in counts.to_pylist()}
