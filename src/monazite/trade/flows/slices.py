"""What a newer release replaces: computed from the loads each time, never stored.

A slice is what a release says as a whole (`columns.SLICE`): one code, side and period of one
reporter; of a reconciled source one nomenclature and year. The newest vintage of a source that says
something of a slice is current for it. Loads of one vintage add up: no row stands in two of them
(`reading.repeated`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from monazite.errors import InputError
from monazite.trade.flows.columns import FLOW_COLUMNS, SLICE
from monazite.trade.flows.vintages import order

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import ibis.expr.types as ir

    from monazite.trade.flows.engine import Engine
    from monazite.trade.flows.store import LoadRecord, Store

SUPERSEDED = pa.schema([(name, pa.string()) for name in ("load", *SLICE)])
RECONCILED = "reconciled"


@dataclass(frozen=True, slots=True)
class Selection:
    """What to read for an answer: Parquet files, and slices of theirs that are superseded.

    `superseded` has the columns `load` and those of `SLICE`; most stores have no rows there.
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
        if not len(self.superseded):
            return flows
        return flows.anti_join(engine.table(self.superseded, "superseded"), list(SUPERSEDED.names))


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
    current: list[LoadRecord] = []
    for load in loads:
        newer = [one for one in loads if _newer(one, load)]
        years, rows = _replaced(store, load, newer)
        left = frozenset(load.years) - years
        if left:
            current.append(load)
            files.extend(store.files(load.id, left))
            partly.append(rows)
    superseded = pa.concat_tables([SUPERSEDED.empty_table(), *partly])
    return Selection(store.loads_path, tuple(current), tuple(files), superseded)


def _newer(one: LoadRecord, than: LoadRecord) -> bool:
    """Whether a load is of a newer release of the same source, and may say the same."""
    return (
        one.source == than.source
        and order(one.vintage) > order(than.vintage)
        and not set(one.years).isdisjoint(than.years)
        and not set(one.nomenclatures).isdisjoint(than.nomenclatures)
        and not set(one.frequencies).isdisjoint(than.frequencies)
    )


def _replaced(
    store: Store, load: LoadRecord, newer: Sequence[LoadRecord]
) -> tuple[frozenset[int], pa.Table]:
    """The years of a load that are replaced as a whole, and its replaced slices of other years."""
    if not newer:
        return frozenset(), SUPERSEDED.empty_table()
    ours = _slices(store, load)
    keys = _RECONCILED_SLICE if load.basis == RECONCILED else SLICE
    theirs = pa.concat_tables([_slices(store, one).select(keys) for one in newer])
    replaced = ours.join(theirs.group_by(keys).aggregate([]), keys, join_type="left semi")
    before, now = _by_year(ours), _by_year(replaced)
    whole = frozenset(year for year, count in now.items() if count == before[year])
    partly = pc.invert(pc.is_in(_years(replaced), pa.array([*map(str, whole)], pa.string())))
    rows = replaced.filter(partly).select(SLICE)
    loads = pa.repeat(pa.scalar(load.id), len(rows))
    return whole, rows.add_column(0, "load", loads).cast(SUPERSEDED)


_RECONCILED_SLICE = ["source", "nomenclature", "frequency", "period"]


def _slices(store: Store, load: LoadRecord) -> pa.Table:
    from monazite.trade.flows.store import SLICES  # noqa: PLC0415 - the store reads slices

    return pq.read_table(store.folder(load.id) / SLICES)


def _years(rows: pa.Table) -> pa.ChunkedArray:
    return pc.utf8_slice_codeunits(rows["period"], 0, 4)


def _by_year(rows: pa.Table) -> dict[int, int]:
    """How many slices are of each year."""
    counts = pc.value_counts(_years(rows).combine_chunks())
    return {int(one["values"]): one["counts"] for one in counts.to_pylist()}
