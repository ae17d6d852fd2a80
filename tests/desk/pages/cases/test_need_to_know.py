"""Who sees what of a case: an office its own advice, an applicant nothing internal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse

from desk.pages.cases.conftest import browser
from monazite.desk.cases import services
from monazite.desk.cases.given import Given
from support.cases import in_review
from support.pages import official

if TYPE_CHECKING:
    from monazite.desk.applications.models import Application
    from support.cases import Offices

INTERNAL = "The plant delivers to a naval yard."
NOTE = "Call the ministry before you decide."


@pytest.fixture
def advised(w: Offices) -> Application:
    application = in_review(w)
    given = Given("refuse", grounds=("end_use",), text=INTERNAL)
    services.advise(w.miit_reviewer, application.pk, given, "page")
    services.write_note(w.officer, application.pk, NOTE, False, (), "page")  # noqa: FBT003 - own office's
    return application


def test_the_deciding_office_reads_all_of_it(w: Offices, advised: Application) -> None:
    page = browser(w.second_officer, advised.pk).page()
    assert INTERNAL in page
    assert NOTE in page


def test_an_office_reads_its_own_advice_and_no_other_offices_note(
    w: Offices, advised: Application
) -> None:
    own = browser(w.miit_reviewer, advised.pk).page()
    assert INTERNAL in own
    assert NOTE not in own
    intake = browser(w.intake_officer, advised.pk).page()
    assert INTERNAL not in intake
    assert "end user and end use" not in intake
    assert "propose a decision" not in intake, "tasks of others tell what was advised"


def test_the_applicant_reads_neither_advice_nor_who_wrote_it(
    w: Offices, advised: Application
) -> None:
    client = Client()
    client.force_login(w.signatory)
    assert client.get(reverse("case", args=[advised.pk])).status_code == 404
    page = client.get(reverse("detail", args=[advised.pk])).content.decode()
    for internal in (INTERNAL, NOTE, "industry ministry", w.officer.name, w.intake_officer.name):
        assert internal not in page


def test_an_office_that_was_not_asked_and_an_auditor_find_nothing(
    w: Offices, advised: Application
) -> None:
    for person in (w.customs_reviewer, w.auditor):
        answer = official(person).get(reverse("case", args=[advised.pk]))
        assert answer.status_code == 404


def test_officials_are_led_to_the_case_from_the_application(
    w: Offices, advised: Application
) -> None:
    page = official(w.officer).get(reverse("detail", args=[advised.pk])).content.decode()
    assert reverse("case", args=[advised.pk]) in page
