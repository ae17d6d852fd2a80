"""Each 4xx that the document names, of each operation: provoked from the document itself."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction

from support.api_bodies import BODIES
from support.api_calls import Program, new_key, program
from support.api_contract import fault_holds, operations
from support.offices import firm, person, world

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_django import DjangoDbBlocker, Settings

    from support.offices import World

_NOWHERE = "00000000-0000-4000-8000-000000000000"
_SHOWN_ELSEWHERE = {
    "cases", "casework", "decisions", "licences",
    "batches", "challenges", "declarations", "duties", "ledger", "manifests", "offline",
}  # fmt: skip
"""Rooms whose refusals need more than an application: see their own files and test_not_now.py."""
_CUSTOMS_ROLES = {"offline": "customs_officer", "statistics": "statistician"}
"""Rooms that nobody enters, whatever they ask for, but people of a customs office."""


@pytest.fixture(scope="module")
def rows(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:  # noqa: ARG001
    """One world for all: whatever a test does to it is taken back after the test."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield world()
        transaction.set_rollback(True)


@pytest.fixture
def w(rows: World, db: None, settings: Settings, tmp_path: Path) -> World:  # noqa: ARG001
    settings.PAPERS_ROOT = tmp_path
    return rows


def _with(status: int, *besides: str) -> list[Any]:
    """The operations that can answer so, without some."""
    return [
        pytest.param(*each, id=each[2]["operationId"])
        for each in operations()
        if str(status) in each[2]["responses"] and each[2]["operationId"] not in besides
    ]


def _path(path: str, ident: str = _NOWHERE) -> str:
    return path.removeprefix("/api/v1").replace("{ident}", ident)


def _send(caller: Program, method: str, path: str, found: dict[str, Any], **more: str) -> Any:
    """A request that is right in everything that is not given otherwise."""
    content = found.get("requestBody", {}).get("content", {})
    if "multipart/form-data" in content and "application/json" not in content and not more:
        return caller.upload(path, "a.pdf", b"%PDF-1.4\n%%EOF\n")
    return caller.send(method.upper(), path, _document(found), **({"If_Match": '"1"'} | more))


def _document(found: dict[str, Any]) -> object:
    return BODIES.get(found["operationId"], {})


def _whose_work_it_is(w: World, found: dict[str, Any]) -> Program:
    """A program of somebody who does such things, if only to what is theirs."""
    (room,) = found["tags"]
    if room in _CUSTOMS_ROLES:
        customs = firm("agency", "Example Port Customs", regime="CN", duty="customs")
        return program(person(customs, _CUSTOMS_ROLES[room]))
    if room == "manifests":
        return program(person(w.exporter, "declarant"))
    return program(w.preparer if room == "batches" else w.signatory)


@pytest.mark.parametrize(("method", "path", "found"), _with(401))
@pytest.mark.usefixtures("w")
def test_401_without_a_token(method: str, path: str, found: dict[str, Any]) -> None:
    assert _send(Program({}), method, _path(path), found).status_code == 401


@pytest.mark.parametrize(("method", "path", "found"), _with(403))
def test_403_without_the_scope(w: World, method: str, path: str, found: dict[str, Any]) -> None:
    (scope,) = found["security"][0]["Bearer"]
    other = "applications:read" if scope == "secrets:read" else "secrets:read"
    answer = _send(program(w.signatory, other), method, _path(path), found)
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "scope_missing")
    assert scope in answer.json()["error"]["message"]


@pytest.mark.parametrize(("method", "path", "found"), _with(404))
def test_404_for_what_is_not_there_and_for_what_is_anothers(
    w: World, method: str, path: str, found: dict[str, Any]
) -> None:
    theirs = program(w.stranger).post("/applications", {}).json()["id"]
    caller = _whose_work_it_is(w, found)
    for ident in (_NOWHERE, theirs, str(uuid.uuid4())):
        answer = _send(caller, method, _path(path, ident), found)
        assert (answer.status_code, answer.json()["error"]["code"]) == (404, "not_found")


@pytest.mark.parametrize(("method", "path", "found"), _with(400))
def test_400_without_a_header_that_is_needed(
    w: World, method: str, path: str, found: dict[str, Any]
) -> None:
    ident = program(w.signatory).post("/applications", {}).json()["id"]
    for header in (each["name"] for each in found["parameters"] if each["in"] == "header"):
        for wrong in ("", "\x7f", "x" * 101):
            answer = _send(
                program(w.signatory), method, _path(path, ident), found, **{header: wrong}
            )
            if answer.status_code == 415:  # multipart alone: the headers come later
                continue
            assert answer.status_code == 400
            assert header in answer.json()["error"]["message"]


@pytest.mark.parametrize(("method", "path", "found"), _with(415))
def test_415_for_another_type(w: World, method: str, path: str, found: dict[str, Any]) -> None:
    assert "requestBody" in found
    ident = program(w.signatory).post("/applications", {}).json()["id"]
    answer = _whose_work_it_is(w, found).send(
        method.upper(), _path(path, ident), b"a=b", If_Match="1", Content_Type="text/csv"
    )
    assert answer.status_code == 415
    assert answer.json()["error"]["value"] == "text/csv"


@pytest.mark.parametrize(("method", "path", "found"), _with(413))
def test_413_for_too_much(
    w: World, settings: Settings, method: str, path: str, found: dict[str, Any]
) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    settings.PAPER_BYTES_MAX = settings.MANIFEST_BYTES_MAX = -64 * 1024
    caller = _whose_work_it_is(w, found)
    answer = _send(caller, method, _path(path), found, Content_Type="application/json")
    assert answer.status_code == 413
    settings.PAPER_BYTES_MAX = settings.MANIFEST_BYTES_MAX = 10**6
    if "application/json" in found.get("requestBody", {}).get("content", {}):
        body = b'"' + b"x" * 200 + b'"'
        sent = caller.send(method.upper(), _path(path), body, If_Match="1")
        assert sent.status_code == 413


@pytest.mark.parametrize(("method", "path", "found"), _with(411))
def test_411_without_a_length(w: World, method: str, path: str, found: dict[str, Any]) -> None:
    caller = program(w.signatory)
    answer = _send(caller, method, _path(path), found, Transfer_Encoding="chunked")
    assert (answer.status_code, answer.json()["error"]["code"]) == (411, "refused")


@pytest.mark.parametrize(("method", "path", "found"), _with(422))
def test_422_for_a_query_key_that_there_is_not(
    w: World, method: str, path: str, found: dict[str, Any]
) -> None:
    ident = program(w.signatory).post("/applications", {}).json()["id"]
    answer = _send(program(w.signatory), method, _path(path, ident) + "?unknown=1", found)
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, "unknown")


@pytest.mark.parametrize(
    ("method", "path", "found"),
    [
        each
        for each in _with(409, "get_paper", "get_secrets", "renew_application_rulings")
        if not _SHOWN_ELSEWHERE & {*each.values[2]["tags"]}
    ],
)
def test_409_where_the_state_does_not_allow_it(
    w: World, method: str, path: str, found: dict[str, Any]
) -> None:
    caller = program(w.signatory)
    ident = caller.post("/applications", {}).json()["id"]
    assert caller.post(f"/applications/{ident}/discard").status_code == 200
    answer = _send(caller, method, _path(path, ident), found)
    assert answer.status_code == 409
    assert answer.json()["error"]["message"]


@pytest.mark.parametrize(
    "path",
    [
        "",
        "nothing",
        "me/",
        "applications/1",
        "applications/%00",
        "openapi.json/",
        "%0a",
        "%ff",
        "docs",
        "../v2",
    ],
)
@pytest.mark.usefixtures("w")
def test_unknown_addresses_have_the_same_shape(path: str) -> None:
    answer = Program({}).client.get(f"/api/v1/{path}")
    assert answer.status_code == 404
    fault_holds(answer)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("DELETE", "/me"),
        ("POST", "/me"),
        ("HEAD", "/me"),
        ("OPTIONS", "/applications"),
        ("TRACE", "/form"),
        ("POST", "/openapi.json"),
        ("BREW", "/me"),
    ],
)
@pytest.mark.usefixtures("w")
def test_methods_that_an_address_has_not(method: str, path: str) -> None:
    answer = Program({}).client.generic(
        method, f"/api/v1{path}", headers={"Idempotency-Key": new_key()}
    )
    assert answer.status_code == 405
    assert "GET" in answer["Allow"]
    if method != "HEAD":
        fault_holds(answer)
