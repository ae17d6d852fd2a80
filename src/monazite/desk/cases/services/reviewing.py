"""A review begins: the parties are screened, rules say which offices are asked, and each is."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from monazite.desk.applications.models import Application, LineRuling, NamedOffice
from monazite.desk.applications.prints import OFFICE, office_key
from monazite.desk.applications.services.renewing import renew_rulings
from monazite.desk.cases.clocks import day, kept
from monazite.desk.cases.consolidation import REVIEW
from monazite.desk.cases.models import Case, Routing, Screening
from monazite.desk.cases.prints import ROUTING, SCREENING, Told
from monazite.desk.cases.screened import row_of, screen
from monazite.desk.cases.services.current import can, law_of
from monazite.desk.cases.services.flow import CONSOLIDATE, forward
from monazite.desk.cases.services.held import held
from monazite.desk.cases.services.moving import moved
from monazite.desk.cases.tasks import Tasks
from monazite.desk.events.append import Who
from monazite.desk.events.prints import ROWS
from monazite.desk.people.models import AGENCY, REVIEWING, Organisation, Person
from monazite.licensing.casework.clock import NO_LIMIT, Step
from monazite.licensing.casework.regime import casework
from monazite.licensing.casework.routing import Routed, facts_of, route
from monazite.licensing.casework.screening import Screened
from monazite.licensing.reading import read

ABSENT = "absent"
"""Where a routing's trace names the offices that should be asked and work on no desk here."""


@dataclass(frozen=True, slots=True)
class _Laid:
    """What a beginning writes beside its events: named offices, routing, screening."""

    named: tuple[NamedOffice, ...]
    routing: Routing
    screening: Screening

    def told(self) -> Told:
        """The prints of the rows that belong to the case."""
        return {
            "routings": {str(self.routing.number): ROUTING.of(self.routing)},
            "screenings": {str(self.screening.number): SCREENING.of(self.screening)},
        }

    def save(self) -> None:
        """Write them."""
        NamedOffice.objects.bulk_create(self.named)
        self.routing.save(force_insert=True)
        self.screening.save(force_insert=True)


@transaction.atomic
def begin_review(person: Person, ident: uuid.UUID, via: str) -> Case:
    """Route the case on today's law and lists, and ask the offices that the rules name.

    An office that does not work on this site is told in the routing and never silently left out.
    """
    case, who = held(person, ident, "case.route"), Who(person.pk, via)
    can(case.application, "begin_review")
    renew_rulings(case.application, who=who)
    tasks, screened = Tasks(case), screen(case.application)
    routed, routing = _routed(case, screened, tasks)
    agencies = found_here(case.application.regime, [sent.office for sent in routed.offices])
    routing.trace[ABSENT] = [x.office for x in routed.offices if x.office not in agencies]
    for sent in routed.offices:
        if sent.office in agencies:
            tasks.add(REVIEW, agencies[sent.office], sent.rule)
    laid = _Laid(named_new(case, agencies.values(), tasks), routing, row_of(case, screened))
    laid.screening.at = tasks.at
    _begun(case, tasks, laid, routed, person, who)
    return case


def _begun(case: Case, tasks: Tasks, laid: _Laid, routed: Routed, person: Person, who: Who) -> None:
    case.officer = case.officer or person
    for task in tasks.open(CONSOLIDATE):
        tasks.assign(task, task.assignee or case.officer)
    forward(case, tasks, person)
    on = day(tasks.at, case.application.regime)
    no_limit = [Step(NO_LIMIT, on, f"routing {laid.routing.number}")] if routed.no_limit else []
    moved(
        case, "begin_review", "review_begun", who,
        offices_told(laid.named), {ROWS: tasks.told() | laid.told()},
        officer=case.officer, **kept(case, *no_limit),
    )  # fmt: skip
    tasks.save()
    laid.save()


def _routed(case: Case, screened: Screened, tasks: Tasks) -> tuple[Routed, Routing]:
    """The answer of every rule of the regime, and the row that keeps it."""
    rules, asked = casework(case.application.regime), read(case.application.form).application
    facts = facts_of(asked, _outcomes(case.application), screened)
    routed = route(facts, rules)
    routing = Routing(
        case=case,
        number=case.routings.count() + 1,
        at=tasks.at,
        rules=rules.hash,
        law_hash=law_of(case.application),
        facts=facts.document(),
        trace=routed.document(),
    )
    return routed, routing


def _outcomes(application: Application) -> list[str | None]:
    rows = LineRuling.objects.filter(line__application=application, successor__isnull=True)
    return list(rows.order_by("line__number").values_list("outcome", flat=True))


def found_here(regime: str, names: Sequence[str]) -> dict[str, Organisation]:
    """The agencies of a regime that are offices of its rules and work on this site, by name."""
    rows = Organisation.objects.filter(
        kind=AGENCY, regime=regime, active=True, identifier__in=names
    )
    return {row.identifier: row for row in rows.order_by("-name", "-id")}


def named_new(
    case: Case, agencies: Iterable[Organisation], tasks: Tasks
) -> tuple[NamedOffice, ...]:
    """The offices that the application does not name as reviewing yet: they may read it now."""
    application = case.application
    known = set(application.offices.filter(duty=REVIEWING).values_list("agency_id", flat=True))
    return tuple(
        NamedOffice(application=application, agency=agency, duty=REVIEWING, since=tasks.at)
        for agency in agencies
        if agency.pk not in known
    )


def offices_told(named: Iterable[NamedOffice]) -> Mapping[str, object]:
    """What the application's event tells of them."""
    rows = {office_key(each.agency_id, each.duty): OFFICE.of(each) for each in named}
    return {ROWS: {"offices": rows}} if rows else {}
