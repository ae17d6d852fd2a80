"""The first password through a link, and its change."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.test import Client

from monazite.desk.events.models import Event
from monazite.desk.people.may import Forbidden
from monazite.desk.people.models import Person
from monazite.desk.people.services import (
    change_password,
    end_person,
    link_for_first_password,
    passwords,
)
from monazite.errors import InputError
from support.desk_people import PASSWORD, organisation, person, verified

NEW = "another sentence of mine"


@pytest.fixture
def newcomer(db: None) -> Person:  # noqa: ARG001 - the tables
    return person("preparer", at=organisation())


def _set(client: Client, link: str, password: str = NEW, again: str | None = None) -> int:
    body = {"password": password, "again": password if again is None else again}
    return client.post(link, body).status_code


def _signs_in(email: str, password: str) -> bool:
    answer = Client().post("/sign-in/", {"email": email, "password": password})
    return answer.status_code == 302


def test_a_link_sets_the_first_password_once(client: Client, newcomer: Person) -> None:
    link = link_for_first_password(None, "cli", newcomer)
    assert newcomer.name in client.get(link).content.decode()
    assert _set(client, link) == 302
    assert _signs_in(newcomer.email, NEW)
    assert _set(client, link, "a third sentence here") == 404
    assert client.get(link).status_code == 404
    kinds = Event.objects.filter(aggregate_id=newcomer.organisation_id).order_by("seq")
    assert [event.kind for event in kinds][-2:] == ["person.linked", "password.set"]


def test_after_the_first_password_the_page_says_what_to_do(
    client: Client, newcomer: Person
) -> None:
    link = link_for_first_password(None, "cli", newcomer)
    answer = client.post(link, {"password": NEW, "again": NEW}, follow=True)
    assert "Password set. Sign in with it." in answer.content.decode()


def test_a_password_like_ones_name_is_none(newcomer: Person) -> None:
    link = link_for_first_password(None, "cli", newcomer)
    Person.objects.filter(pk=newcomer.pk).update(name="Bartholomew Quesnel")
    assert _set(Client(), link, "bartholomew quesnel") == 422


def test_a_newer_link_ends_the_older_and_the_password(client: Client, newcomer: Person) -> None:
    older = link_for_first_password(None, "cli", newcomer)
    assert _set(client, older) == 302
    again = link_for_first_password(None, "cli", newcomer)
    newest = link_for_first_password(None, "cli", newcomer)
    assert not _signs_in(newcomer.email, NEW)
    assert _set(client, again) == 404
    assert _set(client, newest) == 302


def test_a_link_lives_two_days(
    client: Client, newcomer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = link_for_first_password(None, "cli", newcomer)
    now = datetime.now()  # noqa: DTZ005 - as Django's generator counts
    for hours, status in ((47, 200), (49, 404)):
        monkeypatch.setattr(
            PasswordResetTokenGenerator, "_now", lambda _, h=hours: now + timedelta(hours=h)
        )
        assert client.get(link).status_code == status


def test_a_link_of_who_has_ended_leads_nowhere(client: Client, newcomer: Person) -> None:
    link = link_for_first_password(None, "cli", newcomer)
    end_person(None, "cli", newcomer)
    assert client.get(link).status_code == 404


@pytest.mark.parametrize("password", ["short", "password1234", "p" * 201, "", "123456789012"])
def test_a_weak_password_is_refused_and_the_link_stays(
    client: Client, newcomer: Person, password: str
) -> None:
    link = link_for_first_password(None, "cli", newcomer)
    assert _set(client, link, password) == 422
    assert _set(client, link, NEW, "not the same at all") == 422
    assert _set(client, link) == 302


@pytest.mark.parametrize("tail", ["x", "aaaaaa-" + "0" * 32, "%E7%A8%80"])
def test_a_made_up_link_leads_nowhere(client: Client, newcomer: Person, tail: str) -> None:
    assert client.get(f"/first-password/{newcomer.pk}/{tail}/").status_code == 404


@pytest.mark.django_db
def test_changing_it_needs_the_present_one_and_ends_other_sessions(client: Client) -> None:
    who = person("preparer", at=organisation(), password=PASSWORD)
    elsewhere = Client()
    for each in (client, elsewhere):
        each.post("/sign-in/", {"email": who.email, "password": PASSWORD})
    body = {"old": "wrong", "password": NEW, "again": NEW}
    assert client.post("/password/", body).status_code == 422
    assert client.post("/password/", body | {"old": PASSWORD}).status_code == 200
    assert client.get("/tokens/").status_code == 200
    assert elsewhere.get("/tokens/").status_code == 302
    assert _signs_in(who.email, NEW)


@pytest.mark.django_db
def test_guessing_the_present_one_is_slowed_down(client: Client) -> None:
    who = person("preparer", at=organisation(), password=PASSWORD)
    client.force_login(who)
    body = {"old": "wrong", "password": NEW, "again": NEW}
    assert [client.post("/password/", body).status_code for _ in range(6)] == [422] * 5 + [429]


def test_nobody_makes_a_link_for_themselves_or_elsewhere(newcomer: Person) -> None:
    admin = person("organisation_admin", at=organisation())
    operator = verified(person("operator", at=organisation("operator")))
    for by, whose in ((admin, admin), (admin, newcomer), (operator, newcomer)):
        with pytest.raises(Forbidden):
            link_for_first_password(by, "page", whose)


def test_of_two_changes_at_once_the_second_is_told(db: None) -> None:  # noqa: ARG001 - the tables
    who = person("preparer", at=organisation(), password=PASSWORD)
    stale = Person.objects.get(pk=who.pk)
    change_password(who, PASSWORD, NEW)
    with pytest.raises(InputError, match="password that you have now"):
        change_password(stale, PASSWORD, "a third sentence of mine")
    assert Person.objects.get(pk=who.pk).check_password(NEW)
    assert Event.objects.filter(kind="password.set").count() == 1


def test_of_two_who_use_a_link_at_once_the_second_sets_nothing(
    newcomer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = link_for_first_password(None, "cli", newcomer).rstrip("/").rsplit("/", 1)[-1]
    both = [passwords.of_link(newcomer.pk, token) for _ in range(2)]
    monkeypatch.setattr(passwords, "of_link", lambda *_: both.pop())
    assert passwords.set_first_password(newcomer.pk, token, NEW) is not None
    assert passwords.set_first_password(newcomer.pk, token, "a third sentence of mine") is None
    assert Person.objects.get(pk=newcomer.pk).check_password(NEW)
