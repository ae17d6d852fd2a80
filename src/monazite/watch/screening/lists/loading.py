"""What a loading is asked for, and what became of it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.errors import InputError
from monazite.watch.screening.lists.held import is_stale
from monazite.watch.screening.lists.kinds import SET

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from monazite.watch.screening.lists.reading.sources import Source
    from monazite.watch.screening.lists.versions import Loading, Version

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of a loading.

    again: the files are those of the version in force, which was only confirmed. old: the version
    before, "" for the first. new, gone, changed: entries; names_new, names_gone: names of all
    entries, also of those that changed. without: files of the publisher's set that are not among
    these. stale: already too old, by the day that the loading states. dated_old: the day that the
    files themselves state lies further back than the list may be old, though the loading says no
    day: is this the publisher's newest file?
    """

    version: Version
    loading: Loading
    old: str
    new: int
    gone: int
    changed: int
    names_new: int
    names_gone: int
    again: bool

    @property
    def without(self) -> tuple[str, ...]:
        """Files that belong to the kind's set and were not read."""
        wanted = SET.get(self.version.kind, ())
        return tuple(name for name in wanted if name not in self.version.tables)

    @property
    def age_days(self) -> int:
        """Days from the one that its age is counted from to that of the loading."""
        return (self.loading.at.date() - self.loading.as_of).days

    @property
    def stale(self) -> bool:
        """Whether it is too old to be screened against as soon as it is loaded."""
        at, limit = self.loading.at.date(), self.loading.stale_after_days
        return is_stale(self.loading.as_of, at, limit)

    @property
    def dated_old(self) -> bool:
        """Whether the files are of a day long before that of the loading."""
        stated = self.version.published
        if stated is None or self.loading.published is not None:
            return False
        return is_stale(stated, self.loading.at.date(), self.loading.stale_after_days)


def list_name(name: str) -> str:
    """The name, if a folder can bear it everywhere; InputError field "name"."""
    if not _NAME.fullmatch(name):
        raise InputError("name", name, "small letters, digits, - and _, such as eu-consolidated")
    return name


def version_of(files: Sequence[Source], mapping: Source | None) -> str:
    """The SHA-256 of the one file; of several, mapping included, of their sorted hashes."""
    hashes = sorted(one.sha256 for one in (*files, *([mapping] if mapping else [])))
    if len(hashes) == 1:
        return hashes[0]
    return hashlib.sha256("".join(f"{one}\n" for one in hashes).encode()).hexdigest()


def different(files: Iterable[Source]) -> tuple[Source, ...]:
    """The files; InputError field "list" for one that holds the same as another."""
    found: dict[str, Source] = {}
    for one in files:
        if one.sha256 in found:
            first = found[one.sha256].path
            raise InputError("list", one.path, f"each file once; this holds the same as {first}")
        found[one.sha256] = one
    return tuple(found.values())


def counts(before: Mapping[str, bytes], now: Mapping[str, bytes]) -> tuple[int, int, int]:
    """How many entries are new, gone and changed."""
    shared = before.keys() & now.keys()
    changed = sum(before[ident] != now[ident] for ident in shared)
    return len(now) - len(shared), len(before) - len(shared), changed


def check_days(published: date | None, today: date, stale_after_days: int) -> None:
    """InputError for a day of publication that is yet to come, and for a span of no days."""
    if published is not None and published > today:
        raise InputError("published", published, f"a day that is not after {today}")
    if stale_after_days < 1:
        raise InputError("stale_after", stale_after_days, "days, at least 1")
