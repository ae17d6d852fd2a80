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
from support.offices import firm, person
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
    for told in ("GOES", "TOO-MUCH", "UNREAD", "could not be lodged", "row 3 of the file"):
        assert told in page, told
    assert (
        "TOO-MUCH"
        not in declarant.get(answer.headers["Location"] + "?state=cleared").content.decode()
    )


def test_all_or_nothing_keeps_nothing_and_says_why(declarant: Client, g: Gate) -> None:
    answer = handed_in(declarant, "many.json", three(g), "all")
    assert answer.status_code == 422
    assert "nothing was lodged" in answer.content.decode()
    told = answer.content.decode()
    for each in ("TOO-MUCH", "are to leave, and", "UNREAD", "Commodity code", "do not: 2."):
        assert each in told, each
    assert "GOES" not in told
    assert 'value="M-1"' in answer.content.decode()
    assert not Declaration.objects.exists()
    assert not Manifest.objects.exists()


def test_nothing_that_can_be_kept_is_said_as_that(declarant: Client, g: Gate) -> None:
    rows = [g.document(reference="", item_quantity="-5")]
    told = handed_in(declarant, "many.json", json.dumps(rows).encode()).content.decode()
    assert "none of the declarations can be kept" in told
    assert "all was to go together" not in told
    for each in ("Without a reference", "row 1 of the file", "Quantity</span>"):
        assert each in told, each


def test_what_is_no_declaration_spoils_no_other(declarant: Client, g: Gate) -> None:
    rows = [g.document(reference="GOES"), "gibberish", None]
    answer = handed_in(declarant, "many.json", json.dumps(rows).encode())
    assert [row.reference for row in Declaration.objects.all()] == ["GOES"]
    page = declarant.get(answer.headers["Location"]).content.decode()
    assert "Row 2 is no declaration but “gibberish”" in page
    assert len(Manifest.objects.get().unlodged) == 2


def test_a_manifest_sent_twice_is_answered_alike(declarant: Client, g: Gate) -> None:
    data = three(g)
    first, second = (handed_in(declarant, "many.json", data) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    assert Declaration.objects.count() == 2
    other = handed_in(declarant, "many.json", json.dumps([g.document()]).encode())
    assert other.status_code == 422


def template(declarant: Client, kind: str) -> bytes:
    answer = declarant.get(reverse("manifest_template", args=[kind]))
    assert answer.status_code == 200
    return b"".join(answer) if answer.streaming else answer.content


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_the_example_of_the_template_is_never_lodged(declarant: Client, g: Gate, kind: str) -> None:
    answer = handed_in(declarant, f"template.{kind}", template(declarant, kind))
    assert answer.status_code == 422
    assert "reference of the template" in answer.content.decode()
    assert not Declaration.objects.exists()
    assert g.sums[0] == 0


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_the_template_goes_through_under_a_reference_of_its_own(
    declarant: Client, g: Gate, kind: str
) -> None:
    data = template(declarant, kind).replace(b"EXAMPLE", b"OWN-1")
    lodged = handed_in(declarant, f"template.{kind}", data)
    assert lodged.status_code == 302, lodged.content.decode()[:3000]
    row = Declaration.objects.get()
    found = [(f["code"], f["path"]) for f in row.findings]
    items = [(f["code"], f["path"]) for item in row.items.all() for f in item.findings]
    assert (row.state, found, items) == ("cleared", [], [])
    assert g.sums[0] == 1, "one of what the licence is counted in, not all that is left"


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.pdf", b"%PDF-", "a.pdf is none that can be read"),
        ("a.json", b'[\n{"mode":', "breaks off or is not well-formed at line 2"),
        ("a.json", b"[]", "no declaration in it"),
        ("a.json", b"7", "must be a list of declarations"),
        ("a.csv", b"\xff\xfe", "not written in UTF-8"),
        ("a.csv", b"reference,nonsense\r\nA,1\r\n", "nonsense"),
        ("a.csv", b'reference,mode\r\n"A', "breaks off"),
        ("a.csv", b"reference\r\n", "no declaration in it"),
        ("a.csv", b"", "no declaration in it"),
        ("a.xlsx", b"PK\x03\x04", "cannot be read as a workbook"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(
    declarant: Client, name: str, data: bytes, told: str
) -> None:
    answer = handed_in(declarant, name, data)
    assert answer.status_code == 422
    said = answer.content.decode()
    assert 'role="alert"' in said
    assert told in said
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


def test_a_manifest_lies_before_each_office_of_it_and_each_sees_its_own(
    declarant: Client, g: Gate
) -> None:
    offices = {
        name: official(
            person(
                firm("agency", name, regime="CN", duty="customs", identifier=code),
                "customs_officer",
            )
        )
        for name, code in (("Ningbo Customs", "3104"), ("Shanghai Customs", "2248"))
    }
    documents = [
        g.document(reference="NINGBO"),
        g.document(reference="SHANGHAI", port="Shanghai Yangshan"),
    ]
    path = handed_in(declarant, "two.json", json.dumps(documents).encode()).headers["Location"]
    assert {row.office.name for row in Declaration.objects.all()} == set(offices)
    for client, own, other in (
        (offices["Ningbo Customs"], "NINGBO", "SHANGHAI"),
        (offices["Shanghai Customs"], "SHANGHAI", "NINGBO"),
    ):
        assert "M-1" in client.get(LIST).content.decode()
        page = client.get(path).content.decode()
        assert (own in page, other in page) == (True, False)
    assert official(g.officer).get(path).status_code == 404
