"""The rows of a queue as a page and a spreadsheet show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from monazite.catalogue.texts import say
from monazite.desk.cases.clocks import day, reading
from monazite.desk.cases.models import Case, Task
from monazite.desk.cases.queue.facts import Facts, Goods, case_of, facts
from monazite.desk.cases.queue.left import Days
from monazite.desk.cases.why import rule_words
from monazite.desk.pages.hidden import visible
from monazite.desk.pages.home.rows import country, title
from monazite.desk.pages.queue.words import Left, left
from monazite.desk.people.models import Person
from monazite.desk.people.named import named


@dataclass(frozen=True, slots=True)
class Line:
    """One row in words.

    pick: the task's id, "" where the row is no task; mine: it is the reader's; proposed: the reader
    proposed what is to be signed here, so somebody else signs; left_by: who had the task and cannot
    do it any more; changed: the number of the licence whose change is asked for.
    """

    pick: str
    url: str
    reference: str
    title: str
    exporter: str
    destination: str
    kind: str
    codes: str
    materials: str
    state: str
    left: Left
    task: str
    why: str
    assignee: str
    mine: bool
    held_since: str
    outdated: bool
    mentioned: bool
    proposed: bool
    left_by: str
    changed: str
    opened: str


def lines(person: Person, rows: Sequence[Task | Case], days: Days, lang: str) -> list[Line]:
    """The rows in words, in the queries of `facts`."""
    found = facts(person, rows)
    return [_line(person, row, found, days, lang) for row in rows]


def _line(person: Person, row: Task | Case, known: Facts, days: Days, lang: str) -> Line:
    case, task = case_of(row), row if isinstance(row, Task) else None
    application, goods = case.application, known.goods.get(case.application_id, Goods())
    hold = known.held.get(case.pk)
    whose = task.assignee if task else case.officer
    gone = task is not None and task.pk in known.left
    return Line(
        pick=str(task.pk) if task else "",
        url=reverse("case", args=[application.pk]),
        reference=application.reference or "",
        title=title(application, lang),
        exporter=named(application.organisation, lang),
        destination=country(application.destination, lang),
        kind=say(f"licensing.choice.kind.{application.kind}", lang) if application.kind else "",
        codes=visible(", ".join(goods.codes)),
        materials=visible(", ".join(goods.contains)),
        state=say(f"licensing.state.{application.state}", lang),
        left=_left(case, known, days, lang),
        task=say(f"desk.task.{task.kind}", lang) if task else "",
        why=rule_words(task, lang) if task else "",
        assignee=whose.name if whose and not gone else "",
        mine=whose is not None and whose.pk == person.pk,
        held_since=day(hold.placed_at, application.regime).isoformat() if hold else "",
        outdated=case.application_id in known.outdated,
        mentioned=case.pk in known.mentioned,
        proposed=task is not None and task.kind == "countersign" and case.pk in known.proposed,
        left_by=whose.name if whose and gone else "",
        changed=known.changed.get(case.application_id, ""),
        opened=day(case.opened_at, application.regime).isoformat(),
    )


def _left(case: Case, known: Facts, days: Days, lang: str) -> Left:
    stops = (known.held.get(case.pk), known.asked.get(case.pk))
    waits = next((stop for stop in stops if stop is not None and stop.stops_clock), None)
    return left(reading(case, days.today), case, waits, days.today, lang)
