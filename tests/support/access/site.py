"""A site with one case that was decided, its licence, and somebody for each way to stand to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.desk.cases import services as cases
from monazite.desk.licences import services as licences
from monazite.desk.licences.models import Licence, Order
from monazite.desk.people.may import may
from monazite.desk.people.models import Person
from support.cases import offices
from support.deciding import proposed
from support.desk_people import organisation, person, verified
from support.offices import firm

if TYPE_CHECKING:
    from monazite.desk.applications.models import Application, Paper
    from support.cases import Offices

ASKED, OPERATOR = "reviewer of an office that was asked", "operator"


@dataclass(frozen=True, slots=True)
class Site:
    """The licence, an order about it that waits for a hand, and the people by how they stand."""

    people: dict[str, Person]
    licence: Licence
    order: Order

    @property
    def application(self) -> Application:
        """What was asked."""
        return self.licence.application

    @property
    def paper(self) -> Paper:
        """A file of the application that is no secret."""
        return self.application.papers.filter(secret=False)[0]

    def may(self, *actions: str) -> set[str]:
        """Those who may do one of these to the application, after their second factor."""
        found = set()
        for how, who in self.people.items():
            asked = Person.objects.get(pk=who.pk)
            asked.otp_device = object()
            if any(may(asked, action, self.application) for action in actions):
                found.add(how)
        return found


def site() -> Site:
    """Everything, made through the services."""
    w = offices()
    people = _people(w)
    decision = proposed(w)
    cases.sign(w.second_officer, decision.pk, None, "page")
    licence = Licence.objects.get(application=decision.case.application_id)
    order = licences.propose_order(w.officer, licence.pk, "suspend", ["security"], "why", "page")
    return Site(people, licence, order)


def _people(w: Offices) -> dict[str, Person]:
    motors = firm("foreign", "Hoshizora", identifier="0000-00-000000", country="JP")
    return {
        "preparer": w.preparer,
        "signatory": w.signatory,
        "own admin": person("organisation_admin", at=w.exporter),
        "stranger": w.stranger,
        "partner": person("partner", at=motors),
        "foreign stranger": person("partner", at=organisation("foreign")),
        "intake officer": w.intake_officer,
        "officer": w.officer,
        "second officer": w.second_officer,
        "chief": w.chief,
        "reviewer of the office that decides": w.reviewer,
        ASKED: w.miit_reviewer,
        "reviewer of another office": w.customs_reviewer,
        "chief of another office": verified(person("chief", at=organisation("agency"))),
        "auditor": w.auditor,
        OPERATOR: verified(person("operator", at=organisation("operator"))),
    }
