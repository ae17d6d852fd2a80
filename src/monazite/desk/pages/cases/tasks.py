"""What has to be done about the case, by which office and whom, since when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from monazite.catalogue.texts import say
from monazite.desk.cases.colleagues import left
from monazite.desk.cases.models import Task
from monazite.desk.cases.models.case import OPEN
from monazite.desk.cases.notes import wanted
from monazite.desk.cases.why import rule_words
from monazite.desk.pages.cases.look import Look
from monazite.desk.people.named import named


@dataclass(frozen=True, slots=True)
class TaskWords:
    """One task; state: open, done or cancelled; why: the rule or the step that opened it.

    asked: what an office that was asked by hand is asked for; left: that whoever has it left, or
    lost the role, and it has to be given to another; "" else.
    """

    number: int
    kind: str
    office: str
    assignee: str
    state: str
    state_words: str
    why: str
    asked: str
    opened_at: datetime
    closed_at: datetime | None
    own: bool
    left: str

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do it."""
        return self.state == OPEN


def rows(look: Look) -> list[Task]:
    """The tasks that the reader may see.

    What another office has to do tells what others advised: who sees all advice sees all tasks.
    """
    own = look.person.organisation_id
    return [task for task in look.tasks if look.reads_all or task.agency_id == own]


@dataclass(frozen=True, slots=True)
class TaskTable:
    """Tasks that somebody has to do, and those that are over."""

    open: tuple[TaskWords, ...]
    over: tuple[TaskWords, ...]


def told(tasks: Sequence[Task], look: Look) -> TaskTable:
    """Every task in words, the oldest first."""
    gone = left(task for task in tasks if task.state == OPEN)
    found = [_task(task, look, gone) for task in tasks]
    return TaskTable(
        open=tuple(task for task in found if task.is_open),
        over=tuple(task for task in found if not task.is_open),
    )


def _task(task: Task, look: Look, gone: frozenset[int]) -> TaskWords:
    name = task.assignee.name if task.assignee else ""
    return TaskWords(
        number=task.number,
        kind=say(f"desk.task.{task.kind}", look.lang),
        office=named(task.agency, look.lang),
        assignee=name,
        state=task.state,
        state_words=say(f"desk.pages.case.task_state.{task.state}", look.lang),
        why=rule_words(task, look.lang),
        asked=wanted(task, look.notes),
        opened_at=task.opened_at,
        closed_at=task.closed_at,
        own=task.agency_id == look.person.organisation_id,
        left=say("desk.cases.assignee_left", look.lang, name=name) if task.pk in gone else "",
    )
