"""Tokens and scopes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from monazite.desk.people.models import Person, Token
from monazite.desk.people.services import end_organisation, end_person
from support.api_calls import Program, program

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.offices import World


def test_me_says_who_the_token_speaks_for(w: World) -> None:
    answer = program(w.signatory, "applications:read").get("/me")
    assert answer.status_code == 200
    me = answer.json()
    assert me["id"] == str(w.signatory.pk)
    assert me["organisation"]["name"] == w.exporter.name
    assert me["roles"] == ["signatory"]
    assert me["scopes"] == ["applications:read"]


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer  ", "Basic YTpi", "Bearer mz_unknown", "Bearer \x7f"]
)
@pytest.mark.usefixtures("w")
def test_without_a_token_that_opens_something_the_answer_says_what_to_do(header: str) -> None:
    answer = Program({"Authorization": header} if header else {}).get("/me")
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"].startswith("Bearer")
    assert "on the site" in answer.json()["error"]["message"]


def _expire(token: Token) -> None:
    Token.objects.filter(pk=token.pk).update(expires_at=timezone.now() - timedelta(seconds=1))


def _revoke(token: Token) -> None:
    Token.objects.filter(pk=token.pk).update(revoked_at=timezone.now())


def _leave(token: Token) -> None:
    end_person(None, "cli", token.person)


def _close(token: Token) -> None:
    end_organisation(None, "cli", token.person.organisation)


@pytest.mark.parametrize("happens", [_expire, _revoke, _leave, _close])
def test_a_token_ends_with_its_time_its_person_and_its_organisation(
    w: World, happens: Callable[[Token], None]
) -> None:
    caller = program(w.signatory)
    assert caller.get("/me").status_code == 200
    happens(Token.objects.get())
    assert caller.get("/me").json()["error"]["code"] == "token_unknown"


def test_a_missing_scope_is_named(w: World) -> None:
    answer = program(w.signatory, "applications:read").post("/applications", {})
    assert answer.status_code == 403
    assert answer.json()["error"]["code"] == "scope_missing"
    assert "applications:write" in answer.json()["error"]["message"]


def test_a_role_that_may_not_is_told_so(w: World) -> None:
    ident = program(w.preparer).post("/applications", {}).json()["id"]
    answer = program(w.preparer).post(f"/applications/{ident}/file", If_Match="1")
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "forbidden")


def test_a_session_opens_nothing(w: World) -> None:
    caller = Program({})
    caller.client.force_login(w.signatory, "monazite.desk.people.signing_in.PersonBackend")
    assert caller.get("/me").status_code == 401


@pytest.mark.parametrize(
    ("header", "language", "said"),
    [
        ("", "en", "token"),
        ("zh-CN,zh;q=0.9", "zh", "令牌"),
        ("fr, en;q=0.5", "en", "token"),
        ("zh;q=x", "en", "token"),
    ],
)
@pytest.mark.usefixtures("w")
def test_the_answer_is_in_the_language_that_was_asked(
    header: str, language: str, said: str
) -> None:
    answer = Program({"Accept-Language": header}).get("/me")
    assert said in answer.json()["error"]["message"]
    assert answer["Content-Language"].startswith(language)


def test_without_a_wish_it_is_the_persons_language(w: World) -> None:
    caller = program(w.signatory)
    Person.objects.filter(pk=w.signatory.pk).update(language="zh")
    assert (
        "没有"
        in caller.get("/applications/00000000-0000-0000-0000-000000000000").json()["error"][
            "message"
        ]
    )
