"""Beginning a draft: blank, from a file, from an earlier one, divided."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from monazite.desk.applications import services
from monazite.desk.applications.models import Application
from monazite.law.store import load
from monazite.licensing.documents import write_json
from monazite.licensing.sheets import write_xlsx
from support.forms import changed, good_form
from support.offices import person
from support.pages import Upload

if TYPE_CHECKING:
    from support.offices import World

TWO_WAYS = {
    "lines[1]": {"description": "Second item", "form": "magnet"},
    "transport[0].lines": "1",
    "transport[1]": {"lines": "2", "mode": "air", "port_of_exit": "Pudong"},
}


def test_the_same_click_twice_begins_one_draft(exporter: Client) -> None:
    sent = {"key": "one", "regime": "CN", "kind": "general"}
    places = {exporter.post(reverse("new"), sent).headers["Location"] for _ in range(2)}
    made = Application.objects.get()
    assert places == {reverse("form", args=[made.pk, "application"])}
    assert (made.regime, made.kind) == ("CN", "general")


def test_a_key_is_not_used_for_something_else(exporter: Client) -> None:
    exporter.post(reverse("new"), {"key": "one", "kind": "general"})
    assert exporter.post(reverse("new"), {"key": "one", "kind": "single"}).status_code == 422


@pytest.mark.parametrize("kind", ["json", "xlsx"])
def test_a_file_becomes_a_draft(exporter: Client, kind: str) -> None:
    form = good_form(load().today("CN"))
    data = write_json(form) if kind == "json" else write_xlsx(form, "en")
    answer = exporter.post(reverse("import"), {"file": Upload(f"form.{kind}", data)})
    made = Application.objects.get()
    assert answer.headers["Location"] == reverse("check", args=[made.pk])
    assert made.form["lines"] == form["lines"]


@pytest.mark.parametrize("name", ["form.xlsx", "form.json", "form.exe"])
def test_what_is_no_form_is_told_in_the_page(exporter: Client, name: str) -> None:
    answer = exporter.post(reverse("import"), {"file": Upload(name, b"\x00\x01")})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert not Application.objects.exists()


@pytest.mark.parametrize(
    ("data", "lang", "told"),
    [
        (b'{"hello": [1]}', "en", "none of its sections is known"),
        (b'{"hello": [1]}', "zh", "没有任何可识别的部分"),
        (b'{"lines": [\n  1,]}', "en", "line 2, column 5"),
        (b'{"lines": [\n  1,]}', "zh", "第2行第5列"),
        (b'{"lines": 1, "lines": 2}', "zh", "两次写有lines"),
    ],
)
def test_why_a_document_is_none_is_told_in_the_readers_language(
    exporter: Client, data: bytes, lang: str, told: str
) -> None:
    exporter.cookies["monazite_language"] = lang
    answer = exporter.post(reverse("import"), {"file": Upload("form.json", data)})
    assert answer.status_code == 422
    assert told in html.unescape(answer.content.decode())
    assert "Accepted" not in answer.content.decode()
    assert not Application.objects.exists()


def test_who_does_not_write_applications_is_told_why(w: World) -> None:
    with transaction.atomic():
        admin = person(w.exporter, "organisation_admin")
    client = Client()
    client.force_login(admin)
    answer = client.get(reverse("new"))
    assert answer.status_code == 403
    assert "the role of preparer" in answer.content.decode()
    assert reverse("organisation", args=[w.exporter.pk]) in client.get("/").content.decode()
    assert reverse("new") not in client.get(reverse("applications")).content.decode()


def test_no_file_is_told_too(exporter: Client) -> None:
    assert exporter.post(reverse("import")).status_code == 422


def test_the_template_is_a_workbook(exporter: Client) -> None:
    answer = exporter.get(reverse("template", args=["CN"]))
    assert answer.content[:2] == b"PK"
    assert exporter.get(reverse("template", args=["XX"])).status_code == 404


def test_an_earlier_application_is_copied_without_its_papers(
    exporter: Client, draft: Application
) -> None:
    exporter.post(reverse("new"), {"key": "k", "copy_of": str(draft.pk)})
    made = Application.objects.exclude(pk=draft.pk).get()
    assert made.form["lines"] == draft.form["lines"]
    assert made.form["papers"] == []


def test_a_draft_is_divided_where_its_ways_differ(exporter: Client, w: World) -> None:
    form = changed(good_form(load().today("CN")), TWO_WAYS)
    draft = services.new(w.signatory, form, "page")
    assert "would be 2 applications" in _page(exporter, reverse("check", args=[draft.pk]))
    address = reverse("split", args=[draft.pk])
    assert "Pudong" in _page(exporter, address)
    exporter.post(address)
    states = Application.objects.values_list("state", flat=True)
    assert sorted(states) == ["discarded", "draft", "draft"]


def _page(client: Client, address: str) -> str:
    return client.get(address).content.decode()
