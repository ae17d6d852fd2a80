"""`monazite desk declarations`: the site's declarations with what is known of how they ended."""

from __future__ import annotations

import csv
import os
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from monazite.desk.events.copies import sync
from monazite.desk.events.snapshot import snapshot
from monazite.desk.gate.models import Declaration
from monazite.desk.gate.risk.outcomes import outcomes
from monazite.desk.gate.risk.table import COLUMNS, rows
from monazite.desk.running.worker import PART
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from pathlib import Path
    from typing import TextIO

    from django.db.models import QuerySet

    from monazite.desk.gate.risk.table import Row

    Progress = Callable[[int, int], None]

OUTCOME = "outcome"
"""The column that a model learns; empty: nobody looked."""
_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Written:
    """Where the table lies, how many rows it has, and how many of each outcome that is known."""

    path: Path
    rows: int
    outcomes: dict[str, int]


def write(
    path: Path,
    *,
    since: date | None = None,
    looked: bool = False,
    progress: Progress | None = None,
) -> Written:
    """Write the table as CSV, of one moment, for its owner alone (0600); whole or not at all.

    since: the first customs day; looked: only items of which an outcome is known. InputError where
    a file is there already or cannot be written. progress is told declarations done and in all.
    """
    count, known = 0, Counter[str]()
    with _new(path) as file, snapshot():
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow((*COLUMNS, OUTCOME))
        for row, outcome in _ended(_asked(since), progress):
            if outcome or not looked:
                writer.writerow((*row, outcome))
                count += 1
            known.update([outcome] if outcome else [])
    return Written(path, count, dict(sorted(known.items())))


def _asked(since: date | None) -> QuerySet[Declaration]:
    found = Declaration.objects.filter(day__gte=since) if since else Declaration.objects.all()
    found = found.select_related("office").prefetch_related("items", "acts")
    return found.order_by("day", "lodged_at", "pk")


def _ended(asked: QuerySet[Declaration], progress: Progress | None) -> Iterator[tuple[Row, str]]:
    """Every row with its outcome, a thousand declarations at a time."""
    done, whole = 0, asked.count()
    for some in _batches(asked.iterator(chunk_size=_AT_ONCE)):
        ended = outcomes(some)
        for declaration in some:
            items = sorted(item.number for item in declaration.items.all())
            for number, row in zip(items, rows([declaration]), strict=True):
                yield row, ended[declaration.pk, number]
        done += len(some)
        if progress:
            progress(done, whole)


def _batches(every: Iterable[Declaration]) -> Iterator[list[Declaration]]:
    left = iter(every)
    while some := list(islice(left, _AT_ONCE)):
        yield some


@contextmanager
def _new(path: Path) -> Iterator[TextIO]:
    """A new file that has its name once it is whole."""
    if path.exists():
        raise InputError("out", path, "a file that is not there yet")
    part = path.with_name(f".{path.name}.{os.getpid()}{PART}")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    except OSError as error:
        accepted = f"a folder that can be written ({error.strerror})"
        raise InputError("out", path, accepted) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            yield file
        part.replace(path)
        sync(path.parent)
    finally:
        part.unlink(missing_ok=True)
