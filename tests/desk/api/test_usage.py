"""Users and uses by program: one's own in full, everybody's sums."""

from __future__ import annotations

import pytest

from support.api_calls import program
from support.at_gate import gate
from support.desk_people import person, verified
from support.forms import END_USER
from support.usage import small_world

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    small_world(monkeypatch)


def test_who_may_read_a_licence_reads_its_user() -> None:
    g = gate()
    for who in (g.w.chief, g.w.preparer):
        told = program(who).get("/usage").json()
        (dy,) = (each for each in told["rows"] if each["element"] == "Dy")
        assert (dy["user"], dy["country"], dy["sector"]) == (END_USER, "JPN", "traction")
        assert (dy["licensed_t"], dy["released_t"]) == ("0.03", "0")
    assert program(g.w.stranger).get("/usage").json()["rows"] == []


@pytest.mark.parametrize(
    ("query", "field"),
    [("first=2026-13-01", "first"), ("last=2199-01-01", "last"), ("first=1999-01-01", "first")],
)
def test_days_that_there_are_not_are_refused_by_their_name(query: str, field: str) -> None:
    answer = program(gate().w.chief).get(f"/usage?{query}")
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, field)


def test_sums_are_of_whole_quarters() -> None:
    g = gate()
    statistician = verified(person("statistician", at=g.customs))
    told = program(statistician).get("/usage/sums?quarter=2026-Q1").json()
    assert (told["quarter"], told["rows"], told["hidden"]) == ("2026-Q1", [], [])
    assert program(statistician).get("/usage/sums?quarter=2198-Q1").status_code == 422


def test_nobody_reads_what_is_anothers_to_read() -> None:
    g = gate()
    assert program(g.w.chief).get("/usage/sums").status_code == 403
    assert program(verified(person("statistician", at=g.customs))).get("/usage").status_code == 403
