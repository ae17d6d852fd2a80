"""Organisations, people, roles and tokens, changed behind the events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import transaction

from monazite.desk.people.models import Organisation, Person
from monazite.desk.people.services import (
    add_organisation,
    add_person,
    end_organisation,
    end_person,
    end_role,
    grant_role,
    make_token,
    revoke_token,
)
from monazite.desk.running.verify import verify
from support import records

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.django_db(transaction=True)
WHEN = "2020-01-01 00:00:00+00:00"


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Organisation:
    """A firm whose people came, went, and let programs act for them."""
    records.home(tmp_path, monkeypatch)
    firm = add_organisation(
        None, "cli", kind="exporter", name="A firm", country="CN", identifier="91X"
    )
    stays, goes = _person(firm, "stays"), _person(firm, "goes")
    for who in (stays, goes):
        grant_role(None, "cli", who, "preparer")
        make_token(who, "page", "a program", ["applications:read"])
    grant_role(None, "cli", stays, "signatory")
    end_role(None, "cli", stays, "preparer")
    grant_role(None, "cli", stays, "preparer")
    token, _ = make_token(stays, "page", "another", ["applications:read"])
    revoke_token(stays, "page", token)
    end_person(None, "cli", goes)
    other = add_organisation(None, "cli", kind="foreign", name="Gone", country="JP")
    end_organisation(None, "cli", other)
    return firm


def _person(firm: Organisation, name: str) -> Person:
    return add_person(None, "cli", organisation=firm, name=name, email=f"{name}@firm.example")


def found() -> set[tuple[str, str]]:
    return {
        (each.code, each.values.get("field") or each.values.get("table", ""))
        for each in verify().findings
    }


def test_what_the_services_did_is_whole() -> None:
    records.seal()
    assert verify().whole


def test_the_language_is_everyones_own() -> None:
    Person.objects.update(language="zh")
    assert verify().whole


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("name", "Renamed"),
        ("name_native", "x"),
        ("kind", "agency"),
        ("country", "KP"),
        ("identifier", "0"),
        ("regime", "EU"),
        ("duty", "intake"),
    ],
)
def test_an_organisation(column: str, value: str) -> None:
    records.tamper(f"UPDATE people_organisation SET {column} = %s", value)  # noqa: S608
    assert found() == {("state", column)}


def test_an_organisation_that_was_ended_or_not() -> None:
    records.tamper("UPDATE people_organisation SET active = NOT active")
    assert found() == {("state", "active")}


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("people", "person SET email = 'x@x.example' WHERE name = 'stays'"),
        ("people", "person SET name = 'Nobody'"),
        ("people", "person SET is_active = NOT is_active"),
        ("roles", ("assignment SET until = NULL WHERE until IS NOT NULL AND role = 'preparer'"
         " AND person_id IN (SELECT id FROM people_person WHERE name = 'goes')")),
        ("roles", ("assignment SET granted_by_id = (SELECT id FROM people_person WHERE name ="
         " 'goes') WHERE role = 'signatory'")),
        ("tokens", "token SET scopes = 'applications:read applications:write'"),
        ("tokens", "token SET revoked_at = NULL WHERE revoked_at IS NOT NULL"),
        ("tokens", f"token SET expires_at = '{WHEN}'"),
        ("tokens", "token SET sha256 = name WHERE name = 'another'"),
    ],
)  # fmt: skip
def test_a_row_of_it(table: str, change: str) -> None:
    records.tamper(f"UPDATE people_{change}")
    assert found() == {("row_changed", table)}


def test_a_role_that_became_another() -> None:
    records.tamper(
        "UPDATE people_assignment SET role = 'organisation_admin' WHERE role = 'signatory'"
    )
    assert found() == {("row_gone", "roles"), ("row_untold", "roles")}


def test_rows_that_no_event_tells_of() -> None:
    records.tamper(
        "INSERT INTO people_assignment (person_id, role, since)"
        " SELECT id, 'organisation_admin', %s FROM people_person",
        WHEN,
    )
    assert found() == {("row_untold", "roles")}


@pytest.mark.parametrize(("name", "table"), [("token", "tokens"), ("assignment", "roles")])
def test_rows_that_are_gone(name: str, table: str) -> None:
    records.tamper(f"DELETE FROM people_{name}")  # noqa: S608
    assert found() == {("row_gone", table)}


def test_a_person_moved_to_another_organisation() -> None:
    with transaction.atomic():
        records.tamper(
            "UPDATE people_person SET organisation_id ="
            " (SELECT id FROM people_organisation WHERE name = 'Gone') WHERE name = 'stays'"
        )
        assert {("row_gone", "people"), ("row_untold", "people")} <= found()
        transaction.set_rollback(True)
