"""Check and file: what would bounce it is listed, filing happens once, the receipt says what."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta, timezone
from typing import TYPE_CHECKING

from django.db import transaction
from django.test import Client
from django.urls import reverse

from monazite.desk.applications import services
from monazite.desk.applications.models import Application
from monazite.desk.events.models import Event
from monazite.law.store import load
from support.forms import eleven_faults, faulty_form
from support.offices import firm

if TYPE_CHECKING:
    from support.offices import World


def test_every_fault_has_its_link_to_the_field(exporter: Client, w: World) -> None:
    today = load().today("CN")
    draft = services.new(w.signatory, faulty_form(today), "page")
    page = _check(exporter, draft)
    for fault in eleven_faults(today):
        assert (
            f"#at-{fault.path.replace('[', '-').replace('].', '-').replace('.', '-').rstrip(']')}"
            in page
        )
    assert 'id="file-it"' not in page


def test_the_same_click_twice_files_once(exporter: Client, draft: Application) -> None:
    page = _check(exporter, draft)
    sent = {"key": _hidden(page, "key"), "version": _hidden(page, "version")}
    answers = [exporter.post(reverse("file", args=[draft.pk]), sent) for _ in range(2)]
    receipt = reverse("receipt", args=[draft.pk])
    assert [answer.headers["Location"] for answer in answers] == [receipt, receipt]
    assert Event.objects.filter(kind="filed").count() == 1


def test_the_receipt_holds_the_proof(exporter: Client, w: World, draft: Application) -> None:
    filed = services.file(w.signatory, draft.pk, None, "page")
    head = bytes(filed.event_head).hex()
    services.amend(w.signatory, filed.pk, "page")  # what happens later is not on the receipt
    page = exporter.get(reverse("receipt", args=[filed.pk])).content.decode()
    for shown in (
        filed.reference, filed.form_sha256, head, w.signatory.name,
    ):  # fmt: skip
        assert str(shown) in page
    written = exporter.get(reverse("written", args=[filed.pk, "json"]))
    assert json.loads(written.content) == filed.form
    assert hashlib.sha256(written.content).hexdigest() == filed.form_sha256
    assert f"sha256sum {filed.reference}.json" in page
    assert f'filename="{filed.reference}.json"' in written.headers["Content-Disposition"]


def test_the_receipt_is_told_in_chinese_with_the_clock_of_the_regime(
    exporter: Client, w: World, draft: Application
) -> None:
    with transaction.atomic():
        firm("agency", "Second Office", name_native="第二许可局", regime="CN", duty="intake")
    filed = services.file(w.signatory, draft.pk, None, "page")
    exporter.cookies["monazite_language"] = "zh"
    page = exporter.get(reverse("receipt", args=[filed.pk])).content.decode()
    assert filed.filed_at is not None
    at = filed.filed_at.astimezone(timezone(timedelta(hours=8)))
    assert f"{at:%Y-%m-%d %H:%M} 北京时间" in page
    assert "第二许可局" in page
    assert "Second Office" not in page


def test_filing_in_a_second_tab_leads_to_the_receipt(exporter: Client, draft: Application) -> None:
    pages = [_check(exporter, draft) for _ in range(2)]
    address = reverse("file", args=[draft.pk])
    for page in pages:
        sent = {"key": _hidden(page, "key"), "version": _hidden(page, "version")}
        answer = exporter.post(address, sent, follow=True)
        assert answer.status_code == 200
    assert "It was filed already" in answer.content.decode()
    assert Event.objects.filter(kind="filed").count() == 1


def test_what_was_mended_elsewhere_is_looked_at_again(
    exporter: Client, w: World, draft: Application
) -> None:
    page = _check(exporter, draft)
    sent = {"key": _hidden(page, "key"), "version": _hidden(page, "version")}
    services.save(w.preparer, draft.pk, {"contract.number": "other"}, draft.version, "page")
    assert exporter.post(reverse("file", args=[draft.pk]), sent).status_code == 409
    assert Application.objects.get().state == "draft"


def test_what_would_bounce_is_not_filed_and_told(exporter: Client, w: World) -> None:
    draft = services.new(w.signatory, faulty_form(load().today("CN")), "page")
    sent = {"key": "k", "version": draft.version}
    answer = exporter.post(reverse("file", args=[draft.pk]), sent)
    assert answer.status_code == 422
    assert "It was not filed" in answer.content.decode()


def test_who_prepares_does_not_file(w: World, draft: Application) -> None:
    client = Client()
    client.force_login(w.preparer)
    assert 'id="file-it"' not in _check(client, draft)
    sent = {"key": "k", "version": draft.version}
    assert client.post(reverse("file", args=[draft.pk]), sent).status_code == 403


def test_a_draft_is_laid_aside(exporter: Client, draft: Application) -> None:
    exporter.post(reverse("discard", args=[draft.pk]))
    assert Application.objects.get().state == "discarded"
    assert exporter.get(reverse("detail", args=[draft.pk])).status_code == 200


def _check(client: Client, draft: Application) -> str:
    return client.get(reverse("check", args=[draft.pk])).content.decode()


def _hidden(page: str, name: str) -> str:
    return page.rpartition(f'name="{name}" value="')[2].partition('"')[0]
