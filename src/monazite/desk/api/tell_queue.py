"""What the API tells of a queue: its rows, each with what a page shows beside it."""

from __future__ import annotations

from monazite.desk.api import tell_waits
from monazite.desk.api.shapes.cases import QueueRowShape, TaskShape
from monazite.desk.cases.models import Case, Task
from monazite.desk.cases.queue.facts import Facts, Goods, case_of, facts
from monazite.desk.cases.queue.listing import Page
from monazite.desk.cases.why import rule_words
from monazite.desk.people.models import Person
from monazite.desk.people.named import named


def rows(person: Person, page: Page, lang: str) -> list[QueueRowShape]:
    """The rows of a page, with as many queries as a page has, however long it is."""
    beside = facts(person, page.items)
    return [_row(row, person, beside, lang) for row in page.items]


def task(row: Task, office: str, lang: str) -> TaskShape:
    """A task with the rule or the step that opened it, in words."""
    return TaskShape(
        id=row.pk,
        number=row.number,
        kind=row.kind,
        office=office,
        assignee=row.assignee.name if row.assignee else "",
        state=row.state,
        why=rule_words(row, lang),
        opened_at=row.opened_at,
        closed_at=row.closed_at,
    )


def _row(row: Task | Case, person: Person, beside: Facts, lang: str) -> QueueRowShape:
    case = case_of(row)
    application, goods = case.application, beside.goods.get(case.application_id, Goods())
    held, asked = beside.held.get(case.pk), beside.asked.get(case.pk)
    own = named(person.organisation, lang)  # a queue has tasks of the reader's office alone
    return QueueRowShape(
        id=application.pk,
        reference=application.reference or "",
        title=application.title,
        kind=application.kind,
        destination=application.destination,
        state=application.state,
        organisation=named(application.organisation, lang),
        opened_at=case.opened_at,
        officer=case.officer.name if case.officer else "",
        clock=tell_waits.clock(case),
        control_codes=list(goods.codes),
        materials=list(goods.contains),
        held_since=held.placed_at if held else None,
        asked_since=asked.asked_at if asked else None,
        outdated=application.pk in beside.outdated,
        task=task(row, own, lang) if isinstance(row, Task) else None,
    )
