"""Licences by program: listed, read with what is left, printed, changed; by nobody else."""

from __future__ import annotations

import base64
import uuid
from decimal import Decimal
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from monazite.desk.api.shapes.applications import ApplicationShape
from monazite.desk.events.append import Who
from monazite.desk.licences import services
from support.api_calls import Program, new_key, pages, program
from support.licences import issue_for, issued
from support.offices import filed, law_today

if TYPE_CHECKING:
    from support.offices import World

NOBODY = Who(None, "cli")


def test_a_licence_tells_what_it_is_and_what_is_left(w: World, signatory: Program) -> None:
    licence = issued(w)
    line = licence.lines.get()
    half = (line.quantity or Decimal()) / 2
    services.reserve(line.pk, half, Decimal(), law_today(), "m1", NOBODY)
    told = signatory.get(f"/licences/{licence.pk}").json()
    assert (told["number"], told["state"], told["usable"]) == (licence.number, "exhausted", False)
    (first,) = told["lines"]
    assert first["uses_left"] == 0
    quantity = first["quantity"]
    assert Decimal(quantity["left"]) == Decimal(quantity["reserved"]) == half
    assert Decimal(quantity["granted"]) == line.quantity
    assert told["terms_sha256"] == licence.terms_sha256
    page = signatory.client.get(urlsplit(told["verify"]).path)
    assert licence.number in page.content.decode()


def test_amounts_are_exact_text(w: World, signatory: Program) -> None:
    licence = issued(w, quantity=Decimal("999999999999.999999"), uses_max=None)
    (line,) = signatory.get(f"/licences/{licence.pk}").json()["lines"]
    assert line["quantity"]["left"] == "999999999999.999999"


def test_licences_are_listed_page_by_page_the_newest_first(w: World, signatory: Program) -> None:
    made = [issue_for(w, filed(w)) for _ in range(3)]
    listed = [row["id"] for page in pages(signatory, "/licences", 2) for row in page]
    assert listed == [str(each.pk) for each in reversed(made)]


def test_nobody_else_learns_of_a_licence(w: World) -> None:
    licence = issued(w)
    stranger = program(w.stranger)
    assert stranger.get("/licences").json()["items"] == []
    for path in ("", "/licence.pdf"):
        assert stranger.get(f"/licences/{licence.pk}{path}").status_code == 404
    assert stranger.post(f"/licences/{licence.pk}/change").status_code == 404
    assert [row["id"] for row in program(w.chief).get("/licences").json()["items"]] == [
        str(licence.pk)
    ]
    unscoped = program(w.signatory, "applications:read").get("/licences")
    assert unscoped.json()["error"]["code"] == "scope_missing"


def test_a_change_is_a_draft_and_the_licence_stays_usable_until_it_is_filed(
    w: World, signatory: Program
) -> None:
    licence, key = issued(w), new_key()
    draft = signatory.post(f"/licences/{licence.pk}/change", Idempotency_Key=key)
    assert draft.status_code == 201
    told = ApplicationShape.model_validate_json(draft.content)
    assert told.state == "draft"
    again = signatory.post(f"/licences/{licence.pk}/change", Idempotency_Key=key)
    assert again.content == draft.content
    assert signatory.get(f"/licences/{licence.pk}").json()["state"] == "active"
    second = signatory.post(f"/licences/{licence.pk}/change")
    assert second.status_code == 409
    assert program(w.chief).post(f"/licences/{licence.pk}/change").status_code == 403


def test_of_a_licence_handed_back_nothing_is_left(w: World, signatory: Program) -> None:
    licence = issued(w, uses_max=9, controlled_by="quantity", quantity=Decimal(100))
    services.surrender(w.signatory, licence.pk, "Not needed.", "page")
    (line,) = signatory.get(f"/licences/{licence.pk}").json()["lines"]
    assert (line["quantity"]["left"], line["quantity"]["given_back"]) == ("0", "100")


@pytest.mark.parametrize("path", ["/licences", "/applications"])
@pytest.mark.parametrize("at", ["9999-12-31T23:59:59-23:00", "0001-01-01T00:00:00+23:00"])
def test_a_cursor_past_the_last_moment_is_named(signatory: Program, at: str, path: str) -> None:
    cursor = base64.urlsafe_b64encode(f"{at}|{uuid.uuid4()}".encode()).decode()
    answer = signatory.get(f"{path}?cursor={cursor}")
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, "cursor")


@pytest.mark.parametrize("cursor", ["x", "MTIz", "2026"])
def test_a_cursor_that_no_page_gave_is_named(signatory: Program, cursor: str) -> None:
    answer = signatory.get(f"/licences?cursor={cursor}")
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, "cursor")


def test_a_font_that_is_missing_is_a_clear_message(
    w: World, signatory: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("monazite.desk.licences.paper.fonts.drawn", lambda _: False)
    answer = signatory.get(f"/licences/{issued(w).pk}/licence.pdf?lang=zh")
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "font_missing")


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_licence_is_printed_in_both_languages(w: World, signatory: Program, lang: str) -> None:
    licence = issued(w)
    paper = signatory.get(f"/licences/{licence.pk}/licence.pdf?lang={lang}")
    assert paper["Content-Type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF")
    assert f"{licence.number}-{lang}.pdf" in paper["Content-Disposition"]
