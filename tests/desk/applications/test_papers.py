from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from monazite.desk.applications import services
from monazite.desk.applications.errors import PaperRefused, Refused
from monazite.desk.applications.models import Application, Paper
from monazite.desk.events.models import Event
from monazite.desk.people.may import Forbidden
from monazite.law.procedure import NotAllowed
from support.offices import filed, person
from support.papers import PDF, pdf, png

if TYPE_CHECKING:
    from pytest_django import Settings

    from support.offices import World


def put(w: World, draft: Application, content: bytes = PDF, *, secret: bool = False) -> Paper:
    return services.upload(w.preparer, draft.pk, "合同.pdf", io.BytesIO(content), secret, "page")


@pytest.fixture
def draft(w: World) -> Application:
    return services.new(w.preparer, {}, "page")


def opened(paper: Paper) -> int:
    events = Event.objects.filter(aggregate_id=paper.application_id)
    return events.filter(kind="secret_paper_opened").count()


def test_a_paper_is_a_row_a_file_and_an_event(w: World, draft: Application) -> None:
    paper = put(w, draft)
    assert (paper.name, paper.media_type, paper.scan) == (
        "合同.pdf",
        "application/pdf",
        "not_scanned",
    )
    assert services.open_paper(w.preparer, paper.pk, "page").path.read_bytes() == PDF
    event = Event.objects.filter(aggregate_id=draft.pk).latest("seq")
    assert event.kind == "paper_added"
    said = json.loads(event.payload)
    assert set(said.pop("rows")["papers"]) == {str(paper.pk)}
    assert said == {
        "paper": str(paper.pk), "sha256": paper.sha256, "size": len(PDF), "secret": False,
    }  # fmt: skip


def test_the_same_file_twice_is_one_paper(w: World, draft: Application) -> None:
    assert put(w, draft).pk == put(w, draft).pk
    assert Event.objects.filter(aggregate_id=draft.pk, kind="paper_added").count() == 1


def test_the_same_file_in_two_applications_lies_there_once(w: World, draft: Application) -> None:
    other = services.new(w.preparer, {}, "page")
    assert put(w, draft).pk != put(w, other).pk
    assert len(list(Path(settings.PAPERS_ROOT).glob("??/*"))) == 1


def test_an_open_paper_is_not_sealed_by_a_second_upload(w: World, draft: Application) -> None:
    put(w, draft)
    with pytest.raises(Refused, match=r"already lies here.*Trade secret: yes"):
        put(w, draft, secret=True)


def test_a_sealed_paper_stays_sealed(w: World, draft: Application) -> None:
    put(w, draft, secret=True)
    assert put(w, draft).secret


def test_what_is_refused_leaves_nothing(w: World, draft: Application) -> None:
    before = Event.objects.count()
    with pytest.raises(PaperRefused):
        put(w, draft, b"<html>")
    assert Event.objects.count() == before
    assert not [path for path in Path(settings.PAPERS_ROOT).rglob("*") if path.is_file()]


def test_an_infected_file_leaves_nothing(w: World, draft: Application, settings: Settings) -> None:
    settings.SCANNER = "false"
    with pytest.raises(PaperRefused, match="scanner found"):
        put(w, draft)
    assert not Paper.objects.exists()


def test_a_scanned_file_says_so(w: World, draft: Application, settings: Settings) -> None:
    settings.SCANNER = "true"
    assert put(w, draft).scan == "clean"


def test_too_many_files_are_refused(
    w: World, draft: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("monazite.desk.applications.services.papers.PAPERS_MOST", 1)
    put(w, draft)
    with pytest.raises(Refused, match="at most 1"):
        put(w, draft, pdf(behind=b"\n"))


def test_strangers_bytes_are_not_even_read(w: World, draft: Application) -> None:
    stream = io.BytesIO(PDF)
    with pytest.raises(Forbidden):
        services.upload(w.stranger, draft.pk, "a.pdf", stream, False, "page")  # noqa: FBT003
    assert stream.tell() == 0


def test_nothing_is_added_to_what_is_filed(w: World) -> None:
    with pytest.raises(NotAllowed):
        put(w, filed(w), png())


def test_a_trade_secret_is_for_the_firm_and_named_reviewers(w: World) -> None:
    secret = filed(w).papers.filter(secret=True).first()
    assert secret
    services.open_paper(w.preparer, secret.pk, "page")
    for other in (w.chief, w.reviewer, w.intake_officer, w.stranger):
        with pytest.raises(Forbidden):
            services.open_paper(other, secret.pk, "page")
    services.name_reviewer(w.chief, secret.application_id, w.reviewer.pk, "page")
    services.open_paper(w.reviewer, secret.pk, "page")
    assert opened(secret) == 2


def test_the_event_of_an_opening_names_who_and_what(w: World) -> None:
    secret = filed(w).papers.filter(secret=True).first()
    assert secret
    services.open_paper(w.preparer, secret.pk, "api")
    event = Event.objects.filter(kind="secret_paper_opened").get()
    assert (event.actor, event.via) == (w.preparer.pk, "api")
    assert json.loads(event.payload) == {"paper": str(secret.pk), "sha256": secret.sha256}


def test_open_papers_are_for_named_offices_and_leave_no_event(w: World) -> None:
    plain = filed(w).papers.filter(secret=False).first()
    assert plain
    services.open_paper(w.intake_officer, plain.pk, "page")
    assert opened(plain) == 0


def test_a_lost_file_is_said_to_be_lost(w: World, draft: Application) -> None:
    paper = put(w, draft)
    services.open_paper(w.preparer, paper.pk, "page").path.unlink()
    with pytest.raises(Refused, match="not in its place"):
        services.open_paper(w.preparer, paper.pk, "page")


def test_reviewers_are_named_by_the_licensing_chief_and_are_others_of_an_office(w: World) -> None:
    now = filed(w)
    provincial = person(w.intake, "chief")
    with pytest.raises(Forbidden):
        services.name_reviewer(provincial, now.pk, w.reviewer.pk, "page")
    with pytest.raises(Refused, match="themselves"):
        services.name_reviewer(w.chief, now.pk, w.chief.pk, "page")
    with pytest.raises(Refused, match="no reviewer"):
        services.name_reviewer(w.chief, now.pk, w.stranger.pk, "page")
    with pytest.raises(Refused, match="no reviewer"):
        services.name_reviewer(w.chief, now.pk, w.intake_officer.pk, "page")
    with pytest.raises(Forbidden):
        services.name_reviewer(w.reviewer, now.pk, w.reviewer.pk, "page")
    named = services.name_reviewer(w.chief, now.pk, w.reviewer.pk, "page")
    assert named == services.name_reviewer(w.chief, now.pk, w.reviewer.pk, "page")
    assert Event.objects.filter(kind="reviewer_named").count() == 1
