"""Cases brought on through review: offices that answer, a proposal, two signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.desk.applications.models import Application
from monazite.desk.cases import services
from monazite.desk.cases.given import Given, Proposal
from monazite.licensing.casework.terms import suggest
from monazite.licensing.reading import read
from monazite.licensing.regime import regime
from support.cases import case_of, in_review
from support.offices import firm, law_today, person

if TYPE_CHECKING:
    from monazite.desk.cases.models import Decision
    from monazite.desk.people.models import Person
    from support.cases import Offices

CONSENT = Given("no_objection")
REFUSAL = Given("refuse", grounds=("end_use",), text="The end use cannot be verified.")
REASONS = "The end use and the end user are as stated."


def office(identifier: str) -> Person:
    """A reviewer of one more reviewing office of the regime, found by its name in the rules."""
    agency = firm(
        "agency", f"Office {identifier}", regime="CN", duty="reviewing", identifier=identifier
    )
    return person(agency, "reviewer")


def consulted(w: Offices, application: Application, *names: str) -> list[Person]:
    """Those offices asked by hand; a reviewer of each."""
    reviewers = [office(name) for name in names]
    for each in reviewers:
        services.consult(w.officer, application.pk, each.organisation_id, "a second view", "page")
    return reviewers


def advised(w: Offices) -> Application:
    """A case of which the one office that the rules name has no objection."""
    application = in_review(w)
    services.advise(w.miit_reviewer, application.pk, CONSENT, "page")
    return again(application)


def approval(application: Application) -> Proposal:
    """What was asked, as it was asked."""
    asked, rules = read(application.form).application, regime(application.regime)
    terms = suggest(asked, rules, law_today()).document()
    return Proposal("approved", text=REASONS, terms=terms)


def refusal() -> Proposal:
    """Nothing of it, and why."""
    return Proposal("refused", grounds=("end_use",), text="The end use cannot be verified.")


def proposed(w: Offices) -> Decision:
    """An approval that waits for its second signature."""
    application = advised(w)
    return services.propose(w.officer, application.pk, approval(application), None, "page")


def refused(w: Offices) -> Application:
    """A case that was refused by two people."""
    application = in_review(w)
    services.advise(w.miit_reviewer, application.pk, REFUSAL, "page")
    decision = services.propose(w.officer, application.pk, refusal(), None, "page")
    services.sign(w.second_officer, decision.pk, None, "page")
    return again(application)


def decided(w: Offices) -> Application:
    """Refused after advice in conflict was settled, and asked to be looked at again."""
    application = in_review(w)
    (other,) = consulted(w, application, "security")
    services.advise(w.miit_reviewer, application.pk, CONSENT, "page")
    services.advise(other, application.pk, REFUSAL, "page")
    services.write_note(w.officer, application.pk, "A note.", shared=True, mentions=[], via="page")
    services.settle(w.chief, application.pk, REFUSAL, None, "page")
    decision = services.propose(w.officer, application.pk, refusal(), None, "page")
    services.sign(w.second_officer, decision.pk, None, "page")
    services.reconsider(w.signatory, application.pk, "The end use is civil.", "page")
    return again(application)


def again(application: Application) -> Application:
    """As it stands in the database."""
    return Application.objects.get(pk=application.pk)


def open_tasks(application: Application) -> list[tuple[str, str]]:
    """Kind and rule of each open task."""
    tasks = case_of(application).tasks.filter(state="open").order_by("number")
    return list(tasks.values_list("kind", "rule"))
