"""Load files into a store: a file, a folder or a zip becomes immutable loads, or nothing."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.trade.flows.store import Store
from monazite.trade.reading.planning import by_release, planned
from monazite.trade.reading.replaced import replaced
from monazite.trade.reading.report import Already, LoadReport, all_held, unchanged
from monazite.trade.reading.staging import commit, locked, staged
from monazite.trade.reading.values import packaged_rate
from monazite.trade.reading.writing import Job, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from monazite.trade.flows.store import LoadRecord
    from monazite.trade.reading.planning import Planned
    from monazite.trade.reading.values import Rate

    Progress = Callable[[str, int, int], None]


def load(
    path: str | Path,
    store: str | Path,
    *,
    kind: str | None = None,
    mapping: str | Path | None = None,
    vintage: str | None = None,
    given: Mapping[str, str] | None = None,
    rate: Rate = packaged_rate,
    progress: Progress | None = None,
) -> LoadReport:
    """Load a file, a folder or a zip of a publisher's files into the store.

    Files that the store holds already (the same bytes under the same layout, and of the release
    that the caller names, if one is named) are not loaded again. Everything is read and checked
    before the first load appears, by one rename each.

    Args:
        path: the file, folder or zip.
        store: the folder of the store; it is made where it is missing.
        kind: the layout (`--as`), else the files are recognised.
        mapping: a layout of the caller's own (`--mapping`), instead of `kind`.
        vintage: the publisher's release, instead of what files and names say.
        given: words that the layout leaves to the caller, such as {"direction": "export"}.
        rate: dollars for one unit of a currency in a period, for values in other currencies.
        progress: called with the file's name, the bytes read so far, and the bytes in all.

    Raises:
        InputError: where nothing can be loaded; the store is then as it was.
        MonaziteError: where the disk refuses to be written; the store is then as it was.
    """
    said = dict(given or {})
    plan = planned(Path(path), kind, Path(mapping) if mapping else None, said)
    place = Store(Path(store))
    with locked(place), ExitStack() as made:
        new, already = _new(place, plan.files, vintage)
        read = _progress(new, progress)
        ready: list[tuple[Path, LoadRecord]] = []
        for (_, _, release, said_by), files in by_release(new, vintage).items():
            folder = made.enter_context(staged(place))
            record = write(folder, Job(files, release, said_by, place, ready, said, rate, read))
            if record.accepted:
                ready.append((folder, record))
            else:
                already.append(all_held(place, folder, record))
        for folder, record in ready:
            commit(place, folder, record.id)
    made_now = tuple(record for _, record in ready)
    return LoadReport(place.path, made_now, tuple(already), plan.skipped, replaced(place, made_now))


def _new(
    store: Store, files: Iterable[Planned], vintage: str | None
) -> tuple[list[Planned], list[Already]]:
    """The files that the store does not hold yet, and what became of those that it does."""
    held: dict[tuple[str, str, str | None], LoadRecord] = {}
    for one in store.loads():
        for file in one.files:
            for release in (None, one.vintage):
                held.setdefault((file.sha256, one.layout, release), one)
    new: dict[tuple[str, str, str | None], Planned] = {}
    known: dict[str, tuple[LoadRecord | None, list[str]]] = {}
    for found in files:
        key = (found.sha256, found.layout, vintage or found.vintage)
        if key in held or key in new:
            first = held.get(key)
            known.setdefault(first.id if first else "", (first, []))[1].append(found.file.name)
        else:
            new[key] = found
    return list(new.values()), [unchanged(store, names, one) for one, names in known.values()]


def _progress(files: Iterable[Planned], progress: Progress | None) -> Callable[[str, int], None]:
    """What is told of every read, as bytes so far and in all."""
    total = sum(one.file.size for one in files)
    done: Counter[str] = Counter()

    def read(name: str, count: int) -> None:
        if progress:
            done[name] += count
            progress(name, min(done.total(), total), total)

    return read
