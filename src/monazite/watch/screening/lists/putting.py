"""Put a list in force: read beside the versions held, checked, and switched to last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from monazite import __version__
from monazite.errors import InputError, MonaziteError
from monazite.watch.screening.lists import shrinking
from monazite.watch.screening.lists.differing import names_differing
from monazite.watch.screening.lists.entries import Entries
from monazite.watch.screening.lists.files import alone, write
from monazite.watch.screening.lists.kinds import READER, reader
from monazite.watch.screening.lists.loading import Loaded, counts, version_of
from monazite.watch.screening.lists.reading.gathering import Tally
from monazite.watch.screening.lists.shrinking import Size
from monazite.watch.screening.lists.staging import commit, staged, staging
from monazite.watch.screening.lists.versions import (
    CURRENT,
    ENTRIES,
    FOLDER_SIGNS,
    Current,
    File,
    Loading,
    Version,
    read_current,
    read_version,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime
    from pathlib import Path

    from monazite.watch.screening.lists.reading.sources import Source

    Told = Callable[[int], None] | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be put in force: files read together as one list."""

    list: str
    kind: str
    files: tuple[Source, ...]
    mapping: Source | None
    now: datetime
    published: date | None
    stale_after_days: int
    accept_fewer: bool


class _Found(NamedTuple):
    version: Version
    digests: Mapping[str, bytes]

    @property
    def size(self) -> Size:
        """What of it must not be lost."""
        return Size(self.digests, self.version.names, self.version.tables)


def put(folder: Path, wanted: Wanted, told: Told = None) -> Loaded:
    """Put it in force in the list's folder; InputError where it cannot be, and nothing changes."""
    made = not folder.exists()
    with alone(folder):
        try:
            return _put(folder, wanted, told)
        finally:
            if made:
                _unmake(folder)


def _put(folder: Path, wanted: Wanted, told: Told) -> Loaded:
    held = read_current(folder)
    if held is not None and held.kind != wanted.kind:
        accepted = f"{held.kind}: files of that kind are held as {wanted.list}; else another --name"
        raise InputError("as", wanted.kind, accepted)
    old = held.loadings[-1].version if held is not None else ""
    before = _found(folder, old) if old else None
    found = _kept(folder, wanted, before) or _read(folder, wanted, before, told)
    loading = Loading(
        found.version.version, wanted.now, wanted.published, wanted.stale_after_days,
        found.version.entries,
    )  # fmt: skip
    loadings = (*(held.loadings if held is not None else ()), loading)
    names = _names(folder, before, found)
    write(folder / CURRENT, Current(wanted.list, wanted.kind, loadings).written())
    again = loading.version == old
    entries = counts(before.digests if before else {}, found.digests)
    return Loaded(found.version, loading, old, *entries, *names, again=again)


def _kept(folder: Path, wanted: Wanted, before: _Found | None) -> _Found | None:
    """The version of these files, where this reader made it before."""
    found = _found(folder, version_of(wanted.files, wanted.mapping))
    if found is None or found.version.reader != READER:
        return None
    _check(wanted, before, found.size)
    return found


def _read(folder: Path, wanted: Wanted, before: _Found | None, told: Told) -> _Found:
    """Read the files into a version of their own."""
    tally = Tally()
    entities = reader(wanted.kind).entities(wanted.files, wanted.list, tally, wanted.mapping)
    with staging(folder) as part:
        made = staged(entities, part, told)
        if not made.digests:
            raise InputError("list", wanted.files[0].path, _nothing(wanted.kind, tally))
        _check(wanted, before, Size(made.digests, made.names, tally.tables))
        version = Version(
            list=wanted.list,
            version=version_of(wanted.files, wanted.mapping),
            kind=wanted.kind,
            reader=READER,
            files=tuple(File(one.path.name, one.sha256, one.size) for one in _all(wanted)),
            published=tally.published,
            entries=len(made.digests),
            names=made.names,
            left_out=dict(tally.left_out),
            software=__version__,
            tables=tally.tables,
        )
        commit(part, version.written(), folder / version.version[:FOLDER_SIGNS])
    return _Found(version, made.digests)


def _all(wanted: Wanted) -> tuple[Source, ...]:
    return (*wanted.files, *((wanted.mapping,) if wanted.mapping else ()))


def _nothing(kind: str, tally: Tally) -> str:
    left = ", ".join(f"{reason} {count:,}" for reason, count in sorted(tally.left_out.items()))
    told = f"; left out: {left}" if left else ""
    return f"a file of kind {kind} with at least one entry that has a name{told}"


def _check(wanted: Wanted, before: _Found | None, now: Size) -> None:
    if before is not None and not wanted.accept_fewer:
        shrinking.check(before.size, now, wanted.list)


def _names(folder: Path, before: _Found | None, now: _Found) -> tuple[int, int]:
    """How many names are new and gone."""
    if before is None:
        return now.version.names, 0
    return names_differing(*(_entries(folder, one.version.version) for one in (before, now)))


def _found(folder: Path, version: str) -> _Found | None:
    """A version that is held; None where it is not, or is damaged: loading it anew mends it."""
    try:
        found = read_version(folder / version[:FOLDER_SIGNS])
        if found is None or found.version != version:
            return None
        return _Found(found, _entries(folder, version).digests())
    except MonaziteError:
        return None


def _entries(folder: Path, version: str) -> Entries:
    return Entries(folder.name, folder / version[:FOLDER_SIGNS] / ENTRIES)


def _unmake(folder: Path) -> None:
    """Take away the folder of a list that was not there before, and holds nothing."""
    if (folder / CURRENT).exists():
        return
    for left in folder.iterdir():
        left.unlink()
    folder.rmdir()
