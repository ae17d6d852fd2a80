"""Pages of posts without a line: taken, shown, brought home, closed to everybody else."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from monazite.desk.events.signing import Signer
from monazite.desk.gate.models import Declaration
from monazite.desk.offline.models import Snapshot
from support.at_gate import Gate, gate
from support.desk_people import signed_in
from support.offices import firm, person
from support.posts import document, home, let_go, taken

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from monazite.customs.offline.journal import Exit
    from monazite.desk.people.models import Person


@pytest.fixture
def g(db: None, settings: Settings, tmp_path: Path) -> Gate:  # noqa: ARG001
    settings.PAPERS_ROOT, settings.SIGNING_KEY = tmp_path / "papers", tmp_path / "signing.pem"
    signer = Signer.new()
    settings.SIGNING_KEY.write_bytes(signer.pem())
    (tmp_path / "public.pem").write_bytes(signer.public_pem())
    return gate()


def reader(who: Person) -> Client:
    return signed_in(Client(), who)


def form(g: Gate, **changes: str) -> dict[str, Any]:
    empty = ["", ""]
    return {
        "post": "Erenhot road", "hours": "24", "licence": [g.licence.number, *empty],
        "line": ["1", *empty], "quantity": ["300", *empty], "value": ["", *empty],
        "uses": ["", *empty],
    } | changes  # fmt: skip


def journal(one: Snapshot) -> SimpleUploadedFile:
    text = (
        f'{{"format":"monazite-offline-journal-1","snapshot":"{one.pk}","head":"{one.sha256}",'
        '"exported_at":null,"closed":true,"exits":[]}'
    )
    return SimpleUploadedFile("j.json", text.encode())


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_snapshot_is_taken_shown_and_comes_home(g: Gate, lang: str) -> None:
    client = reader(g.officer)
    client.cookies["monazite_language"] = lang
    answer = client.post(reverse("offline_take"), form(g))
    one = Snapshot.objects.get()
    path = reverse("offline_snapshot", args=[one.pk])
    assert answer["Location"] == path
    text = client.get(path).content.decode()
    assert g.licence.number in text
    assert "300 kg" in text
    assert b"monazite-offline-1" in client.get(reverse("offline_file", args=[one.pk])).content
    client.post(reverse("offline_merge", args=[one.pk]), {"file": journal(one)})
    assert Snapshot.objects.get().closed_at is not None
    assert "Erenhot road" in client.get(reverse("offline")).content.decode()
    assert g.sums == (0, 0, 0)


@pytest.mark.parametrize(
    ("change", "status", "told"),
    [
        ({"hours": "many"}, 422, "Hours: “many” is no whole number"),
        ({"hours": "999"}, 422, "Hours: “999” does not lie between 1 and"),
        ({"quantity": "ten"}, 422, "“ten” is no amount"),
        ({"quantity": "1001"}, 409, "1001"),
        ({"quantity": "1" + "0" * 30}, 422, "cannot be set aside"),
        ({"quantity": "-5"}, 422, "Quantity: the line of the licence is bounded by it"),
        ({"uses": "1.5"}, 422, "How often: “1.5” is no whole number"),
        ({"licence": "CN-L-2026-999999"}, 409, "CN-L-2026-999999"),
        ({"post": ""}, 422, "Post: fill it in, with 1 to"),
    ],
)
def test_what_was_typed_stays_where_it_cannot_be_used(
    g: Gate, change: dict[str, str], status: int, told: str
) -> None:
    typed = {name: each[0] if isinstance(each, list) else each for name, each in form(g).items()}
    answer = reader(g.officer).post(reverse("offline_take"), typed | change)
    assert answer.status_code == status
    text = answer.content.decode()
    assert 'role="alert"' in text
    assert told in text
    assert all(f'value="{each}"' in text for each in change.values())
    assert g.sums == (0, 0, 0)


def test_what_came_home_leads_to_its_declaration(g: Gate) -> None:
    one = taken(g)
    exits: list[Exit] = []
    let_go(one, exits, document(g, 100))
    data = SimpleUploadedFile("j.json", home(one, exits))
    client = reader(g.officer)
    client.post(reverse("offline_merge", args=[one.pk]), {"file": data})
    page = client.get(reverse("offline_snapshot", args=[one.pk])).content.decode()
    assert reverse("declaration", args=[Declaration.objects.get().pk]) in page


def test_a_file_that_is_no_journal_is_named_on_the_page(g: Gate) -> None:
    client = reader(g.officer)
    client.post(reverse("offline_take"), form(g))
    path = reverse("offline_merge", args=[Snapshot.objects.get().pk])
    other = b'{"format":"monazite-offline-journal-1","snapshot":"7","head":"","exits":[]}'
    other = other[:-1] + b',"exported_at":null,"closed":true}'
    for data, told in (
        (None, "No journal was chosen"), (b"{}", "no journal of a post"),
        (b"{", "no journal of a post"), (other, "another snapshot (7)"),
    ):  # fmt: skip
        sent = {} if data is None else {"file": SimpleUploadedFile("j.json", data)}
        answer = client.post(path, sent)
        assert answer.status_code == 422
        assert told in answer.content.decode()


def test_a_snapshot_is_given_up_after_its_time(g: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    client = reader(g.officer)
    client.post(reverse("offline_take"), form(g))
    one = Snapshot.objects.get()
    path = reverse("offline_give_up", args=[one.pk])
    assert client.post(path, {"text": "Lost."}).status_code == 409
    later = one.expires_at + timedelta(seconds=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    reader(g.officer).post(path, {"text": "Lost."})
    assert g.sums == (0, 0, 0)


def test_the_pages_open_for_customs_officers_of_the_office_alone(g: Gate) -> None:
    reader(g.officer).post(reverse("offline_take"), form(g))
    one = Snapshot.objects.get().pk
    elsewhere = person(firm("agency", "Inland", regime="CN", duty="customs"), "customs_officer")
    gets = [reverse(name, args=[one]) for name in ("offline_snapshot", "offline_file")]
    posts = [reverse(name, args=[one]) for name in ("offline_merge", "offline_give_up")]
    for who in (elsewhere, g.declarant, g.w.chief):
        client = reader(who)
        assert {client.get(path).status_code for path in gets} <= {403, 404}
        assert {client.post(path, {"text": "x"}).status_code for path in posts} <= {403, 404}
        if who != elsewhere:
            assert client.get(reverse("offline")).status_code == 403
            assert client.post(reverse("offline_take"), form(g)).status_code == 403
