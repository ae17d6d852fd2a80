"""Which task a case has at its licensing office, as the advice on it comes in."""

from __future__ import annotations

from monazite.desk.cases.colleagues import is_able
from monazite.desk.cases.consolidation import REVIEW, Together, together
from monazite.desk.cases.models import Advice, Case, Task
from monazite.desk.cases.services.apart import of_the_first
from monazite.desk.cases.tasks import Tasks
from monazite.desk.people.models import Organisation, Person
from monazite.licensing.casework.advice import WAITING

CONSOLIDATE, DECIDE, COUNTERSIGN = "consolidate", "decide", "countersign"
RECONSIDER = "reconsider"
CONFLICT = "advice_in_conflict"


def forward(case: Case, tasks: Tasks, person: Person, *more: Advice) -> Together:
    """Open what is to be done next: wait and settle, or decide; what the advice comes to now."""
    found = together(case, *more, reviews=tasks.all(REVIEW))
    if found.consolidation.state == WAITING:
        tasks.cancel(tasks.open(DECIDE), person)
        opened(case, tasks, CONSOLIDATE, "advice_awaited")
    elif found.unsettled:
        tasks.cancel(tasks.open(DECIDE), person)
        # A visit of its own: whoever sorts a queue sees what waits for a person and no more advice.
        waited = [task for task in tasks.open(CONSOLIDATE) if task.rule != CONFLICT]
        tasks.done(waited, person)
        opened(case, tasks, CONSOLIDATE, CONFLICT)
    else:
        tasks.done(tasks.open(CONSOLIDATE), person)
        opened(case, tasks, DECIDE, _ready(found))
    return found


def _ready(found: Together) -> str:
    if found.settlement:
        return "settled"
    return "advice_agreed" if found.advice else "nobody_asked"


def opened(case: Case, tasks: Tasks, kind: str, rule: str) -> Task:
    """The licensing office's open task of a kind; a new one is given to whoever has the case."""
    if already := tasks.open(kind):
        return already[0]
    task = tasks.add(kind, office(case), rule)
    if case.officer and _may_have(case.officer, task):
        tasks.assign(task, case.officer)
    return task


def _may_have(officer: Person, task: Task) -> bool:
    """Two sign, and nobody looks again at a decision of their own: those tasks are another's."""
    if task.kind == COUNTERSIGN or not is_able(officer, task):
        return False
    return task.kind != RECONSIDER or officer.pk not in of_the_first(task.case)


def office(case: Case) -> Organisation:
    """The office that decides; of an accepted case there is one."""
    if case.agency is None:
        raise ValueError(f"{case.pk} was never accepted")
    return case.agency
