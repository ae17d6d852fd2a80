"""The form without JavaScript: saved whole, rows added, copied and taken away."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from monazite.desk.applications import services
from monazite.desk.applications.models import Application

if TYPE_CHECKING:
    from django.test import Client

    from support.offices import World

NUMBER = "contract.number"


def test_only_what_was_changed_is_saved(exporter: Client, draft: Application) -> None:
    sent = _sent(draft, {NUMBER: "C-9", "contract.buyer": "x"}, base={"contract.buyer": "x"})
    answer = exporter.post(_step(draft, "contract"), sent | {"go": "transport"})
    assert (answer.status_code, answer.headers["Location"]) == (302, _step(draft, "transport"))
    before = draft.form["contract"]
    assert _form(draft)["contract"] == before | {"number": "C-9"}


def test_what_two_typed_at_once_is_shown_to_the_second(
    exporter: Client, w: World, draft: Application
) -> None:
    services.save(w.preparer, draft.pk, {NUMBER: "theirs"}, draft.version, "page")
    answer = exporter.post(_step(draft, "contract"), _sent(draft, {NUMBER: "mine"}))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert 'value="mine"' in page
    assert "theirs" in page
    assert _form(draft)["contract"]["number"] == "theirs"


def test_rows_are_added_copied_and_taken_away(exporter: Client, draft: Application) -> None:
    line = draft.form["lines"][0]
    for act, lines in [
        ("copy:lines:0", [line, line]), ("add:lines", [line, line, {}]),
        ("remove:lines:1", [line, {}]),
    ]:  # fmt: skip
        draft.refresh_from_db()
        answer = exporter.post(_step(draft, "lines"), _sent(draft, {}) | {"act": act})
        assert answer.status_code == 302
        assert _form(draft)["lines"] == lines


def test_a_row_that_is_not_there_is_refused_in_the_page(
    exporter: Client, draft: Application
) -> None:
    answer = exporter.post(_step(draft, "lines"), _sent(draft, {}) | {"act": "remove:lines:7"})
    assert answer.status_code == 422
    assert "a row of lines" in answer.content.decode()
    assert _form(draft) == draft.form


def test_a_hidden_question_shows_when_it_was_answered(
    exporter: Client, w: World, draft: Application
) -> None:
    assert "lines[0].mass_kg" not in _page(exporter, draft, "lines"), "kilograms say it already"
    services.save(w.signatory, draft.pk, {"lines[0].mass_kg": "5"}, draft.version, "page")
    assert "lines[0].mass_kg" in _page(exporter, draft, "lines")


def test_what_is_typed_is_never_markup(exporter: Client, w: World, draft: Application) -> None:
    evil = "<script>alert(1)</script>"
    changes = {"lines[0].description": evil, "contract.number": f'"{evil}'}
    services.save(w.signatory, draft.pk, changes, draft.version, "page")
    for step in ("lines", "contract"):
        assert evil not in _page(exporter, draft, step)


def test_a_step_that_is_none_is_not_found(exporter: Client, draft: Application) -> None:
    assert exporter.get(_step(draft, "nowhere")).status_code == 404


def test_rows_beyond_the_first_page_are_reached(
    exporter: Client, w: World, draft: Application
) -> None:
    form = draft.form | {"lines": [draft.form["lines"][0]] * 45}
    services.save_form(w.signatory, draft.pk, form, draft.version, "page")
    page = exporter.get(f"{_step(draft, 'lines')}?page=3").content.decode()
    assert "lines[44].quantity" in page
    assert "lines[0].quantity" not in page


def _step(draft: Application, step: str) -> str:
    return reverse("form", args=[draft.pk, step])


def _page(client: Client, draft: Application, step: str) -> str:
    return client.get(_step(draft, step)).content.decode()


def _sent(draft: Application, typed: dict[str, str], base: dict[str, str] | None = None) -> Any:
    return typed | {"version": str(draft.version), "base": json.dumps(base or {})}


def _form(draft: Application) -> dict[str, Any]:
    return dict(Application.objects.get(pk=draft.pk).form)
