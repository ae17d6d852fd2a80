"""A case is opened when its application is filed, and ends with it."""

from __future__ import annotations

import uuid

from django.utils import timezone

from monazite.desk import sql
from monazite.desk.applications.models import Application
from monazite.desk.cases.clocks import day, kept
from monazite.desk.cases.models import Case, Task
from monazite.desk.cases.prints import TASK
from monazite.desk.cases.services.moving import noted, row_told
from monazite.desk.cases.tasks import Tasks
from monazite.desk.events.append import Who, create
from monazite.desk.events.prints import ROWS
from monazite.desk.people.models import INTAKE
from monazite.licensing.casework.clock import END, Step

ACCEPT = "accept"
_INTAKE = (
    "SELECT agency_id FROM applications_namedoffice WHERE application_id = %s AND duty = %s"
    " ORDER BY id"
)


def open_case(application: Application, who: Who) -> None:
    """Its file, with a task for each office that takes it in; the first to accept ends them all."""
    now = timezone.now()
    case = Case(application=application, opened_at=now)
    tasks = [
        Task(case=case, number=number, kind=ACCEPT, agency_id=agency, rule="filed", opened_at=now)
        for number, agency in enumerate(_offices(application), 1)
    ]
    told = row_told({"application": application, "opened_at": now})
    rows = {"tasks": {str(task.number): TASK.of(task) for task in tasks}}
    create(case, "opened", {**told, ROWS: rows}, who, tasks)


def end_case(application: Application, who: Who) -> None:
    """Nobody has anything to do about it any more, and no clock runs."""
    case = Case.objects.filter(application=application).first()
    if case is None:
        return  # filed before there were cases
    case.application = application
    tasks = Tasks(case)
    tasks.cancel(tasks.open(), None)
    end = Step(END, day(tasks.at, application.regime), application.state)
    noted(case, "ended", who, {ROWS: tasks.told()}, closed_at=tasks.at, **kept(case, end))
    tasks.save()


def _offices(application: Application) -> list[uuid.UUID]:
    return [sql.key(agency) for (agency,) in sql.rows(_INTAKE, [application.pk, INTAKE])]
