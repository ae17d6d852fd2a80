"""Tasks: opened and closed in memory, so that the event that tells them can be written first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils import timezone

from monazite.desk.cases.models import Case, Task
from monazite.desk.cases.models.case import CANCELLED, DONE, OPEN
from monazite.desk.cases.prints import TASK
from monazite.desk.people.models import Organisation, Person

_CHANGES = ("assignee", "state", "closed_at", "closed_by")


class Tasks:
    """The tasks of one case while a service changes them.

    `told` goes into the event's `rows`; `save` writes them, after the event.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._all = list(case.tasks.select_related("agency").order_by("number"))
        self._changed: dict[int, Task] = {}
        self._now = timezone.now()

    def all(self, kind: str) -> list[Task]:
        """Those of a kind, open or closed, in their order."""
        return [task for task in self._all if task.kind == kind]

    def of(self, idents: Sequence[int]) -> list[Task]:
        """Those with these ids, in their order."""
        return [task for task in self._all if task.pk in idents]

    def open(self, kind: str = "") -> list[Task]:
        """Those that are open, of a kind where one is named."""
        return [task for task in self._all if task.state == OPEN and kind in {"", task.kind}]

    def add(self, kind: str, agency: Organisation, rule: str) -> Task:
        """Open one more."""
        task = Task(
            case=self._case, number=len(self._all) + 1, kind=kind, agency=agency, rule=rule,
            opened_at=self._now,
        )  # fmt: skip
        self._all.append(task)
        self._changed[task.number] = task
        return task

    def assign(self, task: Task, person: Person | None) -> None:
        """Give it to somebody, or to nobody."""
        task.assignee = person
        self._changed[task.number] = task

    def done(self, tasks: Iterable[Task], person: Person | None) -> None:
        """Close them as done."""
        self._close(tasks, DONE, person)

    def cancel(self, tasks: Iterable[Task], person: Person | None) -> None:
        """Close them as not needed any more."""
        self._close(tasks, CANCELLED, person)

    def told(self) -> dict[str, dict[str, str]]:
        """The prints of what changed; nothing where nothing did."""
        rows = {str(number): TASK.of(task) for number, task in sorted(self._changed.items())}
        return {"tasks": rows} if rows else {}

    def save(self) -> None:
        """Write what changed: new rows in one statement, changed ones one by one."""
        rows = [task for _, task in sorted(self._changed.items())]
        new = [task for task in rows if task.pk is None]
        for task in rows:
            if task.pk is not None:
                task.save(update_fields=_CHANGES)
        Task.objects.bulk_create(new)

    def _close(self, tasks: Iterable[Task], state: str, person: Person | None) -> None:
        for task in tasks:
            task.state, task.closed_at, task.closed_by = state, self._now, person
            self._changed[task.number] = task

    @property
    def at(self) -> datetime:
        """When all this happens."""
        return self._now
