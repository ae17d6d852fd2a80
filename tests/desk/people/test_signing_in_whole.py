"""From the link that an operator hands over to a working day: every step through the pages."""

from __future__ import annotations

import re
import time
from base64 import b32decode
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django_otp.oath import totp

from monazite.desk.people.services import link_for_first_password
from support.desk_people import organisation, person

if TYPE_CHECKING:
    from monazite.desk.people.models import Person

SENTENCE = "a password nobody guesses"


class Clock:
    """The time that a device and the site agree on."""

    def __init__(self) -> None:
        self.ahead = 0

    def time(self) -> float:
        return time.time() + self.ahead

    def code(self, key: bytes) -> str:
        """The device's next code: each is used once."""
        self.ahead += 30
        return f"{totp(key, drift=self.ahead // 30):06d}"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr("monazite.desk.people.factors.time", made)
    return made


@pytest.fixture(params=["operator", "agency"])
def newcomer(request: pytest.FixtureRequest, db: None) -> Person:  # noqa: ARG001 - the tables
    role = {"operator": "operator", "agency": "licensing_officer"}[request.param]
    return person(role, at=organisation(request.param))


def _password(client: Client, who: Person, password: str = SENTENCE) -> str:
    """Where the answer leads; "" where the form came again."""
    answer = client.post("/sign-in/", {"email": who.email.upper(), "password": password})
    return str(answer.headers.get("Location", ""))


def _enrol(client: Client, clock: Clock) -> tuple[bytes, list[str]]:
    page = client.get("/second-factor/enrol/").content.decode()
    shown = re.search(r'class="mono">([A-Z2-7 ]+)<', page)
    assert shown
    assert "<svg" in page
    secret = shown.group(1).replace(" ", "")
    key = b32decode(secret + "=" * (-len(secret) % 8))
    answer = client.post("/second-factor/enrol/", {"code": clock.code(key)}, follow=True)
    return key, re.findall(r"<li>([\w-]+)</li>", answer.content.decode())


def _begun(who: Person, clock: Clock) -> tuple[bytes, list[str]]:
    """The first day: link, password, sign-in, device."""
    client, link = Client(), link_for_first_password(None, "cli", who)
    assert client.post(link, {"password": SENTENCE, "again": SENTENCE}).status_code == 302
    assert _password(client, who) == "/"
    assert client.get("/").headers["Location"].startswith("/second-factor/")
    key, codes = _enrol(client, clock)
    assert client.get("/").status_code == 200
    return key, codes


def test_the_first_day_and_the_next(newcomer: Person, clock: Clock) -> None:
    key, codes = _begun(newcomer, clock)
    assert len(codes) == 10
    client = Client()
    assert _password(client, newcomer) == "/"
    for address in ("/", "/tokens/", "/applications/"):
        assert client.get(address).headers["Location"].startswith("/second-factor/")
    assert client.post("/second-factor/", {"code": clock.code(key)}).status_code == 302
    assert client.get("/").status_code == 200
    assert client.post("/sign-out/").status_code == 302
    assert client.get("/").headers["Location"].startswith("/sign-in/")


def test_a_link_works_once(newcomer: Person) -> None:
    client, link = Client(), link_for_first_password(None, "cli", newcomer)
    body = {"password": SENTENCE, "again": SENTENCE}
    assert client.post(link, body).status_code == 302
    assert client.get(link).status_code == 404
    assert client.post(link, {"password": "x" * 14, "again": "x" * 14}).status_code == 404
    assert _password(Client(), newcomer) == "/"


def test_a_lost_device_is_bridged_by_each_recovery_code_once(
    newcomer: Person, clock: Clock
) -> None:
    _, codes = _begun(newcomer, clock)
    statuses = []
    for code in (codes[0], codes[0], codes[1]):
        client = Client()
        _password(client, newcomer)
        statuses.append(client.post("/second-factor/", {"code": code}).status_code)
    assert statuses == [302, 422, 302]


def test_a_used_code_opens_no_second_session(newcomer: Person, clock: Clock) -> None:
    key, _ = _begun(newcomer, clock)
    code, statuses = clock.code(key), []
    for _ in range(2):
        client = Client()
        _password(client, newcomer)
        statuses.append(client.post("/second-factor/", {"code": code}).status_code)
    assert statuses == [302, 422]


def test_guessing_a_password_is_slowed_for_its_owner_too(newcomer: Person, clock: Clock) -> None:
    _begun(newcomer, clock)
    guesses = [_password(Client(), newcomer, f"guess number {n}") for n in range(6)]
    assert guesses == [""] * 6
    answer = Client().post("/sign-in/", {"email": newcomer.email, "password": SENTENCE})
    assert (answer.status_code, "Retry-After" in answer.headers) == (429, True)
