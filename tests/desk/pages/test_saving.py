"""What a field's save answers: the findings at their fields, the counts, the rail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse

from monazite.desk.applications import services
from monazite.desk.applications.models import Application

if TYPE_CHECKING:
    from support.offices import World

HTMX = {"HX-Request": "true"}


def test_a_fault_is_answered_at_its_field_and_in_the_summary(
    exporter: Client, draft: Application
) -> None:
    page = _save(exporter, draft, {"lines[0].quantity": "1,200"}, step="lines")
    assert 'id="found-lines-0-quantity"' in page
    assert page.count("1,200") >= 2
    assert 'id="summary" hx-swap-oob="true"' in page
    assert Application.objects.get().form["lines"][0]["quantity"] == "1,200"


def test_a_fault_that_is_gone_is_taken_away(exporter: Client, draft: Application) -> None:
    shown = {"shown": "lines-0-quantity"}
    page = _save(exporter, draft, {"lines[0].quantity": "1800"}, step="lines", **shown)
    slot = page.partition('id="found-lines-0-quantity"')[2].partition("</div>")[0]
    assert "finding" not in slot


def test_both_texts_of_a_clash_are_answered(exporter: Client, w: World, draft: Application) -> None:
    services.save(w.preparer, draft.pk, {"contract.number": "theirs"}, draft.version, "page")
    sent = {"contract.number": "mine", "version": draft.version}
    answer = exporter.post(reverse("save", args=[draft.pk]), sent, headers=HTMX)
    assert answer.status_code == 409
    assert {"theirs", "mine"} <= set(answer.content.decode().replace("”", "“").split("“"))


@pytest.mark.parametrize("path", ["lines[9].quantity", "nothing.here", "contract.number\0"])
def test_a_place_that_is_none_is_refused(exporter: Client, draft: Application, path: str) -> None:
    sent = {path: "1", "version": draft.version}
    assert exporter.post(reverse("save", args=[draft.pk]), sent, headers=HTMX).status_code == 422


@pytest.mark.parametrize("version", ["", "-1", "١", "9" * 30, "x"])
def test_a_version_that_is_none_is_refused(
    exporter: Client, draft: Application, version: str
) -> None:
    sent = {"contract.number": "1", "version": version}
    assert exporter.post(reverse("save", args=[draft.pk]), sent, headers=HTMX).status_code == 422


def test_who_has_signed_out_keeps_the_page(draft: Application) -> None:
    answer = Client().post(reverse("save", args=[draft.pk]), {"contract.number": "1"}, headers=HTMX)
    assert (answer.status_code, answer.headers["HX-Trigger"]) == (401, "signed-out")


def test_strangers_do_not_learn_that_it_exists(w: World, draft: Application) -> None:
    client = Client()
    client.force_login(w.stranger)
    sent = {"contract.number": "1", "version": draft.version}
    assert client.post(reverse("save", args=[draft.pk]), sent, headers=HTMX).status_code == 404


def _save(client: Client, draft: Application, typed: dict[str, str], step: str, **more: str) -> str:
    sent = {**typed, "version": str(draft.version), "step": step, "shape": "?", **more}
    sent["shape"] = _shape(client, draft, step)
    answer = client.post(reverse("save", args=[draft.pk]), sent, headers=HTMX)
    assert answer.status_code == 200
    return answer.content.decode()


def _shape(client: Client, draft: Application, step: str) -> str:
    page = client.get(reverse("form", args=[draft.pk, step])).content.decode()
    return page.partition('id="shape" value="')[2].partition('"')[0]


@pytest.mark.parametrize(
    ("lang", "field", "both"),
    [
        ("en", "Contract: Contract number", "Nothing was overwritten"),
        ("zh", "合同", "未覆盖任何内容"),
    ],
)
def test_a_clash_names_the_fields_by_their_labels(
    exporter: Client, w: World, draft: Application, lang: str, field: str, both: str
) -> None:
    exporter.cookies["monazite_language"] = lang
    services.save(w.preparer, draft.pk, {"contract.number": "theirs"}, draft.version, "page")
    sent = {"version": str(draft.version), "contract.number": "mine"}
    page = exporter.post(reverse("save", args=[draft.pk]), sent).content.decode()
    said = page.partition('id="saved"')[2].partition("</span>")[0]
    assert field in said
    assert both in said
    assert "contract.number" not in said
