"""The second factor, as an official meets it."""

from __future__ import annotations

import re
import time
from base64 import b32decode
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from monazite.desk.events.models import Event
from monazite.desk.people import factors
from monazite.desk.people.models import Person, RecoveryCode
from support.desk_people import organisation, person, signed_in, verified

if TYPE_CHECKING:
    from django.test import Client


@pytest.fixture
def chief(db: None) -> Person:  # noqa: ARG001 - the tables
    return person("chief", at=organisation("agency"))


def _enrolled(client: Client, who: Person) -> tuple[bytes, list[str]]:
    """As the person does it: read the secret, type the code; the key and the recovery codes."""
    client.force_login(who)
    page = client.get("/second-factor/enrol/").content.decode()
    shown = re.search(r'class="mono">([A-Z2-7 ]+)<', page)
    assert shown
    secret = shown.group(1).replace(" ", "")
    key = b32decode(secret + "=" * (-len(secret) % 8))
    answer = client.post("/second-factor/enrol/", {"code": f"{totp(key):06d}"}, follow=True)
    assert answer.status_code == 200
    return key, re.findall(r"<li>([\w-]+)</li>", answer.content.decode())


def _another_session(client: Client, who: Person) -> None:
    client.logout()
    client.force_login(who)


def test_enrolment_opens_the_site_and_gives_recovery_codes(client: Client, chief: Person) -> None:
    _, codes = _enrolled(client, chief)
    assert len(set(codes)) == 10
    assert client.get("/tokens/").status_code == 200
    stored = set(RecoveryCode.objects.values_list("sha256", flat=True))
    assert not stored & set(codes)
    assert Event.objects.filter(kind="factor.enrolled", actor=chief.pk).count() == 1


def test_a_wrong_first_code_enrols_nothing(client: Client, chief: Person) -> None:
    client.force_login(chief)
    client.get("/second-factor/enrol/")
    assert client.post("/second-factor/enrol/", {"code": "000000"}).status_code == 422
    assert factors.device(chief) is None
    assert client.get("/tokens/").status_code == 302


def test_a_code_opens_one_session_and_is_then_used_up(
    client: Client, chief: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, _ = _enrolled(client, chief)
    later = time.time() + 60
    monkeypatch.setattr("monazite.desk.people.factors.time.time", lambda: later)
    code = f"{totp(key, drift=2):06d}"
    _another_session(client, chief)
    before = client.session.session_key
    answer = client.post("/second-factor/", {"code": f"{code[:3]} {code[3:]}", "next": "/tokens/"})
    assert answer.headers["Location"] == "/tokens/"
    assert client.session.session_key != before
    _another_session(client, chief)
    assert client.post("/second-factor/", {"code": code}).status_code == 422


def test_a_recovery_code_works_once(client: Client, chief: Person) -> None:
    _, codes = _enrolled(client, chief)
    _another_session(client, chief)
    assert client.post("/second-factor/", {"code": codes[0].upper()}).status_code == 302
    _another_session(client, chief)
    assert client.post("/second-factor/", {"code": codes[0]}).status_code == 422
    assert client.post("/second-factor/", {"code": codes[1]}).status_code == 302
    assert Event.objects.filter(kind="factor.recovered").count() == 2


def test_guessing_is_slowed_down(client: Client, chief: Person) -> None:
    _, codes = _enrolled(client, chief)
    _another_session(client, chief)
    for _ in range(5):
        assert client.post("/second-factor/", {"code": "123456"}).status_code == 422
    answer = client.post("/second-factor/", {"code": codes[0]})
    assert answer.status_code == 429
    assert "Retry-After" in answer.headers


def test_a_stolen_password_enrols_no_second_device(client: Client, chief: Person) -> None:
    _enrolled(client, chief)
    _another_session(client, chief)
    assert client.get("/second-factor/enrol/").headers["Location"] == "/second-factor/"
    assert (
        client.post("/second-factor/enrol/", {"code": "1"}).headers["Location"] == "/second-factor/"
    )


def test_a_new_device_ends_the_old_one(client: Client, chief: Person) -> None:
    _enrolled(client, chief)
    signed_in(client, chief)
    _, codes = _enrolled_again(client)
    assert TOTPDevice.objects.filter(user=chief).count() == 1
    assert RecoveryCode.objects.filter(person=chief).count() == len(codes) == 10


def _enrolled_again(client: Client) -> tuple[bytes, list[str]]:
    assert "Replace it?" in client.get("/second-factor/enrol/").content.decode()
    page = client.get("/second-factor/enrol/?replace=1").content.decode()
    shown = re.search(r'class="mono">([A-Z2-7 ]+)<', page)
    assert shown
    secret = shown.group(1).replace(" ", "")
    key = b32decode(secret + "=" * (-len(secret) % 8))
    answer = client.post("/second-factor/enrol/", {"code": f"{totp(key):06d}"}, follow=True)
    return key, re.findall(r"<li>([\w-]+)</li>", answer.content.decode())


def test_the_codes_are_shown_until_they_are_kept_and_then_never_again(
    client: Client, chief: Person
) -> None:
    _, codes = _enrolled(client, chief)
    client.cookies["monazite_language"] = "zh"
    again = client.get("/second-factor/codes/").content.decode()
    assert re.findall(r"<li>([\w-]+)</li>", again) == codes
    assert client.post("/second-factor/codes/").headers["Location"] == "/"
    answer = client.get("/second-factor/codes/")
    assert answer.headers["Location"] == "/second-factor/enrol/"


def test_exporters_have_no_such_page(client: Client, chief: Person) -> None:  # noqa: ARG001 - the tables
    signed_in(client, person("preparer", at=organisation()))
    assert client.get("/second-factor/").status_code == 404
    assert client.get("/second-factor/enrol/").status_code == 404


def test_an_operator_forgets_a_lost_device(client: Client, chief: Person) -> None:
    _enrolled(client, chief)
    operator = verified(person("operator", at=organisation("operator")))
    factors.reset(operator, "page", chief)
    assert factors.device(chief) is None
    assert client.get("/tokens/").headers["Location"].startswith("/sign-in/")


def test_of_eight_at_once_one_code_opens_one(transactional_db: None) -> None:  # noqa: ARG001 - real commits
    chief = person("chief", at=organisation("agency"))
    device = TOTPDevice.objects.create(user=chief, name="t", confirmed=True)
    code = f"{totp(device.bin_key):06d}"

    def used(_: int) -> bool:
        try:
            return factors._right(TOTPDevice.objects.get(pk=device.pk), code)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(used, range(8))) == 1


@pytest.mark.parametrize(
    "code", ["", "12345", "1234567", "１２３４５６", "-12345", "abcdef", "\x00" * 6, "9" * 5000]
)
def test_what_is_no_code_is_wrong(client: Client, chief: Person, code: str) -> None:
    _enrolled(client, chief)
    _another_session(client, chief)
    assert client.post("/second-factor/", {"code": code}).status_code == 422


def test_who_has_no_device_is_not_let_through(chief: Person) -> None:
    assert factors.verify(chief, "123456") is None
