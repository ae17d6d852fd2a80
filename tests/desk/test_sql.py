from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from monazite.desk import sql
from monazite.desk.applications.models import Application
from monazite.desk.people.models import Organisation, Person
from support.offices import filed, world

if TYPE_CHECKING:
    from pathlib import Path

    from django.db import models
    from pytest_django import Settings

pytestmark = pytest.mark.django_db


def fields(row: models.Model) -> dict[str, object]:
    values = {one.attname: getattr(row, one.attname) for one in row._meta.concrete_fields}
    return {n: bytes(v) if isinstance(v, memoryview) else v for n, v in values.items()}


def test_a_row_is_found_as_the_orm_finds_it(settings: Settings, tmp_path: Path) -> None:
    settings.PAPERS_ROOT = tmp_path
    now = filed(world())
    rows: list[models.Model] = [now, now.organisation, now.author]
    for row, model in zip(rows, (Application, Organisation, Person), strict=True):
        same = sql.found(model, row.pk)
        assert same is not None
        assert fields(same) == fields(model._default_manager.get(pk=row.pk))
        assert same._state.adding is False


def test_what_is_not_there_is_not_found() -> None:
    assert sql.found(Application, uuid.uuid4()) is None
    assert sql.rows(f"SELECT 1 WHERE 1 IN ({sql.marks([])})", []) == []


def test_keys_are_one_kind_on_both_engines(settings: Settings, tmp_path: Path) -> None:
    settings.PAPERS_ROOT = tmp_path
    now = filed(world())
    query = "SELECT application_id FROM applications_filedline WHERE application_id = %s"
    ((found,),) = sql.rows(query, [now.pk])
    assert sql.key(found) == now.pk
