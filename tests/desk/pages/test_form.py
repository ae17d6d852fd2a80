"""The form without JavaScript: saved whole, rows added, copied and taken away."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from monazite.desk.applications import services
from monazite.desk.applications.models import Application
from monazite.desk.pages.form.steps import STEPS

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
    assert "no longer there" in answer.content.decode()
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
    assert "lines[44].quantity" in exporter.get(f"{_step(draft, 'lines')}?row=45").content.decode()


@pytest.mark.parametrize(
    ("text", "lang", "told"),
    [
        ("x" * 20_001, "en", "Contract: Contract number has more than 20000 characters"),
        ("x" * 20_001, "zh", "超过20000个字符"),
        ("a\0b", "en", "cannot be kept"),
        ("a\0b", "zh", "无法保存的字符"),
    ],
)
def test_one_field_that_cannot_be_kept_costs_no_other(
    exporter: Client, draft: Application, text: str, lang: str, told: str
) -> None:
    exporter.cookies["monazite_language"] = lang
    answer = exporter.post(
        _step(draft, "contract"), _sent(draft, {NUMBER: text, "contract.buyer": "kept"})
    )
    page = html.unescape(answer.content.decode())
    assert answer.status_code == 422
    assert told in page
    assert f'value="{text}"' in page
    assert "contract.number" not in page.partition("<form")[0], "said by its label"
    assert _form(draft)["contract"] == draft.form["contract"] | {"buyer": "kept"}
    again = json.loads(page.partition('name="base" value="')[2].partition('">')[0])
    assert NUMBER not in again, "what is not saved is sent again with the page"
    assert again["contract.buyer"] == "kept"


def test_what_was_never_typed_is_no_fault(exporter: Client, w: World) -> None:
    begun = services.new(w.signatory, {"application": {"regime": "CN", "kind": "single"}}, "page")
    page = _page(exporter, begun, "application")
    assert "still to fill in" in page
    assert "it would bounce" not in page
    services.save(w.signatory, begun.pk, {"application.months": "never"}, begun.version, "page")
    assert "1 wrong: it would bounce" in _page(exporter, begun, "application")


def test_rows_of_many_are_closed_unless_they_have_faults(
    exporter: Client, w: World, draft: Application
) -> None:
    form = draft.form | {"lines": [draft.form["lines"][0]] * 4}
    form["lines"][2] = form["lines"][2] | {"quantity": "lots"}
    services.save_form(w.signatory, draft.pk, form, draft.version, "page")
    page = _page(exporter, draft, "lines")
    assert 'id="at-lines-2" open>' in page
    assert 'id="at-lines-3">' in page


def test_where_nothing_needs_a_licence_nothing_else_is_demanded(
    exporter: Client, w: World, draft: Application
) -> None:
    plain = {"lines[0].contains": "Fe, C", "lines[0].form": "alloy", "lines[0].control_code": ""}
    saved = services.save(w.signatory, draft.pk, plain, draft.version, "page")
    for name in ("lines", "contract"):
        assert "No licence needed" in _page(exporter, saved.application, name)
    assert "No item here needs a licence" in _page(exporter, saved.application, "lines")
    assert "No item here needs" in exporter.get(reverse("check", args=[draft.pk])).content.decode()


def test_a_part_is_put_under_another(exporter: Client, draft: Application) -> None:
    exporter.post(_step(draft, "civil_use"), _sent(draft, {}) | {"act": "under:product_tree:1"})
    assert _form(draft)["product_tree"][3] == {"node": "1.1.2"}


def test_a_quantity_beyond_the_need_is_drawn_beside_it(
    exporter: Client, w: World, draft: Application
) -> None:
    assert "<svg" not in _page(exporter, draft, "lines").partition('id="chart-lines-0"')[2]
    services.save(w.signatory, draft.pk, {"lines[0].quantity": "5000"}, draft.version, "page")
    assert "1,992.86 kg" in _page(exporter, draft, "lines")


def test_too_many_rows_are_counted_and_no_step_is_called_good(
    exporter: Client, w: World, draft: Application
) -> None:
    form = draft.form | {"lines": [draft.form["lines"][0]] * 5000}
    services.save_form(w.signatory, draft.pk, form, draft.version, "page")
    page = _page(exporter, draft, "lines")
    assert "5,000 rows, of at most 200" in page
    assert "count good" not in page
    assert re.findall(r">(\d+|…)</(?:a|span)> ?", page.partition("pager numbers")[2])[:4] == [
        "1", "2", "…", "250",
    ]  # fmt: skip


@pytest.mark.parametrize("step", STEPS)
def test_a_step_asks_few_questions_of_the_database(
    exporter: Client, draft: Application, step: str
) -> None:
    with CaptureQueriesContext(connection) as asked:
        exporter.get(_step(draft, step))
    assert len(asked) <= 25


def _step(draft: Application, step: str) -> str:
    return reverse("form", args=[draft.pk, step])


def _page(client: Client, draft: Application, step: str) -> str:
    return client.get(_step(draft, step)).content.decode()


def _sent(draft: Application, typed: dict[str, str], base: dict[str, str] | None = None) -> Any:
    return typed | {"version": str(draft.version), "base": json.dumps(base or {})}


def _form(draft: Application) -> dict[str, Any]:
    return dict(Application.objects.get(pk=draft.pk).form)
