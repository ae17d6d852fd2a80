"""A queue page by page: first what ends first, then what stands still, then what has no limit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from monazite.desk.applications.words import planned_anew
from monazite.desk.cases.models import Case, Task
from monazite.desk.cases.queue import whose
from monazite.desk.cases.queue.cursor import Place, said, told
from monazite.desk.cases.queue.left import Days
from monazite.desk.cases.queue.narrowing import narrowed
from monazite.desk.cases.queue.parts import Part, parts
from monazite.desk.cases.queue.wanted import TO_DO, Wanted
from monazite.desk.people.models import Person
from monazite.errors import InputError

SIZE, SIZE_MAX = 50, 500
"""Rows of a page."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows, each a task or a case with its application and firm, and the next cursor."""

    items: tuple[Task | Case, ...]
    following: str


def listed(person: Person, wanted: Wanted, days: Days, cursor: str = "", size: int = SIZE) -> Page:
    """One page, in a query for each part of the order that it reaches into."""
    if not 1 <= size <= SIZE_MAX:
        raise InputError("size", size, f"1 … {SIZE_MAX}")
    order = parts(wanted.order, of_tasks=wanted.scope == TO_DO)
    at = told(cursor, len(order)) if cursor else None
    rows: QuerySet[Any] = whose.tasks(person) if wanted.scope == TO_DO else whose.cases(person)
    with planned_anew():
        state = "" if "state" in wanted.without else wanted.state
        found = _found(narrowed(rows, wanted, person, days), order, at, size, state)
    more = len(found) > size
    last = found[size - 1] if more else None
    return Page(
        tuple(row for _, row in found[:size]),
        said(last[0], last[1].place, last[1]) if last else "",
    )


def _found(
    rows: QuerySet[Any], order: tuple[Part, ...], at: Place | None, size: int, state: str
) -> list[tuple[int, Any]]:
    """The rows with the number of their part, one more than asked where there are more.

    First their keys alone, in order: what is shown of them is fetched for these few. state: that
    all of them have, "" where they may differ.
    """
    keys: list[tuple[int, Any, Any]] = []
    begin = at.part if at else 0
    for number, part in enumerate(order[begin:], begin):
        if len(keys) > size:
            break
        if not part.holds(state):
            continue
        asked = part.of(rows, at if number == begin else None).values_list("pk", "place")
        keys += [(number, *key) for key in asked[: size + 1 - len(keys)]]
    shown = _with(rows.model._default_manager.all()).in_bulk([pk for _, pk, _ in keys])  # noqa: SLF001 - Django's public name
    for _, pk, place in keys:
        shown[pk].place = place
    return [(number, shown[pk]) for number, pk, _ in keys]


def _with(rows: QuerySet[Any]) -> QuerySet[Any]:
    """What every row shows of its case, without the forms."""
    if rows.model is Task:
        return rows.select_related(
            "case__application__organisation", "case__officer", "assignee"
        ).defer("case__application__form", "case__application__words")
    return rows.select_related("application__organisation", "officer").defer(
        "application__form", "application__words"
    )
