"""Tokens: scopes bound what a program may, whatever its person may."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from monazite.desk.people.actions import ACTIONS
from monazite.desk.people.may import Forbidden, may
from monazite.desk.people.models import Token
from monazite.desk.people.scopes import SCOPES, offered
from monazite.desk.people.services import end_role, make_token, revoke_token
from monazite.desk.people.services.tokens import bearer
from monazite.errors import InputError
from support.access.world import application
from support.access.world import build as world
from support.desk_people import organisation, person, signed_in, verified

if TYPE_CHECKING:
    from django.test import Client

    from monazite.desk.people.models import Person


@pytest.fixture
def signatory(db: None) -> Person:  # noqa: ARG001 - the tables
    return person("signatory", at=organisation())


def test_the_secret_is_not_kept(signatory: Person) -> None:
    token, secret = make_token(signatory, "page", "plant", ["applications:read"])
    assert secret.startswith("mz_")
    assert secret not in str(Token.objects.values().get(pk=token.pk))


def test_a_token_acts_for_its_person_within_its_scopes(signatory: Person) -> None:
    _, secret = make_token(signatory, "page", "plant", ["applications:read"])
    draft = application(world(), signatory.organisation)
    program = bearer(secret)
    assert program is not None
    assert may(program, "application.read", draft)
    assert not may(program, "application.file", draft)
    assert may(signatory, "application.file", draft)


@pytest.mark.parametrize("action", sorted(set(ACTIONS) - {a for s in SCOPES.values() for a in s}))
def test_no_token_does_what_is_for_people_alone(action: str, signatory: Person) -> None:
    _, secret = make_token(signatory, "page", "all", list(SCOPES))
    program = bearer(secret)
    things = (None, program, signatory.organisation, application(world(), signatory.organisation))
    assert not any(may(program, action, thing) for thing in things)


def test_every_scope_opens_actions_that_exist() -> None:
    assert {action for scope in SCOPES.values() for action in scope} <= ACTIONS.keys()


def test_a_token_ends_by_its_day_by_revocation_and_with_the_role(signatory: Person) -> None:
    token, secret = make_token(signatory, "page", "a", ["applications:read"])
    draft = application(world(), signatory.organisation)
    end_role(None, "cli", signatory, "signatory")
    assert not may(bearer(secret), "application.read", draft)
    Token.objects.filter(pk=token.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    assert bearer(secret) is None
    other, other_secret = make_token(signatory, "page", "b", ["applications:read"])
    revoke_token(signatory, "page", other)
    revoke_token(signatory, "page", other)
    assert bearer(other_secret) is None


def test_an_official_makes_one_only_after_the_second_factor(db: None) -> None:  # noqa: ARG001 - the tables
    chief = person("chief", at=organisation("agency"))
    with pytest.raises(Forbidden):
        make_token(chief, "page", "t", ["applications:read"])
    _, secret = make_token(verified(chief), "page", "t", ["applications:read"])
    TOTPDevice.objects.create(user=chief, name="phone", confirmed=True)
    program = bearer(secret)
    assert program is not None
    assert program.is_verified()


@pytest.mark.parametrize(
    ("name", "scopes", "days"),
    [("", ["applications:read"], 1), ("t", [], 1), ("t", ["root"], 1), ("t", ["applications:read"], 0),
     ("t", ["applications:read"], 367), ("a\u202eb", ["applications:read"], 1)],
)  # fmt: skip
def test_bad_values_make_none(signatory: Person, name: str, scopes: list[str], days: int) -> None:
    with pytest.raises(InputError):
        make_token(signatory, "page", name, scopes, days)
    assert Token.objects.count() == 0


@pytest.mark.parametrize("secret", ["", "mz_", "\x00", "\ud800", "mz_" + "a" * 100_000])
def test_a_made_up_secret_opens_nothing(db: None, secret: str) -> None:  # noqa: ARG001 - the tables
    assert bearer(secret) is None


def test_the_page_shows_the_secret_once(client: Client, signatory: Person) -> None:
    signed_in(client, signatory)
    body = {"name": "plant", "scopes": ["applications:read", "applications:write"], "days": "30"}
    made = client.post("/tokens/", body).content.decode()
    token = Token.objects.get()
    assert token.scopes == "applications:read applications:write"
    assert "mz_" in made
    assert "mz_" not in client.get("/tokens/").content.decode()
    assert client.post(f"/tokens/{token.pk}/revoke/").status_code == 302
    assert "plant" not in client.get("/tokens/").content.decode()


def test_nobody_revokes_a_strangers(client: Client, signatory: Person) -> None:
    token, _ = make_token(signatory, "page", "t", ["applications:read"])
    signed_in(client, person("signatory", at=organisation()))
    assert client.post(f"/tokens/{token.pk}/revoke/").status_code == 404
    assert Token.objects.get().revoked_at is None


@pytest.mark.parametrize("days", ["0", "367", "-1", "1e3", "９９", "9" * 4000, ""])
def test_the_page_refuses_odd_days(client: Client, signatory: Person, days: str) -> None:
    signed_in(client, signatory)
    body = {"name": "plant", "scopes": ["applications:read"], "days": days}
    assert client.post("/tokens/", body).status_code == 422


def test_a_token_that_is_not_there_is_not_revoked(client: Client, signatory: Person) -> None:
    signed_in(client, signatory)
    assert client.post(f"/tokens/{uuid.uuid4()}/revoke/").status_code == 404


def test_scopes_that_would_open_nothing_are_not_offered(db: None) -> None:  # noqa: ARG001 - the tables
    for kind, role, not_offered in (
        ("foreign", "partner", {"cases:write", "licences:read", "figures:read", "secrets:read"}),
        ("exporter", "preparer", {"cases:read", "figures:read"}),
        ("agency", "reviewer", {"applications:file", "licences:write"}),
    ):
        someone = person(role, at=organisation(kind))
        found = set(offered(someone))
        assert "applications:read" in found
        assert found.isdisjoint(not_offered)


def test_the_page_offers_a_partner_what_is_of_use(client: Client, db: None) -> None:  # noqa: ARG001 - the tables
    client.force_login(person("partner", at=organisation("foreign")))
    page = client.get("/tokens/").content.decode()
    assert 'value="applications:read"' in page
    assert 'value="cases:write"' not in page
