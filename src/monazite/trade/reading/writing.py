"""One load written into its staging folder: pieces read, rows checked, files by year."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from monazite import __version__
from monazite.errors import InputError
from monazite.trade.flows.columns import FILE_DAY, RECONCILED
from monazite.trade.flows.slices import WITH_PARTNER
from monazite.trade.flows.store import RECORD, REJECTS, SLICES, LoadedFile, LoadRecord
from monazite.trade.reading import words as words_of
from monazite.trade.reading.held import same_release, unheld
from monazite.trade.reading.keys import check_sizes, slices
from monazite.trade.reading.normalise import normalise
from monazite.trade.reading.pieces import columns, pieces
from monazite.trade.reading.reader import Scope, reader
from monazite.trade.reading.reasons import LATE, REJECTED, status
from monazite.trade.reading.repeated import settled
from monazite.trade.reading.run import in_order
from monazite.trade.reading.sidefile import SideFile
from monazite.trade.reading.vocabulary import Vocabularies
from monazite.trade.reading.years import YearFiles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from monazite.trade.flows.store import Store
    from monazite.trade.reading.containers.raw import Piece
    from monazite.trade.reading.flows_of import Normal
    from monazite.trade.reading.planning import Planned
    from monazite.trade.reading.reader import Reader
    from monazite.trade.reading.values import Rate

_NOTHING_SAID = pa.schema([(name, pa.string()) for name in WITH_PARTNER]).empty_table()
_LISTED = 2
"""A load's id names at most so many nomenclatures."""


@dataclass(frozen=True, slots=True)
class Job:
    """What one load is made of: files of one layout and release, and how they are to be read.

    `said_by` names the release; `ready` are loads of the same call that are written but not yet in
    the store.
    """

    files: Sequence[Planned]
    vintage: str
    said_by: str
    store: Store
    ready: Sequence[tuple[Path, LoadRecord]]
    given: Mapping[str, str]
    rate: Rate
    read: Callable[[str, int], None]


@dataclass(slots=True)
class _Tally:
    """Counts of a load while it is read."""

    rows: Counter[str]
    notes: Counter[str]
    rejected: int = 0
    set_aside: int = 0


def write(folder: Path, job: Job) -> LoadRecord:
    """Write a load into its folder and say what it is; no row is taken where the store holds all.

    Raises:
        InputError: field "path", where no row of it is a flow.
    """
    layout = job.files[0].match.layout
    source = words_of.constant("source", layout.source, job.given.get("source")) or layout.kind
    words, tally = Vocabularies(), _Tally(Counter(), Counter())
    side, years = SideFile(folder / REJECTS), YearFiles(folder, words, source, job.vintage)
    try:
        for label, normal in in_order(_tasks(job, words)):
            _take(label, normal, tally, side, years)
        years.finish()
        check_sizes(words)
        said, accepted = _settle(folder, years, side, source, job)
    finally:
        years.close()
        side.close()
    held = side.counts["already_loaded"] and not side.counts["conflicts_with_loaded"]
    if not accepted and not held:
        raise _nothing(job, tally, side)
    record = _record(job, source, years.basis(), tally, side, said, accepted)
    pq.write_table(said, folder / SLICES)
    (folder / RECORD).write_text(json.dumps(record.document(), ensure_ascii=False, indent=1))
    return record


def _tasks(job: Job, words: Vocabularies) -> Iterator[Callable[[], tuple[str, Normal]]]:
    """A task for each piece of each file; the name under which its rows are numbered beside."""
    for one in job.files:
        readers: dict[str, Reader] = {}
        read = partial(job.read, one.file.name)
        for sheet, piece in pieces(one.file, one.match, read):
            if sheet not in readers:
                scope = Scope(one.file, sheet, columns(one.match), job.given, words)
                readers[sheet] = reader(one.match.layout, scope)
            label = f"{one.file.name}#{sheet}" if sheet else one.file.name
            yield partial(_normal, label, piece, readers[sheet], job.rate)


def _normal(label: str, piece: Piece, reader_: Reader, rate: Rate) -> tuple[str, Normal]:
    return label, normalise(piece(), reader_, rate)


def _take(label: str, normal: Normal, tally: _Tally, side: SideFile, years: YearFiles) -> None:
    """Give a piece its place in its file: rows are numbered from 1 on."""
    before = tally.rows[label]
    for told in normal.told:
        side.add(label, before, told)
    tally.rows[label] += normal.records
    tally.notes.update(normal.notes)
    tally.rejected += normal.rejected
    tally.set_aside += normal.set_aside
    if len(normal.flows):
        years.add(normal.flows.placed(years.words.files.number(label), before + 1))


def _settle(
    folder: Path, years: YearFiles, side: SideFile, source: str, job: Job
) -> tuple[pa.Table, int]:
    """What the load says something of, once rows that stand twice are out; and its rows."""
    tables, accepted = [], 0
    reconciled = years.basis() == RECONCILED
    release = same_release(job.store, job.ready, source, job.vintage)
    for year in sorted(years.rows):
        files = [path for held in release for path in held.glob(f"year={year}/*.parquet")]
        keys = unheld(folder, year, settled(folder, year, side), files, years.words, side)
        whole = {"reconciled": reconciled, "by_partner": job.said_by == FILE_DAY}
        tables.append(slices(keys, source, years.words, **whole))
        accepted += len(keys)
    return pa.concat_tables([_NOTHING_SAID, *tables]), accepted


def _record(
    job: Job, source: str, basis: str, tally: _Tally, side: SideFile, said: pa.Table, accepted: int
) -> LoadRecord:
    """What stands in the load's `load.json`."""
    distinct = {name: sorted(said[name].unique().to_pylist()) for name in said.column_names[1:4]}
    shas = sorted(one.sha256 for one in job.files)
    first = job.files[0]
    content = hashlib.sha256(" ".join([*shas, first.layout, job.vintage]).encode()).hexdigest()
    twice = Counter({reason: side.counts[reason] for reason in LATE})
    return LoadRecord(
        id=_id(source, distinct["nomenclature"], job.vintage, content),
        kind=first.match.layout.kind,
        source=source,
        vintage=job.vintage,
        basis=basis,
        nomenclatures=tuple(distinct["nomenclature"]),
        frequencies=tuple(distinct["frequency"]),
        years=tuple(sorted({int(period[:4]) for period in distinct["period"]})),
        files=tuple(_loaded(one, tally) for one in job.files),
        accepted=accepted,
        rejected=tally.rejected + sum(n for why, n in twice.items() if status(why) == REJECTED),
        set_aside=tally.set_aside + sum(n for why, n in twice.items() if status(why) != REJECTED),
        layout=first.layout,
        version=__version__,
        loaded_at=datetime.now(UTC).isoformat(timespec="microseconds"),
        reasons=dict(sorted(side.counts.items())),
        notes={name: count for name, count in tally.notes.items() if count},
        release_from=job.said_by,
    )


def _loaded(one: Planned, tally: _Tally) -> LoadedFile:
    labels = (label for label in tally.rows if label.split("#", 1)[0] == one.file.name)
    rows = sum(tally.rows[label] for label in labels)
    return LoadedFile(one.file.name, one.sha256, one.file.size, rows)


def _id(source: str, nomenclatures: Sequence[str], vintage: str, content: str) -> str:
    """A load's id as people read it: source, nomenclatures, vintage, and 8 signs of its content."""
    named = "+".join(nomenclatures) if len(nomenclatures) <= _LISTED else "mixed"
    safe = re.sub(r"[^A-Za-z0-9.+-]+", "_", f"{source}-{named}-{vintage}")
    return f"{safe}-{content[:8]}"


def _nothing(job: Job, tally: _Tally, side: SideFile) -> InputError:
    """The error of a load of which no row is a flow, with the commonest reasons."""
    names = ", ".join(one.file.name for one in job.files[:3])
    total = sum(tally.rows.values())
    if not total:
        return InputError("path", names, "a file with rows; below its header this one holds none")
    reasons = "; ".join(
        f"{reason} in {count:,} ({side.examples[reason]})"
        for reason, count in side.counts.most_common(3)
    )
    return InputError("path", names, f"rows of the layout; none of its {total:,} is one: {reasons}")
