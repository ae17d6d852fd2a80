"""The columns of a queue in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from monazite.catalogue.texts import say
from monazite.desk.cases.queue.left import Days
from monazite.desk.cases.queue.listing import SIZE_MAX, listed
from monazite.desk.cases.queue.wanted import Wanted
from monazite.desk.pages.queue.lines import Line, lines
from monazite.desk.people.models import Person

MOST = 5_000
"""Rows of a file; a last row says so where there were more."""
COLUMNS = (
    "left", "more", "reference", "title", "exporter", "destination", "kind", "codes", "materials",
    "state", "task", "why", "assignee", "held", "outdated", "mentioned", "opened",
)  # fmt: skip


def header(lang: str) -> tuple[str, ...]:
    """The names of the columns."""
    return tuple(say(f"desk.queue.column.{name}", lang) for name in COLUMNS)


def rows(person: Person, wanted: Wanted, days: Days, lang: str) -> Iterator[tuple[str, ...]]:
    """The rows as texts, fetched page by page while the file is written."""
    cursor, written = "", 0
    while True:
        page = listed(person, wanted, days, cursor, SIZE_MAX)
        yield from (_row(line, lang) for line in lines(person, page.items, days, lang))
        written, cursor = written + len(page.items), page.following
        if not cursor:
            return
        if written >= MOST:
            yield (say("desk.queue.export_cut", lang, most=f"{MOST:,}"),)
            return


def _row(line: Line, lang: str) -> tuple[str, ...]:
    yes = say("desk.queue.yes", lang)
    return (
        line.left.words, line.left.more, line.reference, line.title, line.exporter,
        line.destination, line.kind, line.codes, line.materials, line.state, line.task, line.why,
        line.assignee, line.held_since, yes if line.outdated else "", yes if line.mentioned else "",
        line.opened,
    )  # fmt: skip
