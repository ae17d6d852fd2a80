"""When an account is recovered, nothing that opened it before opens it still."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

from monazite.desk.events.models import Event
from monazite.desk.people import factors
from monazite.desk.people.models import Token
from monazite.desk.people.services import (
    change_password,
    end_person,
    link_for_first_password,
    make_token,
)
from monazite.desk.people.services.tokens import bearer
from support.desk_people import PASSWORD, organisation, person, signed_in, verified

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.desk.people.models import Person


def _reset(who: Person) -> None:
    factors.reset(None, "cli", who)


def _link(who: Person) -> None:
    link_for_first_password(None, "cli", who)


def _change(who: Person) -> None:
    change_password(who, PASSWORD, "another sentence of mine")


def _end(who: Person) -> None:
    end_person(None, "cli", who)


EVERY_WAY = pytest.mark.parametrize("happens", [_reset, _link, _change, _end])


@pytest.fixture
def chief(db: None) -> Person:  # noqa: ARG001 - the tables
    return person("chief", at=organisation("agency"), password=PASSWORD)


def _tokens(who: Person) -> list[str]:
    made = [make_token(verified(who), "page", f"t{n}", ["applications:read"]) for n in range(2)]
    return [secret for _, secret in made]


@EVERY_WAY
def test_every_token_ends_with_an_event(chief: Person, happens: Callable[[Person], None]) -> None:
    secrets = _tokens(chief)
    happens(chief)
    assert [bearer(secret) for secret in secrets] == [None, None]
    assert not Token.objects.filter(revoked_at__isnull=True).exists()
    assert Event.objects.filter(kind="token.revoked").count() == 2


@EVERY_WAY
def test_every_session_ends(chief: Person, happens: Callable[[Person], None]) -> None:
    browser = signed_in(Client(), chief)
    assert browser.get("/tokens/").status_code == 200
    happens(chief)
    assert browser.get("/second-factor/").headers["Location"].startswith("/sign-in/")


def test_an_officers_token_is_worth_nothing_without_a_device(chief: Person) -> None:
    (secret, _) = _tokens(chief)
    program = bearer(secret)
    assert program is not None
    assert not program.is_verified()
    signed_in(Client(), chief)  # enrols one
    again = bearer(secret)
    assert again is not None
    assert again.is_verified()


def test_the_session_in_which_the_password_was_changed_goes_on(db: None) -> None:  # noqa: ARG001 - the tables
    client, other = Client(), Client()
    own = person("preparer", at=organisation(), password=PASSWORD)
    for browser in (client, other):
        assert (
            browser.post("/sign-in/", {"email": own.email, "password": PASSWORD}).status_code == 302
        )
    new = "another sentence of mine"
    body = {"old": PASSWORD, "password": new, "again": new}
    assert client.post("/password/", body).status_code == 200
    assert (client.get("/tokens/").status_code, other.get("/tokens/").status_code) == (200, 302)
