"""The pages of what is refused, in both languages; the API's answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client, RequestFactory

from monazite.desk.security import refusals
from support.desk_people import organisation, person, signed_in
from support.offices import filed, world

STATUSES = [400, 403, 404, 409, 411, 413, 422, 429, 500]

if TYPE_CHECKING:
    from typing import Any

    from monazite.desk.people.models import Person


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(("header", "lang"), [("en", "en"), ("zh-CN", "zh-Hans")])
def test_a_refusal_says_what_happened_without_the_database(
    status: int, header: str, lang: str
) -> None:
    request = RequestFactory().get("/x/", headers={"accept-language": header})
    page = refusals.refuse(request, status)
    assert page.status_code == status
    text = page.content.decode()
    assert f'lang="{lang}"' in text
    assert str(status) in text


@pytest.mark.django_db
def test_a_refusal_keeps_the_head_of_the_site_and_the_way_back() -> None:
    made = world()
    client, ident = signed_in(Client(), made.preparer), filed(made).pk
    page = client.post(f"/applications/{ident}/withdraw/", {"reason": "x"}).content.decode()
    assert "You may not do this" in page
    assert f'href="/applications/{ident}/"' in page
    assert 'action="/language/"' in page
    assert f'name="next" value="/applications/{ident}/"' in page
    assert made.preparer.name in page
    gone = client.get("/nowhere/").content.decode()
    assert "Back to the page" not in gone
    assert 'href="/applications/"' in gone


@pytest.mark.parametrize("status", [400, 403, 404, 411, 413, 500])
def test_the_api_is_refused_in_json(status: int) -> None:
    request = RequestFactory().get("/api/v1/x", headers={"accept-language": "zh"})
    answer = refusals.refuse(request, status)
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/json"


@pytest.mark.django_db
def test_an_unknown_host_is_refused(settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["desk.example"]
    answer = Client().get("/sign-in/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "evil.example" not in answer.content.decode()
    assert "Content-Security-Policy" in answer.headers


@pytest.mark.django_db
def test_an_unknown_host_is_told_so_in_the_words_of_the_api(settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["desk.example"]
    answer = Client().get("/api/v1/me", headers={"host": "evil.example"})
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (400, "host")
    assert "page" not in error["message"]
    assert "evil.example" not in answer.content.decode()


@pytest.mark.django_db
def test_what_nobody_foresaw_is_a_page_without_details(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("the secret detail")

    monkeypatch.setattr("monazite.desk.people.views.passwords.render", broken)
    client = signed_in(Client(raise_request_exception=False), person(at=organisation()))
    answer = client.get("/password/")
    assert answer.status_code == 500
    assert "the secret detail" not in answer.content.decode()
    assert "This was our fault" in answer.content.decode()


@pytest.mark.django_db
def test_a_failing_database_still_has_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import OperationalError  # noqa: PLC0415 - once Django is ready

    client = signed_in(Client(raise_request_exception=False), person(at=organisation()))

    def down(*_: object) -> Person:
        raise OperationalError("the database is down")

    monkeypatch.setattr("monazite.desk.people.signing_in.PersonBackend.get_user", down)
    answer = client.get("/password/")
    assert answer.status_code == 500
    assert "<h1>" in answer.content.decode()
