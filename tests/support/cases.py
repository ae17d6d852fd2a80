"""Cases for tests: a small world with reviewing offices, and cases brought to a point."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from monazite.desk.applications.models import Application
from monazite.desk.cases import services
from monazite.desk.cases.models import Case
from support.offices import World, filed, firm, person, world

if TYPE_CHECKING:
    from monazite.desk.people.models import Organisation, Person


@dataclass(frozen=True, slots=True)
class Offices(World):
    """The small world and who works on cases in it.

    officer, second_officer: of the licensing office; miit, customs: reviewing offices, each with
    one reviewer; auditor: of the licensing office.
    """

    officer: Person
    second_officer: Person
    auditor: Person
    miit: Organisation
    miit_reviewer: Person
    customs: Organisation
    customs_reviewer: Person


def offices() -> Offices:
    """The rows, made through the gate."""
    base = world()
    miit = firm(
        "agency", "Example Industry Ministry", regime="CN", duty="reviewing", identifier="miit"
    )
    customs = firm("agency", "Example Customs", regime="CN", duty="reviewing", identifier="gacc")
    made = Offices(
        **{field.name: getattr(base, field.name) for field in fields(World)},
        officer=person(base.licensing, "licensing_officer"),
        second_officer=person(base.licensing, "licensing_officer", "second"),
        auditor=person(base.licensing, "auditor"),
        miit=miit,
        miit_reviewer=person(miit, "reviewer"),
        customs=customs,
        customs_reviewer=person(customs, "reviewer"),
    )
    for each in (base.licensing, miit, customs):
        each.refresh_from_db()  # its people are events of its chain
    return made


def case_of(application: Application) -> Case:
    """The case as it stands in the database."""
    return Case.objects.select_related("application", "agency").get(application=application)


def taken_in(w: World) -> Application:
    """A filed application that an office has taken up."""
    application = filed(w)
    services.take_in(w.intake_officer, application.pk, "page")
    return _again(application)


def accepted(w: World) -> Application:
    """The same, accepted: its clock runs and the licensing office has it."""
    application = taken_in(w)
    services.accept(w.intake_officer, application.pk, "page")
    return _again(application)


def waited(w: Offices) -> Application:
    """A case with one of everything that it can wait for."""
    application = taken_in(w)
    services.send_back_for_correction(w.intake_officer, application.pk, ["A seal."], "page")
    services.complete(w.preparer, application.pk, 1, "Sealed.", [], "page")
    services.accept(w.intake_officer, application.pk, "page")
    services.begin_review(w.officer, application.pk, "page")
    services.ask(w.officer, application.pk, "Which motor?", None, "page")
    services.answer(w.preparer, application.pk, 2, "The HM-40.", [], "page")
    services.hold(w.officer, application.pk, "policy", "A rule is awaited.", None, "page")
    services.release(w.officer, application.pk, 1, "It has come.", "page")
    services.refer_up(w.officer, application.pk, "state_council", "Major.", "page")
    services.hand_back(w.chief, application.pk, "Approved.", "page")
    return application


def _again(application: Application) -> Application:
    return Application.objects.get(pk=application.pk)


def in_review(w: Offices) -> Application:
    """The same, under review: the rules of the regime have named who is asked."""
    application = accepted(w)
    services.begin_review(w.officer, application.pk, "page")
    return _again(application)
