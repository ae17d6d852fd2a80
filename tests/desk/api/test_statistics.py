"""Statistics by program: vintages, and every cell by cursor."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from monazite.desk.statistics import services
from monazite.desk.statistics.models import Cell
from support.api_calls import program
from support.released import MONTH, month_of, office

pytestmark = pytest.mark.django_db


def test_cells_come_page_by_page_and_hidden_ones_say_so() -> None:
    made = office()
    month_of(made, 3)
    vintage = services.prepare(made.author, MONTH, "page")
    caller = program(made.signer)
    assert [each["id"] for each in caller.get("/statistics").json()["items"]] == [str(vintage.pk)]
    assert caller.get(f"/statistics/{vintage.pk}").json()["releases"] == 120
    found: list[dict[str, Any]] = []
    cursor: str | None = ""
    while cursor is not None:
        got = caller.get(f"/statistics/{vintage.pk}/cells?limit=9&cursor={cursor}").json()
        found += got["items"]
        cursor = got["next"]
    assert len(found) == Cell.objects.count()
    hidden = [each for each in found if each["hidden"]]
    assert hidden
    assert {each["mass_kg"] for each in hidden} == {None}
    assert all(each["mass_kg"] is not None for each in found if not each["hidden"])


def test_a_cursor_that_no_page_gave_is_refused() -> None:
    made = office()
    vintage = services.prepare(made.author, MONTH, "page")
    assert program(made.signer).get(f"/statistics/{vintage.pk}/cells?cursor=x").status_code == 422


def test_nobody_else_may() -> None:
    made = office()
    vintage = services.prepare(made.author, MONTH, "page")
    caller = program(made.officer)
    for path in ("", f"/{vintage.pk}", f"/{vintage.pk}/cells"):
        assert caller.get(f"/statistics{path}").status_code in {403, 404}
    assert program(made.signer).get(f"/statistics/{uuid.uuid4()}").status_code == 404
