from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from monazite.desk.leads import services
from monazite.desk.leads.listing import known
from monazite.desk.leads.models import TipPaper
from monazite.desk.leads.receipts import receipt
from support.batches import books
from support.papers import PDF

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from support.batches import Books

SENT = {"regime": "CN", "kind": "third_country", "text": "Ten boxes go to Muscat."}


@pytest.fixture
def held(settings: Settings, tmp_path: Path, db: None) -> Books:  # noqa: ARG001
    settings.PAPERS_ROOT = tmp_path
    return books()


@pytest.fixture
def anybody() -> Client:
    return Client(REMOTE_ADDR="203.0.113.77", HTTP_USER_AGENT="Teller/1.0")


def _told(anybody: Client, **more: object) -> str:
    answer = anybody.post(reverse("tell"), SENT | more)
    assert answer.status_code == 201
    found = re.search(r"(?:[A-Z2-9]{5}-){5}[A-Z2-9]{5}", answer.content.decode())
    assert found
    return found[0]


def test_anybody_tells_without_an_account_and_gets_a_code(held: Books, anybody: Client) -> None:
    assert "Whose law" in anybody.get(reverse("tell")).content.decode()
    code = _told(anybody, files=SimpleUploadedFile("route.pdf", PDF))
    (lead,) = known(held.inspector)
    assert lead.tip.messages.get().text == SENT["text"]
    assert TipPaper.objects.get().name == "route.pdf"
    answer = anybody.post(reverse("tell_receipt"), {"code": code.lower()})
    assert answer["Cache-Control"] == "no-store"
    assert SENT["text"] in answer.content.decode()


def test_nothing_of_the_teller_lies_in_the_database(
    held: Books,  # noqa: ARG001
    anybody: Client,
) -> None:
    code = _told(anybody)
    anybody.post(reverse("tell_receipt"), {"code": receipt()})
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - our own tables
            everything = str(cursor.fetchall())
            for secret in ("203.0.113", "Teller/1.0", code):
                assert secret not in everything, table


def test_the_teller_reads_questions_and_answers_them_by_the_code(
    held: Books, anybody: Client
) -> None:
    code = _told(anybody)
    (lead,) = known(held.inspector)
    services.ask(held.inspector, lead.pk, "Which carrier?", "page")
    services.remark(held.inspector, lead.pk, "the teller knows much", "page")
    page = anybody.post(reverse("tell_receipt"), {"code": code}).content.decode()
    assert "Which carrier?" in page
    assert "knows much" not in page
    assert held.inspector.name not in page
    added = anybody.post(reverse("tell_receipt"), {"code": code, "text": "The green lorries."})
    assert "The green lorries." in added.content.decode()
    empty = anybody.post(reverse("tell_receipt"), {"code": code, "text": " "})
    assert empty.status_code == 422


def test_a_wrong_code_says_nothing_of_what_exists(held: Books, anybody: Client) -> None:  # noqa: ARG001
    _told(anybody)
    for code in ("", "x", receipt(), "<script>", "A" * 5000):
        answer = anybody.post(reverse("tell_receipt"), {"code": code})
        assert answer.status_code == 404
        assert SENT["text"] not in answer.content.decode()
    assert anybody.get(reverse("tell_receipt") + f"?code={receipt()}").status_code == 200


def test_what_cannot_be_told_keeps_what_was_typed(held: Books, anybody: Client) -> None:
    answer = anybody.post(reverse("tell"), SENT | {"kind": "gossip"})
    assert answer.status_code == 422
    assert SENT["text"] in answer.content.decode()
    hostile = anybody.post(reverse("tell"), SENT | {"text": "<script>alert(1)</script>"})
    assert hostile.status_code == 201
    (lead,) = known(held.inspector)
    assert lead.tip.messages.get().text == "<script>alert(1)</script>"
    program = SimpleUploadedFile("a.exe", b"MZ\x00")
    assert anybody.post(reverse("tell"), SENT | {"files": program}).status_code == 422
    assert known(held.inspector).count() == 1


def test_who_sends_too_much_waits_and_others_do_not(held: Books, anybody: Client) -> None:  # noqa: ARG001
    answers = [anybody.post(reverse("tell_receipt"), {"code": "x"}) for _ in range(30)]
    last = answers[-1]
    assert last.status_code == 429
    assert int(last["Retry-After"]) > 0
    assert anybody.post(reverse("tell"), SENT).status_code == 429
    other = Client(REMOTE_ADDR="198.51.100.9")
    assert other.post(reverse("tell"), SENT).status_code == 201


def test_where_nobody_would_read_it_no_form_is_shown(db: None, anybody: Client) -> None:  # noqa: ARG001
    page = anybody.get(reverse("tell")).content.decode()
    assert 'name="text"' not in page
    assert "No office on this site takes tips" in page


def test_it_is_said_in_chinese(held: Books) -> None:  # noqa: ARG001
    page = Client(HTTP_ACCEPT_LANGUAGE="zh").get(reverse("tell")).content.decode()
    assert "举报违法出口行为" in page


def test_a_tip_without_words_is_asked_for_them(held: Books, anybody: Client) -> None:
    answer = anybody.post(reverse("tell"), SENT | {"text": " "})
    assert answer.status_code == 422
    assert "Tell what you know" in answer.content.decode()
    code = _told(anybody)
    again = anybody.post(reverse("tell_receipt"), {"code": code, "text": ""})
    assert "Tell what you know" in again.content.decode()
    assert held.inspector.pk


def test_nothing_stays_on_the_tellers_machine(held: Books) -> None:  # noqa: ARG001
    anybody = Client(enforce_csrf_checks=True, HTTP_USER_AGENT="Teller/1.0")
    answer = anybody.get(reverse("tell"))
    assert answer["Referrer-Policy"] == "same-origin"  # without one a browser's form is refused
    cookie = answer.cookies["csrftoken"]
    assert (cookie["max-age"], cookie["expires"]) == ("", "")  # it ends with the browser
