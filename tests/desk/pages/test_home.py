"""Home by role, the list, and how often they ask the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from monazite.desk.applications import services
from support.offices import firm, person
from support.pages import official

if TYPE_CHECKING:
    from django.test import Client

    from monazite.desk.applications.models import Application
    from support.offices import World

MOST_QUERIES = 25


def test_the_first_visit_says_what_to_do(exporter: Client) -> None:
    page = exporter.get("/").content.decode()
    assert "Your first application" in page
    assert reverse("new") in page


def test_drafts_come_with_the_number_of_their_faults(exporter: Client, w: World) -> None:
    services.new(w.signatory, {"lines": [{"quantity": "-1"}]}, "page")
    assert "would bounce it" in exporter.get("/").content.decode()


def test_rows_of_one_product_are_told_apart(exporter: Client, w: World, draft: Application) -> None:
    for number in ("C-1", "C-2"):
        contract = draft.form["contract"] | {"number": number}
        services.new(w.signatory, draft.form | {"contract": contract}, "page")
    end_user = next(p["name"] for p in draft.form["parties"] if p["role"] == "end_user")
    for address in ("/", reverse("applications")):
        page = exporter.get(address).content.decode()
        assert page.count(">C-1<") == page.count(">C-2<") >= 1
        assert end_user in page


def test_an_office_sees_what_waits_longest(w: World, draft: Application) -> None:
    officer = official(w.intake_officer)
    assert "Nothing waits for your office" in officer.get("/").content.decode()
    filed = services.file(w.signatory, draft.pk, None, "page")
    page = officer.get("/").content.decode()
    assert str(filed.reference) in page
    assert "1 open task" in page


def test_an_auditor_is_led_to_the_events_alone(w: World, draft: Application) -> None:
    auditor = official(person(w.intake, "auditor"))
    filed = services.file(w.signatory, draft.pk, None, "page")
    address = reverse("history", args=[filed.pk])
    assert address in auditor.get("/").content.decode()
    assert f"Filed as {filed.reference}" in auditor.get(address).content.decode()
    assert auditor.get(reverse("detail", args=[filed.pk])).status_code == 404
    assert official(w.intake_officer).get(address).status_code == 404


def test_an_operator_sees_no_applications(w: World, draft: Application) -> None:
    with transaction.atomic():
        operator = person(firm("operator", "Site"), "operator")
    page = official(operator).get("/").content.decode()
    assert "You do not see applications" in page
    assert draft.title not in page
    assert w.exporter.name not in page


def test_the_list_is_searched_and_paged(exporter: Client, w: World) -> None:
    for number in range(60):
        services.new(w.signatory, {"contract": {"number": f"C-{number:03}"}}, "page")
    first = exporter.get(reverse("applications")).content.decode()
    following = first.partition('rel="next" href="?')[2].partition('"')[0].replace("&amp;", "&")
    second = exporter.get(f"{reverse('applications')}?{following}").content.decode()
    assert ("C-059" in first, "C-000" in first) == (True, False)
    assert ("C-059" in second, "C-000" in second) == (False, True)
    found = exporter.get(reverse("applications"), {"text": "C-017"}).content.decode()
    assert ("C-017" in found, "C-018" in found) == (True, False)
    assert exporter.get(reverse("applications"), {"state": "nowhere"}).status_code == 422
    assert exporter.get(reverse("applications"), {"cursor": "nowhere"}).status_code == 422


@pytest.mark.parametrize("many", [1, 12])
def test_pages_ask_the_database_rarely_however_much_there_is(
    exporter: Client, w: World, draft: Application, many: int
) -> None:
    form = draft.form | {"lines": draft.form["lines"] * many}
    more = [services.new(w.signatory, form, "page") for _ in range(many)]
    filed = services.file(w.signatory, draft.pk, None, "page")
    steps = [reverse("form", args=[more[0].pk, step]) for step in ("lines", "papers")]
    of_filed = [reverse(name, args=[filed.pk]) for name in ("detail", "receipt")]
    check = reverse("check", args=[more[0].pk])
    office = official(w.chief)
    pages = [(exporter, each) for each in ("/", reverse("applications"), check, *steps, *of_filed)]
    for client, address in [*pages, (office, "/"), (office, of_filed[0])]:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200, address
        assert len(asked) <= MOST_QUERIES, (address, [each["sql"] for each in asked])
