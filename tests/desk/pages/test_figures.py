"""The page of figures: what it says with none, with a few, and who gets which file."""

from __future__ import annotations

import io
import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from pyarrow import parquet as pq

from monazite.licensing.figures.facts import Fact
from monazite.licensing.figures.report import read
from support.desk_figures import task, write
from support.offices import law_today, person
from support.pages import official

if TYPE_CHECKING:
    from django.test import Client

    from support.offices import World

FIRST = date(2025, 6, 2)
PERIOD = {"from": "2025-06-02", "to": "2025-09-15", "on": "2025-09-15"}


def chamber() -> list[Fact]:
    """The applications that the European Chamber followed, as in tests/cases."""
    granted = Fact(FIRST, FIRST, date(2025, 8, 20), "granted", destination="DE", materials=("Dy",))
    refused = Fact(FIRST, FIRST, date(2025, 8, 1), "refused", destination="HU", materials=("Tb",))
    waiting = Fact(date(2025, 7, 1), destination="DE", materials=("Dy",))
    return [*[granted] * 19, refused, *[waiting] * 121]


@pytest.fixture
def chief(w: World) -> Client:
    return official(w.chief)


def page(client: Client, **query: str) -> str:
    answer = client.get(reverse("figures"), query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_without_cases_it_says_so(chief: Client) -> None:
    assert "Nothing yet" in page(chief)
    assert "<svg" not in page(chief)


def test_the_european_chambers_figures_are_both_true_and_neither_has_the_wrong_name(
    chief: Client, w: World
) -> None:
    write(w, chamber())
    shown = page(chief, **PERIOD)
    assert "95.0%" in shown
    assert "19 of 20" in shown
    assert "13.5%" in shown
    assert "19 of 141" in shown
    assert "Both shares are true" in shown
    assert "approval rate" not in shown.lower()
    w.chief.language = "zh"
    w.chief.save()
    chinese = page(chief, **PERIOD)
    assert "两项比重都真实" in chinese
    assert "批准率" not in chinese
    assert "13.5%" in chinese


def test_every_picture_has_a_name_and_a_table(chief: Client, w: World) -> None:
    cases = write(w, [*chamber(), *[Fact(FIRST - timedelta(weeks=30))] * 3])
    task(cases[0], w.licensing, FIRST, 9)
    shown = page(chief, **PERIOD)
    assert shown.count("<svg") == shown.count('role="img"') == 6
    assert "<script" not in shown.split("<main")[1]
    assert "Germany" in shown
    assert "dysprosium" in shown
    assert w.licensing.name in shown


def test_a_destination_and_a_material_narrow_the_page(chief: Client, w: World) -> None:
    write(w, chamber())
    shown = page(chief, **PERIOD, destination="Hungary", material="Tb")
    assert "0 of 1" in shown
    assert "Germany" not in shown


def test_files_for_others_hide_what_files_of_the_office_show(chief: Client, w: World) -> None:
    write(w, chamber())
    address = reverse("figures_file", args=["json"])
    others = read(json.loads(chief.get(address, PERIOD).content))
    inside = read(json.loads(chief.get(address, PERIOD | {"for": "office"}).content))
    assert inside.counts == others.counts
    assert (inside.scope.hidden_below, others.scope.hidden_below) == (0, 5)
    hungary = [group for group in others.groups if group.key == "HU"]
    assert hungary[0].counts.refused is None
    assert next(g for g in inside.groups if g.key == "HU").counts.refused == 1


def test_the_other_files_are_tables(chief: Client, w: World) -> None:
    write(w, chamber())
    rows = pq.read_table(
        io.BytesIO(chief.get(reverse("figures_file", args=["parquet"]), PERIOD).content)
    )
    csv = chief.get(reverse("figures_file", args=["csv"]), PERIOD)
    assert "attachment" in csv["Content-Disposition"]
    assert csv.content.decode("utf-8-sig").count("\r\n") == len(rows) + 1
    assert chief.get(reverse("figures_file", args=["pdf"]), PERIOD).status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        {"from": "yesterday"},
        {"from": "2026-02-01", "to": "2026-01-01"},
        {"destination": "Atlantis"},
        {"material": "dy"},
        {"on": "9999-12-31"},
        {"to": "9999-12-31", "from": "2026-01-01"},
        {"from": "0001-01-01", "to": "0001-02-01"},
    ],
)
def test_what_cannot_be_used_is_said(chief: Client, query: dict[str, str]) -> None:
    answer = chief.get(reverse("figures"), query)
    assert answer.status_code == 422
    assert any(value in answer.content.decode() for value in query.values())


def test_a_day_to_come_is_refused_and_the_last_one_is_named(chief: Client) -> None:
    tomorrow = law_today() + timedelta(days=1)
    answer = chief.get(reverse("figures"), {"on": tomorrow.isoformat()})
    assert answer.status_code == 422
    assert f"Choose {law_today()} or an earlier day" in answer.content.decode()
    assert chief.get(reverse("figures"), {"on": law_today().isoformat()}).status_code == 200


def test_changes_of_licences_stand_apart(chief: Client, w: World) -> None:
    change = Fact(FIRST, FIRST, date(2025, 6, 12), "granted", change=True)
    write(w, [*chamber(), *[change] * 3])
    shown = page(chief, **PERIOD)
    assert "19 of 141" in shown
    apart = shown.split("Changes asked of a licence")[1].split("</section>")[0]
    assert '<td class="number">3</td>' in apart
    assert '<td class="number">10</td>' in apart
    assert "Changes asked of a licence" not in page(chief, **PERIOD, destination="HU")


def test_only_those_who_read_figures_come_in(w: World, exporter: Client) -> None:
    assert exporter.get(reverse("figures")).status_code == 403
    for who in (w.reviewer, w.intake_officer):
        assert official(who).get(reverse("figures")).status_code == 403
        assert official(who).get(reverse("figures_file", args=["json"])).status_code == 403
    assert official(person(w.licensing, "auditor")).get(reverse("figures")).status_code == 200
