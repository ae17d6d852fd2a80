from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

from monazite.desk.people.models import Attempt
from monazite.desk.people.services import end_organisation, end_person
from monazite.desk.people.signing_in import PersonBackend
from support.desk_people import PASSWORD, organisation, person, signed_in

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

    from monazite.desk.people.models import Person


@pytest.fixture
def somebody(db: None) -> Person:  # noqa: ARG001 - the tables
    return person("preparer", at=organisation(), password=PASSWORD, email="li.wei@firm.example")


def _sign_in(client: Client, email: str, password: str = PASSWORD, **more: str) -> Any:
    return client.post("/sign-in/", {"email": email, "password": password, **more})


@pytest.mark.parametrize(
    "typed", ["li.wei@firm.example", "  Li.Wei@FIRM.example ", "ｌi.wei@firm.example"]
)
def test_an_address_is_found_however_it_is_typed(
    client: Client, somebody: Person, typed: str
) -> None:
    assert _sign_in(client, typed).headers["Location"] == "/"
    assert client.session["_auth_user_id"] == str(somebody.pk)


@pytest.mark.usefixtures("somebody")
def test_an_unknown_account_answers_like_a_wrong_password(client: Client) -> None:
    known = _sign_in(client, "li.wei@firm.example", "wrong wrong wrong")
    unknown = _sign_in(client, "nobody.x@firm.example", "wrong wrong wrong")
    assert _comparable(known, "li.wei") == _comparable(unknown, "nobody.x")
    assert known.status_code == 422


@pytest.mark.usefixtures("somebody")
def test_both_are_slowed_down_alike(client: Client) -> None:
    answers = {}
    for name in ("li.wei", "nobody.x"):
        for _ in range(5):
            _sign_in(client, f"{name}@firm.example", "wrong wrong wrong")
        answers[name] = _sign_in(client, f"{name}@firm.example")
    assert [a.status_code for a in answers.values()] == [429, 429]
    assert all(int(a.headers["Retry-After"]) >= 1 for a in answers.values())
    assert "UTC" in answers["nobody.x"].content.decode()
    assert "_auth_user_id" not in client.session


def _comparable(answer: HttpResponse, name: str) -> tuple[int, str]:
    import re  # noqa: PLC0415 - of this helper

    text = answer.content.decode().replace(name, "NAME")
    return answer.status_code, re.sub(r'"[A-Za-z0-9]{64}"', "TOKEN", text)


def test_an_unknown_account_costs_as_much_work(
    client: Client, somebody: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.contrib.auth import hashers  # noqa: PLC0415 - once Django is ready

    hashed: list[str] = []
    hasher = type(hashers.get_hasher())
    encode = hasher.encode
    monkeypatch.setattr(hasher, "encode", lambda *a, **k: hashed.append("x") or encode(*a, **k))  # type: ignore[func-returns-value]
    _sign_in(client, somebody.email, "wrong wrong wrong")
    known = len(hashed)
    _sign_in(client, "nobody@firm.example", "wrong wrong wrong")
    assert len(hashed) - known == known == 1


def test_success_rotates_the_session_and_clears_the_count(client: Client, somebody: Person) -> None:
    client.get("/sign-in/")
    session = client.session
    session["mine"] = "1"
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = str(before)
    _sign_in(client, somebody.email, "wrong wrong wrong")
    _sign_in(client, somebody.email)
    assert client.session.session_key != before
    assert not Attempt.objects.filter(key__startswith="account:").exists()


@pytest.mark.parametrize(
    ("asked", "goes"),
    [
        ("/tokens/", "/tokens/"), ("https://evil.example/", "/"), ("//evil.example/", "/"),
        ("javascript:alert(1)", "/"), ("/\\evil.example", "/"), ("", "/"),
    ],
)  # fmt: skip
def test_one_goes_on_within_this_site_alone(
    client: Client, somebody: Person, asked: str, goes: str
) -> None:
    assert _sign_in(client, somebody.email, next=asked).headers["Location"] == goes


def test_signing_out_asks_for_a_form(client: Client, somebody: Person) -> None:
    signed_in(client, somebody)
    assert client.get("/sign-out/").status_code == 405
    assert client.post("/sign-out/").status_code == 302
    assert client.get("/tokens/").status_code == 302


@pytest.mark.parametrize("ended", ["person", "organisation"])
def test_a_session_ends_at_once_with_person_or_organisation(
    client: Client, somebody: Person, ended: str
) -> None:
    signed_in(client, somebody)
    assert client.get("/tokens/").status_code == 200
    if ended == "person":
        end_person(None, "cli", somebody)
    else:
        end_organisation(None, "cli", somebody.organisation)
    assert client.get("/tokens/").status_code == 302
    assert _sign_in(client, somebody.email).status_code == 422


@pytest.mark.parametrize(
    "email", ["\x00", "a" * 10_000 + "@x.example", "li\u202ewei@firm.example", ""]
)
@pytest.mark.parametrize("password", ["\x00\x00", "p" * 100_000, "\ud800", ""])
@pytest.mark.usefixtures("somebody")
def test_hostile_credentials_are_plainly_wrong(client: Client, email: str, password: str) -> None:
    fields = {"email": email, "password": password}
    body = urlencode(fields, errors="surrogatepass")
    answer = client.post("/sign-in/", body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 422


@pytest.mark.usefixtures("somebody")
def test_a_form_from_elsewhere_signs_nobody_in() -> None:
    from django.test import Client  # noqa: PLC0415 - the one with checks

    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/sign-in/", {"email": "li.wei@firm.example", "password": PASSWORD})
    assert answer.status_code == 403
    assert "form did not come from a page of this site" in answer.content.decode()


@pytest.mark.parametrize("ident", ["", "x", "1", None, "00000000-0000-0000-0000-000000000000"])
def test_a_session_of_nobody_is_nobodys(db: None, ident: object) -> None:  # noqa: ARG001 - the tables
    assert PersonBackend().get_user(ident) is None


def test_other_credentials_are_not_for_us(db: None) -> None:  # noqa: ARG001 - the tables
    assert PersonBackend().authenticate(None, username="x", password="y") is None  # noqa: S106
