"""Which offices the rules ask about a case, on the law and the lists as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from monazite.desk.applications.models import Application, LineRuling, NamedOffice
from monazite.desk.applications.prints import OFFICE, office_key
from monazite.desk.cases.clocks import day
from monazite.desk.cases.models import Case, Routing, Task
from monazite.desk.cases.prints import ROUTING, Told
from monazite.desk.cases.services.current import law_of
from monazite.desk.cases.tasks import Tasks
from monazite.desk.people.models import AGENCY, REVIEWING, Organisation
from monazite.licensing.casework.clock import NO_LIMIT, Step
from monazite.licensing.casework.facts import Facts
from monazite.licensing.casework.regime import casework
from monazite.licensing.casework.routing import Routed, Sent, facts_of, route
from monazite.licensing.casework.screening import Screened
from monazite.licensing.reading import read

ABSENT = "absent"
"""Where a routing's trace names the offices that should be asked and work on no desk here."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A routing that is about to be written, and whom it names.

    here: those of its offices that work on this site, by name; steps: what it does to the clock.
    """

    routed: Routed
    routing: Routing
    here: dict[str, Organisation]

    @property
    def asked(self) -> list[tuple[Sent, Organisation]]:
        """Each office that is asked, as the rules name it."""
        return [(x, self.here[x.office]) for x in self.routed.offices if x.office in self.here]

    @property
    def steps(self) -> tuple[Step, ...]:
        """What it does to the clock."""
        on = day(self.routing.at, self.routing.case.application.regime)
        why = f"routing {self.routing.number}"
        return (Step(NO_LIMIT, on, why),) if self.routed.no_limit else ()

    def told(self) -> Told:
        """Its print."""
        return {"routings": {str(self.routing.number): ROUTING.of(self.routing)}}


def laid(case: Case, screened: Screened, tasks: Tasks) -> Laid:
    """The answer of every rule of the regime, and the row that keeps it."""
    application = case.application
    rules = casework(application.regime)
    facts = facts_now(application, screened)
    routed = route(facts, rules)
    here = found_here(application.regime, [sent.office for sent in routed.offices])
    absent = [sent.office for sent in routed.offices if sent.office not in here]
    routing = Routing(
        case=case,
        number=case.routings.count() + 1,
        at=tasks.at,
        rules=rules.hash,
        law_hash=law_of(application),
        facts=facts.document(),
        trace=routed.document() | {ABSENT: absent},
    )
    return Laid(routed, routing, here)


def stands(case: Case, screened: Screened | None) -> bool:
    """Whether the last routing asked today's rules about what is known today.

    False where the law rules otherwise on a line, where the lists say something else of a party,
    and where the regime's rules are others; a case that was never routed has nothing to stand.
    """
    last = case.routings.order_by("number").last()
    if last is None or screened is None:
        return True
    application = case.application
    known = facts_now(application, screened).document()
    return bool(last.facts == known and last.rules == casework(application.regime).hash)


def facts_now(application: Application, screened: Screened) -> Facts:
    """What the rules are asked about: the form, the rulings that stand, the screening."""
    return facts_of(read(application.form).application, _outcomes(application), screened)


def _outcomes(application: Application) -> list[str | None]:
    rows = LineRuling.objects.filter(line__application=application, successor__isnull=True)
    return list(rows.order_by("line__number").values_list("outcome", flat=True))


def found_here(regime: str, names: Sequence[str]) -> dict[str, Organisation]:
    """The agencies of a regime that are offices of its rules and work on this site, by name."""
    rows = Organisation.objects.filter(
        kind=AGENCY, regime=regime, active=True, identifier__in=names
    )
    return {row.identifier: row for row in rows.order_by("-name", "-id")}


def named_new(case: Case, tasks: Iterable[Task]) -> tuple[NamedOffice, ...]:
    """The offices of new tasks that the application does not name as reviewing yet.

    They may read it from now.
    """
    application = case.application
    known = set(application.offices.filter(duty=REVIEWING).values_list("agency_id", flat=True))
    since = {task.agency_id: task.opened_at for task in tasks if task.agency_id not in known}
    return tuple(
        NamedOffice(application=application, agency_id=agency, duty=REVIEWING, since=at)
        for agency, at in since.items()
    )


def offices_told(named: Iterable[NamedOffice]) -> Told:
    """Their prints, for the case's chain: the applicant reads the application's and never whom."""
    rows = {office_key(each.agency_id, each.duty): OFFICE.of(each) for each in named}
    return {"offices": rows} if rows else {}
