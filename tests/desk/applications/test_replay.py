from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.db import DatabaseError, connection, transaction

from monazite.desk.applications import services
from monazite.desk.applications.models import Application
from monazite.desk.running.verify import verify
from support import records
from support.offices import World, complete_draft, filed, world

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.desk.events.verification.values import Broken

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def w(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    records.home(tmp_path, monkeypatch)
    return world()


def broken() -> list[Broken]:
    return list(verify().findings)


def edited(application: Application, form: object) -> None:
    key = application.pk.hex if connection.vendor == "sqlite" else str(application.pk)
    statement = "UPDATE applications_application SET form = %s WHERE id = %s"
    records.tamper(statement, json.dumps(form), key)


def test_what_nobody_touched_is_whole(w: World) -> None:
    filed(w)
    draft = complete_draft(w)
    services.save(w.preparer, draft.pk, {"lines[0].quantity": "7"}, draft.version, "page")
    assert broken() == []


@pytest.mark.parametrize("begun", [filed, complete_draft])
def test_an_edited_form_is_found(w: World, begun: object) -> None:
    application = filed(w) if begun is filed else complete_draft(w)
    lines = [application.form["lines"][0] | {"quantity": "1"}]
    edited(application, application.form | {"lines": lines})
    (found,) = broken()
    assert (found.code, found.values["field"]) == ("content", "form")
    assert found.values["told"] == application.form_sha256
    for lang in ("en", "zh"):
        assert str(application.pk) in found.message(lang)
        assert application.form_sha256 in found.message(lang)


@pytest.mark.parametrize("form", [{"lines": 1.5}, [], "text"])
def test_a_form_that_is_none_is_found(w: World, form: object) -> None:
    edited(complete_draft(w), form)
    assert [each.code for each in broken()] == ["content"]


@pytest.mark.parametrize("column", ["form", "title", "version"])
def test_the_database_refuses_an_edit_without_an_event(w: World, column: str) -> None:
    draft = complete_draft(w)
    value = {"form": {}, "title": "x", "version": 9}[column]
    with pytest.raises(DatabaseError), transaction.atomic():
        Application.objects.filter(pk=draft.pk).update(**{column: value})
