"""The tasks that somebody ticked in a queue, by the case that each is about."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from monazite.desk.cases.models import Task
from monazite.desk.cases.queue import whose
from monazite.desk.people.models import Person
from monazite.errors import InputError

MOST = 200
"""Tasks that are done at once."""


def picked(person: Person, numbers: Sequence[str]) -> dict[uuid.UUID, list[Task]]:
    """The tasks ticked that still are the office's to do, by application, in the order of ids.

    InputError for none, for too many, and for what no page gave.
    """
    if wrong := [each for each in numbers if not (each.isascii() and each.isdigit())]:
        raise InputError("pick", wrong[0][:40], "the tasks of a queue", "stale")
    if not 0 < len(set(numbers)) <= MOST:
        code = "pick_many" if numbers else "pick_none"
        raise InputError("pick", len(set(numbers)), f"1 … {MOST}", code, most=MOST)
    rows = whose.tasks(person).filter(pk__in={int(each) for each in numbers})
    asked = rows.select_related("case__application__organisation", "assignee", "agency")
    found: dict[uuid.UUID, list[Task]] = {}
    for task in asked.defer("case__application__form", "case__application__words").order_by("pk"):
        found.setdefault(task.case.application_id, []).append(task)
    return found
