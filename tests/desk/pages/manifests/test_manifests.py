"""Manifests: a file is handed in, each of its declarations is answered, and what is wrong is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from monazite.desk.gate.models import Declaration, Manifest
from support.pages import Upload, official

if TYPE_CHECKING:
    from django.http import HttpResponse

    from support.at_gate import Gate

LIST, LODGE = reverse("manifests"), reverse("manifest_lodge")
MOST = 25


def handed_in(
    client: Client, name: str, data: bytes, mode: str = "each", reference: str = "M-1"
) -> HttpResponse:
    sent = {"reference": reference, "mode": mode, "file": Upload(name, data)}
    return client.post(LODGE, sent)  # type: ignore[return-value]


def three(g: Gate) -> bytes:
    """One that goes, one of too much, one without a code."""
    documents: list[dict[str, Any]] = [
        g.document(reference="GOES"),
        g.document(reference="TOO-MUCH", item_quantity="5000", item_mass_kg="5000"),
        g.document(reference="UNREAD", item_hs=""),
    ]
    return json.dumps(documents).encode()


def test_each_declaration_is_answered_for_itself(declarant: Client, g: Gate) -> None:
    answer = handed_in(declarant, "many.json", three(g))
    assert answer.status_code == 302
    row = Manifest.objects.get()
    assert (row.lines, row.cleared, row.refused, len(row.unlodged)) == (3, 1, 1, 1)
    page = declarant.get(answer.headers["Location"]).content.decode()
    for told in ("GOES", "TOO-MUCH", "UNREAD", "could not be lodged", "rows 3 of the file"):
        assert told in page, told
    assert (
        "TOO-MUCH"
        not in declarant.get(answer.headers["Location"] + "?state=cleared").content.decode()
    )


def test_all_or_nothing_keeps_nothing_and_says_why(declarant: Client, g: Gate) -> None:
    answer = handed_in(declarant, "many.json", three(g), "all")
    assert answer.status_code == 422
    assert "nothing was lodged" in answer.content.decode()
    assert "UNREAD" in answer.content.decode()
    assert 'value="M-1"' in answer.content.decode()
    assert not Declaration.objects.exists()
    assert not Manifest.objects.exists()


def test_a_manifest_sent_twice_is_answered_alike(declarant: Client, g: Gate) -> None:
    data = three(g)
    first, second = (handed_in(declarant, "many.json", data) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    assert Declaration.objects.count() == 2
    other = handed_in(declarant, "many.json", json.dumps([g.document()]).encode())
    assert other.status_code == 422


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_the_template_goes_through_as_it_is(declarant: Client, g: Gate, kind: str) -> None:
    answer = declarant.get(reverse("manifest_template", args=[kind]))
    assert answer.status_code == 200
    data = b"".join(answer) if answer.streaming else answer.content
    lodged = handed_in(declarant, f"template.{kind}", data)
    assert lodged.status_code == 302, lodged.content.decode()[:3000]
    row = Declaration.objects.get()
    found = [(f["code"], f["path"]) for f in row.findings]
    items = [(f["code"], f["path"]) for item in row.items.all() for f in item.findings]
    assert (row.state, found, items) == ("cleared", [], [])
    assert g.sums[0] == 1000


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"%PDF-"), ("a.json", b"{"), ("a.json", b"[]"), ("a.csv", b"\xff\xfe"),
        ("a.csv", b"reference,nonsense\r\nA,1\r\n"), ("a.xlsx", b"PK\x03\x04"), ("a.csv", b""),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_told(declarant: Client, name: str, data: bytes) -> None:
    answer = handed_in(declarant, name, data)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert not Manifest.objects.exists()


def test_no_file_and_no_mode_are_told(declarant: Client) -> None:
    assert declarant.post(LODGE, {"reference": "M", "mode": "each"}).status_code == 422
    assert handed_in(declarant, "a.json", b"[{}]", "some").status_code == 422
    assert declarant.get(LODGE).status_code == 302


def test_need_to_know(declarant: Client, g: Gate) -> None:
    address = handed_in(declarant, "many.json", three(g)).headers["Location"]
    stranger, officer = Client(), official(g.officer)
    stranger.force_login(g.stranger)
    assert stranger.get(address).status_code == 404
    assert "M-1" not in stranger.get(LIST).content.decode()
    assert officer.get(address).status_code == 200
    assert "M-1" in officer.get(LIST).content.decode()
    assert 'name="file"' not in officer.get(LIST).content.decode()
    assert handed_in(officer, "many.json", three(g)).status_code in {403, 404}
    assert officer.get(reverse("manifest_template", args=["csv"])).status_code in {403, 404}
    assert declarant.get(reverse("manifest_template", args=["pdf"])).status_code == 404


def test_pages_ask_the_database_little(declarant: Client, g: Gate) -> None:
    address = handed_in(declarant, "many.json", three(g)).headers["Location"]
    for each in (LIST, address):
        declarant.get(each)
        with CaptureQueriesContext(connection) as asked:
            assert declarant.get(each).status_code == 200
        assert len(asked) <= MOST, "\n".join(q["sql"][:160] for q in asked.captured_queries)
