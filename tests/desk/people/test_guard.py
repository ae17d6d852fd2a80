"""Signed out, expired, not verified: where a request goes, and that nothing typed is lost."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import get_resolver

from monazite.desk.people import keeping
from monazite.desk.people.models import Token
from support.desk_people import PASSWORD, organisation, person, signed_in

if TYPE_CHECKING:
    from django.test import Client

    from monazite.desk.people.models import Person


@pytest.fixture
def somebody(db: None) -> Person:  # noqa: ARG001 - the tables
    return person("preparer", at=organisation(), password=PASSWORD)


def test_a_page_leads_to_sign_in_and_back(client: Client, somebody: Person) -> None:
    away = client.get("/tokens/?a=1")
    assert away.headers["Location"] == "/sign-in/?next=%2Ftokens%2F%3Fa%3D1"
    back = client.post(
        away.headers["Location"],
        {"email": somebody.email, "password": PASSWORD, "next": "/tokens/?a=1"},
    )
    assert back.headers["Location"] == "/tokens/?a=1"


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post", "put", "delete"])
def test_htmx_is_told_that_the_session_ended(client: Client, method: str) -> None:
    answer = getattr(client, method)("/tokens/", headers={"hx-request": "true"})
    assert answer.status_code == 401
    assert answer.headers["HX-Trigger"] == "signed-out"
    assert answer.content == b""


def test_a_form_sent_too_late_is_sent_again_after_sign_in(client: Client, somebody: Person) -> None:
    typed = {
        "name": 'Plant "A" <b>\nline 2',
        "scopes": ["applications:read", "applications:file"],
        "days": "30",
    }
    late = client.post("/tokens/", typed)
    assert late.status_code == 401
    assert Token.objects.count() == 0
    kept = _value(late.content.decode(), "kept")
    answer = client.post("/sign-in/", {"email": somebody.email, "password": PASSWORD, "kept": kept})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'action="/tokens/"' in page
    fields = re.findall(r'<textarea name="(\w+)" hidden>\n(.*?)</textarea>', page, re.DOTALL)
    assert [(name, html.unescape(value)) for name, value in fields] == [
        ("name", 'Plant "A" <b>\nline 2'),
        ("scopes", "applications:read"), ("scopes", "applications:file"), ("days", "30"),
    ]  # fmt: skip


def _value(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found
    return html.unescape(found.group(1))


@pytest.mark.django_db
def test_secrets_are_not_kept(client: Client) -> None:
    late = client.post("/password/", {"old": "a-secret", "password": "b-secret", "x": "1"})
    kept = keeping.read(_value(late.content.decode(), "kept"))
    assert kept is not None
    assert kept.fields == (("x", "1"),)


@pytest.mark.parametrize("planted", ["", "x", "eyJhIjoxfQ:1abcde:signature", "\x00"])
def test_nobody_plants_a_form(client: Client, somebody: Person, planted: str) -> None:
    body = {"email": somebody.email, "password": PASSWORD, "kept": planted}
    assert client.post("/sign-in/", body).headers["Location"] == "/"


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["agency", "operator"])
def test_an_official_enrols_before_anything_else(client: Client, kind: str) -> None:
    official = person(at=organisation(kind))
    client.force_login(official)
    for path in ("/", "/tokens/", "/organisations/", "/password/"):
        assert client.get(path).headers["Location"].startswith("/second-factor/?next="), path
    assert client.get("/second-factor/").headers["Location"] == "/second-factor/enrol/"
    assert client.post("/sign-out/").status_code == 302


@pytest.mark.django_db
def test_every_view_is_closed_unless_it_says_otherwise(client: Client) -> None:
    opened = {
        pattern.name
        for pattern in _patterns(get_resolver().url_patterns)
        if getattr(pattern.callback, "open_to_all", False)
    }
    assert opened - {"api"} <= {
        "sign_in",
        "sign_out",
        "first_password",
        "language",
        "demo_sign_in",
        "health",
        "alive",
        "ready",
        "verify",
        "verify_asked",
        "tell",
        "tell_receipt",
    }
    assert client.get("/").status_code == 302


def _patterns(found: list[Any]) -> list[Any]:
    flat: list[Any] = []
    for each in found:
        flat += _patterns(each.url_patterns) if hasattr(each, "url_patterns") else [each]
    return flat


def test_who_is_signed_in_is_not_asked_again(client: Client, somebody: Person) -> None:
    signed_in(client, somebody)
    assert client.get("/sign-in/?next=/tokens/").headers["Location"] == "/tokens/"
