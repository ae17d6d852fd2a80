"""Pages of users and uses: what is shown to whom, in both languages, and the files."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.urls import reverse

from monazite.catalogue import elements
from monazite.catalogue.texts import say
from monazite.desk.usage.documents import HEADERS, HIDDEN
from monazite.law.store import load
from support.at_gate import gate
from support.desk_people import person, signed_in
from support.forms import END_USER
from support.released import Office, left, office
from support.usage import small_world

if TYPE_CHECKING:
    from monazite.desk.people.models import Person

pytestmark = pytest.mark.django_db
QUARTER = "2026-Q3"


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    small_world(monkeypatch)


def read(who: Person, name: str, query: str = "", lang: str = "en", **parts: str) -> Any:
    client = signed_in(Client(), who)
    client.cookies["monazite_language"] = lang
    return client.get(f"{reverse(name, kwargs=parts)}?{query}")


def sold(made: Office, firm: int, user: str, **said: Any) -> None:
    end_user = {"end_user": {"name": user}, "end_use": "motors"}
    goods = {"form": "magnet", "contains": "Nd=0.30,B=0.01,Fe=0.69", "said": end_user}
    left(made, firm, on=date(2026, 8, 14), **(goods | said))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_an_officer_reads_who_uses_what(lang: str) -> None:
    page = read(gate().w.chief, "usage", "material=Dy", lang)
    text = page.content.decode()
    assert page.status_code == 200
    assert END_USER in text
    assert say("chain.sector.traction", lang) in text
    assert say("desk.usage.t", lang, amount="0.030") in text
    assert "<svg" in text
    assert say("desk.usage.share_what", lang) in text


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_stranger_reads_that_there_is_nothing(lang: str) -> None:
    text = read(gate().w.stranger, "usage", "material=Dy", lang).content.decode()
    assert say("desk.usage.nothing", lang) in text
    assert END_USER not in text


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_material_that_no_chain_is_known_of_is_refused_with_those_there_are(lang: str) -> None:
    page = read(gate().w.chief, "usage", "material=%3Cq%3EKryptonite", lang)
    text = page.content.decode()
    assert page.status_code == 422
    assert "Kryptonite" in text
    assert "<q>" not in text
    for known in ("Dy", "GRAPHITE", say("chain.material.REE", lang)):
        assert known in text
    assert END_USER not in text


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_material_of_which_nothing_left_says_so(lang: str) -> None:
    page = read(gate().w.chief, "usage", "material=w", lang)
    text = page.content.decode()
    assert page.status_code == 200
    assert say("desk.usage.nothing_of", lang, material=elements.name("W", lang)) in text
    assert '<option value="W" selected>' in text
    assert '<option value="Dy">' in text
    assert END_USER not in text


def test_no_material_shows_rare_earths_and_another_case_the_same() -> None:
    chief = gate().w.chief
    for query in ("", "material=ree"):
        text = read(chief, "usage", query).content.decode()
        assert '<option value="REE" selected>' in text
        assert END_USER in text


@pytest.mark.parametrize("query", ["from=x", "from=2026-02-30", "to=2199-01-01", "from=1999-01-01"])
def test_impossible_days_are_a_page_that_says_so(query: str) -> None:
    assert read(gate().w.chief, "usage", query).status_code == 422


def test_the_file_names_users_and_no_formula() -> None:
    made = office()
    sold(made, 0, "=1+1")
    preparer = person("preparer", at=made.firms[0])
    got = read(preparer, "usage_file", kind="csv").content.decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(got))
    assert tuple(header) == HEADERS
    assert {row[HEADERS.index("user")] for row in rows} == {"'=1+1"}
    told = read(preparer, "usage_file", kind="json").json()
    assert {each["user"] for each in told["rows"]} == {"=1+1"}
    assert read(preparer, "usage_file", kind="exe").status_code == 404


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_is_not_in_the_map_is_said(lang: str) -> None:
    made = office()
    sold(made, 0, "mine", form="compound", contains="Dy,Tb")
    text = read(person("preparer", at=made.firms[0]), "usage", "", lang).content.decode()
    assert say("desk.usage.partial", lang) in text
    assert say("desk.usage.why.content", lang) in text
    assert say("desk.usage.nothing", lang) in text


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_sums_hide_what_would_tell(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(load()), "today", lambda _law, _regime: date(2026, 11, 22))
    made = office()
    for firm in range(4):
        sold(made, firm, f"user {firm}", destination="JP", mass=3000)
        sold(made, firm, f"user {firm}", destination="DE", mass=1000)
    sold(made, 0, "user 0", destination="OM", mass=777)
    sold(made, 0, "user 0", destination="OM", form="metal", contains="Ga", mass=333)
    text = read(made.author, "usage_sums", f"quarter={QUARTER}", lang).content.decode()
    assert say("desk.usage.t", lang, amount="3.600") in text
    assert say("desk.usage.hidden", lang) in text
    assert say("desk.usage.all_hidden", lang) in text
    for told in ("0.233", "0.333", "1.200", "user 0"):
        assert told not in text
    got = read(made.author, "usage_sums_file", f"quarter={QUARTER}", kind="csv").content.decode()
    assert HIDDEN in got
    assert "user" not in got
    assert (
        read(made.author, "usage_sums_file", f"quarter={QUARTER}", kind="json").status_code == 200
    )


def test_a_quarter_that_is_not_over_is_a_page_that_says_so() -> None:
    assert read(office().author, "usage_sums", "quarter=2198-Q1").status_code == 422
    assert read(office().author, "usage_sums", "quarter=x").status_code == 422


def test_pages_are_for_those_whose_they_are() -> None:
    g, made = gate(), office()
    assert read(g.w.chief, "usage_sums").status_code in {403, 404}
    assert read(made.author, "usage").status_code in {403, 404}
    assert read(g.declarant, "usage").status_code in {403, 404}
