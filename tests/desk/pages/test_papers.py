"""Papers at the page: sent, put into the form, listed against what is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from monazite.desk.applications import services
from monazite.desk.applications.models import Application
from support.forms import paper_files
from support.pages import Upload

if TYPE_CHECKING:
    from django.test import Client

    from support.offices import World

PDF = paper_files()["contract.pdf"]


def test_a_file_gets_its_row_in_the_form(exporter: Client, w: World) -> None:
    draft = _draft(w)
    sent = {
        "file": Upload("contract.pdf", PDF),
        "kind": "contract",
        "language": "zh",
        "secret": "yes",
    }
    answer = exporter.post(reverse("upload", args=[draft.pk]), sent)
    assert answer.headers["Location"].endswith("#at-papers-0")
    row = Application.objects.get().form["papers"][0]
    assert (row["kind"], row["file"], row["secret"]) == ("contract", "contract.pdf", "yes")
    page = exporter.get(reverse("form", args=[draft.pk, "papers"])).content.decode()
    assert "trade secret" in page
    assert "not scanned" in page


def test_the_same_file_again_keeps_its_row(exporter: Client, w: World) -> None:
    draft = _draft(w)
    for _ in range(2):
        exporter.post(reverse("upload", args=[draft.pk]), {"file": Upload("a.pdf", PDF)})
    assert len(Application.objects.get().form["papers"]) == 1


def test_a_file_whose_row_was_taken_away_gets_another(exporter: Client, w: World) -> None:
    draft = _draft(w)
    exporter.post(reverse("upload", args=[draft.pk]), {"file": Upload("a.pdf", PDF)})
    paper = draft.papers.get()
    draft.refresh_from_db()
    services.remove_row(w.signatory, draft.pk, "papers", 0, draft.version, "page")
    address = reverse("form", args=[draft.pk, "papers"])
    assert "Add its row" in exporter.get(address).content.decode()
    exporter.post(reverse("upload", args=[draft.pk]), {"paper": str(paper.pk)})
    assert Application.objects.get().form["papers"][0]["sha256"] == paper.sha256


def test_why_a_file_is_not_taken_is_told(exporter: Client, w: World) -> None:
    address = reverse("upload", args=[_draft(w).pk])
    script = {"file": Upload("a.svg", b"<svg onload='x()'/>")}
    plain = exporter.post(address, script)
    told = exporter.post(
        address, script | {"file": Upload("a.svg", b"<svg/>")}, headers={"HX-Request": "true"}
    )
    assert (plain.status_code, told.status_code) == (422, 422)
    assert "are not taken" in told.content.decode()
    assert exporter.post(address).status_code == 422


def test_what_is_asked_for_stands_with_its_law(exporter: Client, draft: Application) -> None:
    page = exporter.get(reverse("form", args=[draft.pk, "papers"])).content.decode()
    assert "art. 16" in page
    assert page.count(">there<") >= 5


def _draft(w: World) -> Application:
    form = {"application": {"regime": "CN", "kind": "single"}}
    return services.new(w.signatory, form, "page")
