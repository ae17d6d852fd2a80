"""Tasks are given to people of the office that has them."""

from __future__ import annotations

import re

from monazite.catalogue.texts import say
from monazite.desk.cases import services
from monazite.desk.cases.colleagues import able
from monazite.desk.cases.models import Task
from monazite.desk.cases.models.case import OPEN
from monazite.desk.pages.cases.acts.act import VIA, Act, Asked
from monazite.desk.pages.cases.acts.fields import Field, checks, select
from monazite.desk.pages.cases.acts.sent import Sent
from monazite.desk.pages.cases.look import Look
from monazite.errors import InputError

_NOBODY = "nobody"


def _own(look: Look) -> list[Task]:
    """Open tasks of the reader's office."""
    own = look.person.organisation_id
    return [task for task in look.tasks if task.state == OPEN and task.agency_id == own]


def _some(look: Look) -> bool:
    return bool(_own(look))


def _fields(look: Look) -> tuple[Field, ...]:
    tasks = _own(look)
    named = [(str(task.pk), say(f"desk.task.{task.kind}", look.lang)) for task in tasks]
    people = {
        person.pk: person.name
        for kind in {task.kind for task in tasks}
        for person in able(look.person.organisation_id, kind)
    }
    nobody = (_NOBODY, say("desk.pages.case.to_nobody", look.lang))
    to = [*((str(pk), name) for pk, name in people.items()), nobody]
    return (
        checks("tasks", named, [value for value, _ in named]),
        select("to", to, str(look.person.pk)),
    )


def _assign(asked: Asked) -> None:
    sent = asked.sent
    to = None if sent.text("to") == _NOBODY else sent.ident("to")
    for answer in services.assign(asked.person, _numbers(sent), to, VIA, seen=sent.seen):
        if answer.error is not None:
            raise answer.error


def _numbers(sent: Sent) -> list[int]:
    chosen = sent.chosen("tasks")
    if not chosen:
        raise InputError("tasks", "", "one task at least")
    return [int(each) for each in chosen if re.fullmatch("[0-9]{1,18}", each)]


ACTS = (Act("assign", "case.assign", (), _assign, _fields, _some),)
