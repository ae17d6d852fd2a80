from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from monazite.desk.duties.models import Duty
from monazite.law import load
from support.desk_people import signed_in
from support.exited import exited
from support.papers import PDF

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from support.exited import Exited

TODAY = load().today("CN")


@pytest.fixture
def held(settings: Settings, tmp_path: Path, db: None) -> Exited:  # noqa: ARG001
    settings.PAPERS_ROOT = tmp_path
    return exited(TODAY - timedelta(days=70))


def test_the_exporter_sees_what_is_overdue_and_reports_it_with_a_paper(held: Exited) -> None:
    declarant = signed_in(Client(), held.declarant)
    duty = Duty.objects.get(kind="arrival")
    assert "overdue" in declarant.get(reverse("duties")).content.decode()
    page = declarant.get(reverse("duty", args=[duty.pk])).content.decode()
    assert "Who does not report falls under" in page
    upload = reverse("duty_upload", args=[duty.pk])
    assert declarant.post(upload, {}).status_code == 422
    assert declarant.post(upload, {"file": SimpleUploadedFile("a.pdf", PDF)}).status_code == 302
    paper = duty.papers.get()
    sent = {
        "happened_on": TODAY.isoformat(), "place": "Nagoya", "item-1": "101",
        "papers": str(paper.pk),
    }  # fmt: skip
    report = reverse("duty_report", args=[duty.pk])
    # The day after: at midnight of the regime, tomorrow becomes today while tests run.
    to_come = (TODAY + timedelta(days=2)).isoformat()
    for change, told in (
        ({}, "Quantity: “101” does not lie between 0 and 100"),
        ({"item-1": "1e999"}, "Quantity: “1e999” does not lie between 0 and 100"),
        ({"item-1": "many"}, "Quantity: “many” does not lie between 0 and 100"),
        ({"item-1": "5", "happened_on": to_come}, f"Day: “{to_come}” is no day from"),
        ({"item-1": "5", "place": ""}, "Place: fill it in"),
    ):
        wrong = declarant.post(report, sent | change)
        assert wrong.status_code == 422
        assert told in wrong.content.decode()
        assert "101" in wrong.content.decode() or change
    assert declarant.post(report, sent | {"item-1": "100"}).status_code == 302
    page = declarant.get(reverse("duty", args=[duty.pk])).content.decode()
    assert "reported late" in page
    assert "Item 1: 100" in page


def test_offices_read_and_do_not_report_and_others_know_nothing(held: Exited) -> None:
    duty = Duty.objects.get(kind="use")
    for who in (held.officer, held.chief, held.enforcer):
        client = signed_in(Client(), who)
        page = client.get(reverse("duty", args=[duty.pk]))
        assert page.status_code == 200
        assert "happened_on" not in page.content.decode()
        assert client.post(reverse("duty_report", args=[duty.pk]), {}).status_code in {403, 404}
    stranger = signed_in(Client(), held.stranger)
    assert stranger.get(reverse("duty", args=[duty.pk])).status_code == 404
    assert list(stranger.get(reverse("duties")).context["rows"]) == []
