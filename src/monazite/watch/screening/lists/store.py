"""Every version of every list that was ever loaded, and which of them is in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.errors import InputError
from monazite.watch.screening.answers import ListUsed
from monazite.watch.screening.lists.differing import Difference, differing
from monazite.watch.screening.lists.entries import Entries
from monazite.watch.screening.lists.held import STALE_AFTER, Held, is_stale
from monazite.watch.screening.lists.kinds import reader
from monazite.watch.screening.lists.loading import Loaded, check_days, different, list_name
from monazite.watch.screening.lists.past import then
from monazite.watch.screening.lists.putting import Wanted, put
from monazite.watch.screening.lists.reading.sources import source
from monazite.watch.screening.lists.versions import (
    CURRENT,
    ENTRIES,
    FOLDER_SIGNS,
    Current,
    Loading,
    Version,
    read_current,
    read_version,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime
    from pathlib import Path

_SHORTEST = 6


class Lists:
    """A folder of lists: DIR/<list>/<first 16 of the version>/, and DIR/<list>/current.

    Names that begin with a dot are others' (an index, a lock).
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def load(
        self,
        files: Sequence[Path],
        kind: str,
        *,
        now: datetime,
        name: str | None = None,
        published: date | None = None,
        mapping: Path | None = None,
        stale_after_days: int = STALE_AFTER,
        accept_fewer: bool = False,
        told: Callable[[int], None] | None = None,
    ) -> Loaded:
        """Read the files together as one list, and put it in force.

        Args:
            files: of one kind (`kinds.KINDS`), told apart by what they hold, not by their names.
            kind: of which publisher.
            now: the moment of loading, with its zone.
            name: of the list in the store; the kind's where it is not given.
            published: the day from which its age is counted; the day of loading where not given.
            mapping: which column of a table is what, for kind `csv`.
            stale_after_days: after so many days it is too old to say that nothing was found.
            accept_fewer: take a version that holds far fewer entries than the last.
            told: called with the number of entries read so far.

        Raises:
            InputError: naming what cannot be used; the version that was in force stays so.
        """
        its = list_name(kind if name is None else name)
        reader(kind)
        check_days(published, now.date(), stale_after_days)
        if not files:
            raise InputError("list", None, "at least one file")
        read = different(source(path) for path in files)
        mapped = source(mapping) if mapping is not None else None
        wanted = Wanted(
            its, kind, read, mapped, now, published, stale_after_days, accept_fewer=accept_fewer
        )
        return put(self.directory / its, wanted, told)

    def names(self) -> tuple[str, ...]:
        """The lists of which a version is in force."""
        return tuple(sorted(one.parent.name for one in self.directory.glob(f"[!.]*/{CURRENT}")))

    def held(self, now: datetime) -> tuple[Held, ...]:
        """Every list as it is in force, and whether it is stale on that day."""
        found = (self.current(name) for name in self.names())
        return tuple(self._held(one, one.loadings[-1], now.date()) for one in found)

    def held_as(self, since: str | date, now: datetime) -> tuple[Held, ...]:
        """The lists as they were on a day or before a version was replaced (`past.then`)."""
        currents = {name: self.current(name) for name in self.names()}
        return tuple(self._held(*one) for one in then(currents, since, now.date()))

    def current(self, name: str) -> Current:
        """Every loading of a list; InputError field "list" where none of the name is held."""
        found = read_current(self.directory / name) if name in self.names() else None
        if found is None:
            held = ", ".join(self.names()) or "none is held yet"
            raise InputError("list", name, f"a list that is held: {held}")
        return found

    def versions(self, name: str) -> tuple[Version, ...]:
        """The versions of a list, in the order in which they first came into force."""
        hashes = dict.fromkeys(one.version for one in self.current(name).loadings)
        return tuple(self.version(name, one) for one in hashes)

    def version(self, name: str, version: str) -> Version:
        """What is said of a version; InputError field "version" where its folder is gone."""
        found = read_version(self.directory / name / version[:FOLDER_SIGNS])
        if found is None:
            accepted = "a version whose folder is there: load its files again"
            raise InputError("version", f"{name}/{version[:FOLDER_SIGNS]}", accepted)
        return found

    def difference(self, name: str, old: str, new: str) -> Difference:
        """What two versions of a list, each named by the beginning of its hash, do not share."""
        first, last = (self._full(name, one) for one in (old, new))
        before, now = (self._entries(name, one).digests() for one in (first, last))
        return differing(name, (first, before), (last, now))

    def _full(self, name: str, version: str) -> str:
        """The hash that begins so; InputError field "version" where none or several do."""
        known = dict.fromkeys(one.version for one in self.current(name).loadings)
        found = [one for one in known if one.startswith(version)]
        if len(found) != 1 or len(version) < _SHORTEST:
            held = ", ".join(one[:FOLDER_SIGNS] for one in known)
            raise InputError("version", version, f"the first signs of one of {held}")
        return found[0]

    def _held(self, current: Current, loading: Loading, today: date) -> Held:
        name, version = current.list, self.version(current.list, loading.version)
        stale = is_stale(loading.as_of, today, loading.stale_after_days)
        published = loading.published or version.published
        used = ListUsed(name, loading.version, published, loading.at, stale)
        entries = self._entries(name, loading.version)
        folder = self.directory / name / loading.version[:FOLDER_SIGNS]
        return Held(used, current.kind, loading.as_of, loading.stale_after_days, entries, folder)

    def _entries(self, name: str, version: str) -> Entries:
        return Entries(name, self.directory / name / version[:FOLDER_SIGNS] / ENTRIES)
