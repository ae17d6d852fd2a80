"""A version in the making: read into a folder beside the others, which one rename makes one."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from monazite.errors import InputError
from monazite.watch.screening.lists.encoding import SCHEMA, row, table
from monazite.watch.screening.lists.files import flush, unwritable
from monazite.watch.screening.lists.versions import ENTRIES, VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from monazite.watch.screening.entity import Entity
    from monazite.watch.screening.lists.encoding import Row

    Told = Callable[[int], None]

BATCH = 20_000
_PART = ".part-"
_READABLE = 0o755


class Staged(NamedTuple):
    """What was read into a folder: digests by id, and how many names."""

    folder: Path
    digests: dict[str, bytes]
    names: int


@contextmanager
def staging(folder: Path) -> Iterator[Path]:
    """A folder that is gone again unless it was renamed; what a killed loading left is swept."""
    for left in folder.glob(f"{_PART}*"):
        shutil.rmtree(left, ignore_errors=True)
    try:
        part = Path(tempfile.mkdtemp(prefix=_PART, dir=folder))
    except OSError as error:
        raise unwritable(folder, error) from error
    try:
        yield part
    finally:
        shutil.rmtree(part, ignore_errors=True)


def staged(entities: Iterable[Entity], part: Path, told: Told | None = None) -> Staged:
    """Write the entities, in batches.

    InputError field "list" where an id stands twice and says different things.
    """
    digests: dict[str, bytes] = {}
    names = 0
    try:
        with pq.ParquetWriter(part / ENTRIES, SCHEMA, compression="zstd") as file:
            for batch in _batches(entities):
                fresh = _fresh(batch, digests)
                digests.update((one.id, one.digest) for one in fresh)
                names += sum(len(one.names) for one in fresh)
                file.write_table(table(fresh))
                if told is not None:
                    told(len(digests))
    except (OSError, pa.ArrowException) as error:
        raise unwritable(part, OSError(str(error))) from error
    return Staged(part, digests, names)


def commit(part: Path, version: bytes, folder: Path) -> None:
    """Make the staged folder the version's: its bytes are on the disk, then one rename."""
    try:
        (part / VERSION).write_bytes(version)
        for file in part.iterdir():
            flush(file)
        part.chmod(_READABLE)
        if folder.exists():
            # Of an older reader, or damaged: a version stands in its folder alone.
            folder.rename(part.with_name(f"{part.name}-old"))
        part.rename(folder)
        flush(folder.parent)
        shutil.rmtree(part.with_name(f"{part.name}-old"), ignore_errors=True)
    except OSError as error:
        raise unwritable(folder, error) from error


def _fresh(batch: Iterable[Row], digests: Mapping[str, bytes]) -> list[Row]:
    """The rows that were not there before, word for word."""
    fresh: dict[str, Row] = {}
    for one in batch:
        known = digests.get(one.id) or (fresh[one.id].digest if one.id in fresh else one.digest)
        if known != one.digest:
            accepted = "ids that stand once, or say the same; rows of this one differ"
            raise InputError("list", one.id, accepted)
        if one.id not in digests:
            fresh.setdefault(one.id, one)
    return list(fresh.values())


def _batches(entities: Iterable[Entity]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for one in entities:
        batch.append(row(one))
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
