"""The law or the lists changed under review: the case is routed anew, and offices asked anew."""

from __future__ import annotations

from monazite.desk.applications.models import NamedOffice
from monazite.desk.cases.clocks import kept
from monazite.desk.cases.consolidation import REVIEW
from monazite.desk.cases.models import Case, Task
from monazite.desk.cases.services.current import REVIEWED
from monazite.desk.cases.services.flow import forward
from monazite.desk.cases.services.moving import noted
from monazite.desk.cases.services.routing import Laid, laid, named_new, offices_told, stands
from monazite.desk.cases.tasks import Tasks
from monazite.desk.events.append import Who
from monazite.desk.events.prints import ROWS
from monazite.desk.people.models import Person
from monazite.licensing.casework.screening import Screened


def rerouted(case: Case, screened: Screened, person: Person, who: Who) -> bool:
    """Route the case anew where its routing no longer stands; whether it was.

    Only while offices are asked: what waits for a signature cannot be signed then, and is routed
    when it has come back. Call inside `transaction.atomic`.
    """
    if case.application.state not in REVIEWED or stands(case, screened):
        return False
    tasks = Tasks(case)
    found = laid(case, screened, tasks)
    named = named_new(case, _asked(case, found, tasks))
    forward(case, tasks, person)
    rows = tasks.told() | found.told() | offices_told(named)
    noted(case, "rerouted", who, {ROWS: rows}, **kept(case, *found.steps))
    tasks.save()
    NamedOffice.objects.bulk_create(named)
    found.routing.save(force_insert=True)
    return True


def _asked(case: Case, found: Laid, tasks: Tasks) -> list[Task]:
    """New tasks: of every office named, where other facts were advised on; else of new ones.

    An office that has not answered yet answers what it was asked.
    """
    last = case.routings.order_by("number").last()
    same = last is not None and last.facts == found.routing.facts
    answered = {task.agency_id for task in tasks.all(REVIEW)} if same else set()
    busy = answered | {task.agency_id for task in tasks.open(REVIEW)}
    return [
        tasks.add(REVIEW, agency, sent.rule)
        for sent, agency in found.asked
        if agency.pk not in busy
    ]
