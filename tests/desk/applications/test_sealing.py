"""What the form calls a trade secret is one, however its file was sent."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications import services
from monazite.desk.applications.amended import changes
from monazite.desk.applications.models import Application
from monazite.desk.applications.sealing import form_for
from monazite.desk.events.models import Event
from monazite.desk.people.may import Forbidden, may
from support.forms import changed, good_form, paper_files
from support.offices import law_today

if TYPE_CHECKING:
    from support.forms import Changes
    from support.offices import World

CALLED = ("bill", "capacity", "process")
SEALED = {"civil_use.secret_proof": "yes"}
PROOF = ("product_tree", "onward_sales")


def _filed(w: World, more: Changes | None = None) -> Application:
    """Filed with every file sent as open: the form alone calls three of them secret."""
    form = changed(good_form(law_today()), more or {})
    draft = services.new(w.preparer, form, "page")
    for name, content in paper_files().items():
        services.upload(w.preparer, draft.pk, name, io.BytesIO(content), False, "page")  # noqa: FBT003
    return services.file(w.signatory, draft.pk, draft.version, "page")


def test_a_paper_that_the_form_calls_secret_is_secret(w: World) -> None:
    filed = _filed(w)
    bill = filed.papers.get(name="bill.pdf")
    assert not bill.secret
    for officer in (w.intake_officer, w.chief, w.reviewer):
        assert not may(officer, "paper.read", bill)
        with pytest.raises(Forbidden):
            services.open_paper(officer, bill.pk, "page")
    services.open_paper(w.intake_officer, filed.papers.get(name="contract.pdf").pk, "page")
    services.name_reviewer(w.chief, filed.pk, w.reviewer.pk, "page")
    services.open_paper(w.reviewer, bill.pk, "page")
    assert Event.objects.filter(aggregate_id=filed.pk, kind="secret_paper_opened").count() == 1


def test_a_row_without_a_hash_seals_by_the_files_name(w: World) -> None:
    draft = services.new(w.preparer, {"papers": [{"file": "A.csv", "secret": "yes"}]}, "page")
    data = io.BytesIO(b"item,price\nmagnet,1\n")
    paper = services.upload(w.preparer, draft.pk, "a.csv", data, False, "page")  # noqa: FBT003
    services.open_paper(w.preparer, paper.pk, "page")
    assert Event.objects.filter(aggregate_id=draft.pk, kind="secret_paper_opened").count() == 1


def test_a_file_that_was_sent_as_secret_seals_its_row_of_the_form(w: World) -> None:
    form = changed(good_form(law_today()), {f"papers[{n}].secret": "" for n in range(11)})
    draft = services.new(w.preparer, form, "page")
    for name, content in paper_files().items():
        secret = name == "bill.pdf"
        services.upload(w.preparer, draft.pk, name, io.BytesIO(content), secret, "page")
    filed = services.file(w.signatory, draft.pk, draft.version, "page")
    rows = form_for(w.chief, filed)["papers"]
    assert {"kind": "bill_of_materials", "secret": "yes"} in rows
    assert sum("sha256" in row for row in rows) == len(rows) - 1


def test_what_names_a_secret_paper_is_hidden_from_offices(w: World) -> None:
    filed = _filed(w)
    seen = json.dumps(form_for(w.chief, filed))
    for label in CALLED:
        paper = filed.papers.get(name=f"{label}.pdf")
        assert paper.sha256 not in seen
        assert f"{label}.pdf" not in seen
        assert label not in {claim.get("paper") for claim in form_for(w.chief, filed)["claims"]}
    whole = form_for(w.preparer, filed)
    assert whole == filed.form
    assert len(form_for(w.chief, filed)["papers"]) == len(whole["papers"])
    assert form_for(w.chief, filed)["civil_use"] == whole["civil_use"]


def test_a_secret_proof_is_hidden_from_offices(w: World) -> None:
    filed = _filed(w, SEALED)
    seen = form_for(w.chief, filed)
    assert seen["civil_use"] == {"secret_proof": "yes"}
    assert not set(PROOF) & seen.keys()
    assert "product_tree" in form_for(w.signatory, filed)


def test_named_reviewers_open_the_form_and_each_opening_is_an_event(w: World) -> None:
    filed = _filed(w, SEALED)
    for officer in (w.chief, w.reviewer, w.intake_officer, w.stranger):
        with pytest.raises(Forbidden):
            services.open_secrets(officer, filed.pk, "page")
    services.name_reviewer(w.chief, filed.pk, w.reviewer.pk, "page")
    for _ in range(2):
        assert services.open_secrets(w.reviewer, filed.pk, "page").form == filed.form
    events = Event.objects.filter(aggregate_id=filed.pk, kind="secrets_opened")
    assert [event.actor for event in events] == [w.reviewer.pk] * 2


def test_an_amendment_tells_offices_nothing_of_what_is_sealed(w: World) -> None:
    filed = _filed(w, SEALED)
    draft = services.amend(w.signatory, filed.pk, "page")
    services.save(
        w.signatory, draft.pk, {"civil_use.product": "motor 9", "contract.number": "N-2"}, 1, "page"
    )
    now = Application.objects.get(pk=draft.pk)
    assert {each.path for each in changes(w.signatory, now)} >= {
        "civil_use.product",
        "contract.number",
    }
    assert [each.path for each in changes(w.chief, now)] == ["contract.number"]


def test_an_amendments_copies_keep_the_seal_whatever_its_form_says(w: World) -> None:
    filed = _filed(w)
    draft = services.amend(w.signatory, filed.pk, "page")
    assert draft.papers.get(name="bill.pdf").secret
