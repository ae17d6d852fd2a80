"""What is planned for its own values is not kept, and the rest of the connection goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection

from monazite.desk.applications.models import Application
from monazite.desk.applications.words import planned_anew

if TYPE_CHECKING:
    from support.offices import World


@pytest.mark.postgresql
def test_no_statement_within_is_kept(w: World) -> None:
    asked = Application.objects.filter(organisation=w.exporter, title="kept or not")
    driver: Any = connection.connection
    before = driver.prepare_threshold
    assert before is not None
    with planned_anew():
        _often(asked)
    assert _kept() == 0
    assert driver.prepare_threshold == before
    _often(asked)
    assert _kept() == 1


def test_an_error_within_leaves_the_connection_as_it_was(w: World) -> None:  # noqa: ARG001
    driver: Any = connection.connection
    before = getattr(driver, "prepare_threshold", None)
    with pytest.raises(ZeroDivisionError), planned_anew():
        raise ZeroDivisionError
    assert getattr(driver, "prepare_threshold", None) == before


def _often(asked: Any) -> None:
    for _ in range(8):
        list(asked.all())


def _kept() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_prepared_statements"
            " WHERE statement LIKE '%applications_application%' AND statement LIKE '%\"title\" = %'"
        )
        return int(cursor.fetchone()[0])
