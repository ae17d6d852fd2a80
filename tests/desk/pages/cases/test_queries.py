"""The page of a case asks the database few questions, whoever reads it and whatever happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from monazite.desk.cases import services
from monazite.desk.cases.given import Given
from support.cases import accepted, in_review, taken_in, waited
from support.deciding import CONSENT, REASONS, REFUSAL, again, approval, consulted, refusal
from support.offices import filed, person
from support.pages import official

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.desk.applications.models import Application
    from monazite.desk.people.models import Person
    from support.cases import Offices

MOST = 26
CONDITIONS = Given("with_conditions", conditions=("report the arrival",), text="Once it is there.")


def test_it_stays_within_its_questions_as_the_case_grows(w: Offices) -> None:
    application = in_review(w)
    for number in range(5):
        given = Given("no_objection", text=f"Advice {number}.")
        services.advise(w.miit_reviewer, application.pk, given, "page")
        services.write_note(w.officer, application.pk, f"Note {number}.", True, (), "page")  # noqa: FBT003
    within(application, [w.officer])


@pytest.mark.parametrize(
    "bring",
    [
        filed,
        *(pytest.param(each, marks=pytest.mark.slow) for each in (taken_in, accepted, in_review)),
    ],
)
def test_in_the_states_before_a_decision(w: Offices, bring: object) -> None:
    earlier = refused_once(w)
    application = bring(w)  # type: ignore[operator]
    within(application, readers(w, earlier))


@pytest.mark.slow
def test_a_case_with_everything_that_can_happen(w: Offices) -> None:
    """Each step of a long case, read by each of its officials."""
    refused_once(w)
    application = in_conflict(w)
    everybody = readers(w, application)
    within(application, everybody)
    services.settle(w.chief, application.pk, REFUSAL, None, "page")
    within(application, everybody)
    first = services.propose(w.officer, application.pk, refusal(), None, "page")
    within(application, everybody)
    services.sign(w.second_officer, first.pk, None, "page")
    within(application, everybody)
    services.reconsider(w.signatory, application.pk, "The end use is civil.", "page")
    within(application, everybody)
    services.reopen(person(w.licensing, "chief", "other"), application.pk, "Granted.", "page")
    within(application, everybody)
    services.begin_review(w.officer, application.pk, "page")
    services.advise(w.miit_reviewer, application.pk, CONDITIONS, "page")
    within(application, everybody)
    services.settle(w.chief, application.pk, CONDITIONS, None, "page")
    second = services.propose(w.officer, application.pk, approval(application), None, "page")
    within(application, everybody)
    services.sign(w.second_officer, second.pk, None, "page")
    within(application, everybody)


def refused_once(w: Offices) -> Application:
    """An earlier case of the same parties and items."""
    application = in_review(w)
    services.advise(w.miit_reviewer, application.pk, REFUSAL, "page")
    decision = services.propose(w.officer, application.pk, refusal(), None, "page")
    services.sign(w.second_officer, decision.pk, None, "page")
    return again(application)


def in_conflict(w: Offices) -> Application:
    """Corrected, questioned, held, referred, noted; two offices changed what they said."""
    application = waited(w)
    reviewers = [w.miit_reviewer, *consulted(w, application, "security", "mfa")]
    for given in (CONSENT, CONDITIONS, REFUSAL):
        for each in reviewers[:2]:
            services.advise(each, application.pk, given, "page")
    services.advise(reviewers[2], application.pk, Given("no_objection", text=REASONS), "page")
    named = [w.second_officer.pk, w.miit_reviewer.pk]
    for number in range(3):
        services.write_note(w.officer, application.pk, f"Note {number}.", True, named, "page")  # noqa: FBT003
    return again(application)


def readers(w: Offices, application: Application) -> list[Person]:
    """Of each office that the application names, everybody who may read the case."""
    named = set(application.offices.values_list("agency_id", flat=True))
    found = [
        w.intake_officer, w.officer, w.second_officer, w.chief, w.reviewer, w.miit_reviewer
    ]  # fmt: skip
    return [each for each in found if each.organisation_id in named]


def within(application: Application, people: Sequence[Person]) -> None:
    """Every one of them, with the first form open and with each other that is offered."""
    address = reverse("case", args=[application.pk])
    for reader in people:
        client = official(reader)
        page = client.get(address)  # what a first page reads once, such as texts and the law
        assert page.status_code in {200, 404}
        if page.status_code == 404:
            continue
        for form in ("", *(each.act.name for each in page.context["forms"])):
            with CaptureQueriesContext(connection) as asked:
                assert client.get(address, {"act": form}).status_code == 200
            told = [query["sql"][:160] for query in asked.captured_queries]
            assert len(told) <= MOST, "\n".join([f"{reader} {form} {len(told)}", *told])
