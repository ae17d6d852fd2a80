"""Papers at the page: sent, put into the form, listed against what is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from monazite.desk.applications import services
from monazite.desk.applications.models import Application
from monazite.law.store import load
from support.forms import good_form, paper_files
from support.pages import Upload

if TYPE_CHECKING:
    from django.test import Client

    from support.offices import World

PDF = paper_files()["contract.pdf"]
_FORM = {"application": {"regime": "CN", "kind": "single"}}


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
    assert "are not taken" in plain.content.decode()
    assert 'id="upload-file"' in plain.content.decode(), "one can choose another file at once"
    assert exporter.post(address).status_code == 422


def test_what_is_asked_for_and_missing_stands_with_its_law_and_its_upload(
    exporter: Client, w: World
) -> None:
    draft = _draft(w)
    page = _papers(exporter, draft)
    assert "art. 16" in page
    assert 'id="wanted-contract"' in page
    sent = {"file": Upload("contract.pdf", PDF), "kind": "contract"}
    exporter.post(reverse("upload", args=[draft.pk]), sent)
    assert 'id="wanted-contract"' not in _papers(exporter, draft)


def test_a_row_that_was_brought_without_its_file_takes_it(exporter: Client, w: World) -> None:
    said = {"label": "C", "kind": "contract", "language": "zh"}
    draft = services.new(w.signatory, _FORM | {"papers": [said]}, "page")
    assert 'id="wanted-row-0"' in _papers(exporter, draft)
    sent = {"file": Upload("contract.pdf", PDF), "row": "0"}
    exporter.post(reverse("upload", args=[draft.pk]), sent)
    row = Application.objects.get().form["papers"][0]
    assert (row["label"], row["file"]) == ("C", "contract.pdf")
    assert 'id="wanted-row-0"' not in _papers(exporter, draft)


def test_a_paper_is_one_line_until_it_is_wrong(exporter: Client, w: World) -> None:
    draft = services.new(w.signatory, good_form(load().today("CN")), "page")
    for name, data in paper_files().items():
        exporter.post(reverse("upload", args=[draft.pk]), {"file": Upload(name, data)})
    assert "<details" in _line(exporter, draft, "papers-2")
    assert " open>" not in _line(exporter, draft, "papers-2")
    draft.refresh_from_db()
    services.save(w.signatory, draft.pk, {"papers[2].language": "?"}, draft.version, "page")
    assert " open>" in _line(exporter, draft, "papers-2")
    assert " open>" in _line(exporter, draft, "papers-4", "?row=5")


def test_hash_and_name_of_a_file_are_shown_and_not_typed(
    exporter: Client, draft: Application
) -> None:
    page = _papers(exporter, draft)
    sha256 = draft.form["papers"][0]["sha256"]
    assert sha256 in page
    assert 'name="papers[0].sha256"' not in page


def test_what_a_claim_names_is_chosen_and_an_unknown_name_stays(
    exporter: Client, w: World, draft: Application
) -> None:
    services.save(w.signatory, draft.pk, {"claims[0].paper": "lost"}, draft.version, "page")
    page = _papers(exporter, draft)
    assert '<option value="lost" selected>lost (not in this form)</option>' in page
    assert '<option value="capacity">' in page


def test_the_claims_that_are_asked_are_listed_with_the_papers_that_fit(
    exporter: Client, w: World, draft: Application
) -> None:
    form = draft.form | {"claims": []}
    draft = services.save_form(w.signatory, draft.pk, form, draft.version, "page").application
    sent = {"act": "claims:claims", "version": str(draft.version), "base": "{}"}
    exporter.post(reverse("form", args=[draft.pk, "papers"]), sent)
    made = {row["claim"]: row.get("paper") for row in Application.objects.get().form["claims"]}
    assert made == {
        "bill_of_materials": "bill", "capacity": "capacity", "site": "site",
        "photographs": "product", "process": "process",
    }  # fmt: skip


def test_a_file_that_nothing_describes_is_told_before_filing_and_taken_away(
    exporter: Client, w: World
) -> None:
    draft = _draft(w)
    paper = services.upload(
        w.signatory, draft.pk, "wrong.pdf", Upload("wrong.pdf", PDF), secret=False, via="page"
    )
    check = reverse("check", args=[draft.pk])
    assert "1 file has no row" in exporter.get(check).content.decode()
    away = reverse("take_away", args=[draft.pk, paper.pk])
    assert away in _papers(exporter, draft)
    assert exporter.post(away).status_code == 302
    assert "has no row" not in exporter.get(check).content.decode()
    assert exporter.get(reverse("paper", args=[draft.pk, paper.pk])).status_code == 404


def test_a_paper_that_is_removed_takes_its_file_along(exporter: Client, draft: Application) -> None:
    sha256 = draft.form["papers"][0]["sha256"]
    sent = {"act": "remove:papers:0", "version": str(draft.version), "base": "{}"}
    exporter.post(reverse("form", args=[draft.pk, "papers"]), sent)
    assert not draft.papers.filter(sha256=sha256).exists()
    assert draft.papers.count() == len(paper_files()) - 1


def _papers(client: Client, draft: Application) -> str:
    return client.get(reverse("form", args=[draft.pk, "papers"])).content.decode()


def _line(client: Client, draft: Application, key: str, query: str = "") -> str:
    """The opening tag of a row."""
    page = client.get(reverse("form", args=[draft.pk, "papers"]) + query).content.decode()
    before, _, after = page.partition(f'id="at-{key}"')
    return before.rpartition("<")[2].join(("<", "")) + after.partition(">")[0] + ">"


def _draft(w: World) -> Application:
    return services.new(w.signatory, _FORM, "page")
