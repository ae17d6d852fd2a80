from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from django.db import connection

from monazite.desk.applications.services import papers
from monazite.desk.events.models import Event
from support.api_calls import Program, filed, program
from support.papers import PDF, REFUSED, TAKEN

if TYPE_CHECKING:
    from support.offices import World


@pytest.fixture
def draft(signatory: Program) -> str:
    """The address of a draft."""
    return f"/applications/{signatory.post('/applications', {}).json()['id']}"


@pytest.mark.parametrize("name", TAKEN)
def test_a_file_comes_back_as_it_was_sent(signatory: Program, draft: str, name: str) -> None:
    added = signatory.upload(f"{draft}/papers", name, TAKEN[name])
    assert added.status_code == 201
    paper = added.json()
    assert paper["sha256"] == hashlib.sha256(TAKEN[name]).hexdigest()
    assert signatory.get(f"{draft}/papers").json()["items"] == [paper]
    opened = signatory.get(f"/papers/{paper['id']}")
    assert opened.content == TAKEN[name]
    assert opened["Content-Type"] == "application/octet-stream"
    assert opened["Content-Disposition"].startswith("attachment")
    assert opened["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_and_nothing_is_kept(
    signatory: Program, draft: str, name: str
) -> None:
    content, code = REFUSED[name]
    answer = signatory.upload(f"{draft}/papers", name, content)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, code)
    assert signatory.get(f"{draft}/papers").json()["items"] == []


@pytest.mark.django_db(transaction=True)
def test_no_transaction_waits_for_the_scanner(
    signatory: Program, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[bool] = []

    def scanned(*_: object) -> str:
        waiting.append(connection.in_atomic_block)
        return "clean"

    monkeypatch.setattr(papers, "scan", scanned)
    answer = signatory.upload(f"{draft}/papers", "a.pdf", PDF)
    assert (answer.status_code, answer.json()["scan"], waiting) == (201, "clean", [False])


def test_the_same_file_twice_is_one_paper(signatory: Program, draft: str) -> None:
    first, second = (signatory.upload(f"{draft}/papers", "a.pdf", PDF) for _ in range(2))
    assert first.json() == second.json()


@pytest.mark.parametrize("secret", ["yes", "", "1", "True"])
def test_secret_is_true_or_false(signatory: Program, draft: str, secret: str) -> None:
    answer = signatory.upload(f"{draft}/papers", "a.pdf", PDF, secret=secret)
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, "secret")


def test_a_trade_secret_is_named_to_nobody_who_may_not_read_it(
    w: World, signatory: Program
) -> None:
    ident = filed(signatory)
    draft = signatory.post(f"/applications/{ident}/amend").json()["id"]
    secret = {"secret": "true"}
    added = signatory.upload(f"/applications/{draft}/papers", "alloy.pdf", PDF, **secret).json()
    assert (added["secret"], added["name"]) == (True, "alloy.pdf")
    assert signatory.post(f"/applications/{draft}/file", If_Match="1").status_code == 200
    officer = program(w.intake_officer)
    listed = {
        each["id"]: each for each in officer.get(f"/applications/{draft}/papers").json()["items"]
    }
    hidden = listed[added["id"]]
    assert (hidden["name"], hidden["sha256"], hidden["readable"]) == ("", "", False)
    assert officer.get(f"/papers/{added['id']}").status_code == 403
    sealed = [each for each in listed.values() if not each["readable"]]
    assert len(sealed) == 1 + 3  # and what the form alone calls secret
    assert not [each for each in sealed if each["name"] or each["sha256"]]
    assert len(listed) > len(sealed)


def test_opening_a_secret_needs_its_scope_and_stands_in_the_log(
    w: World, signatory: Program, draft: str
) -> None:
    paper = signatory.upload(f"{draft}/papers", "alloy.pdf", PDF, secret="true").json()  # noqa: S106
    answer = program(w.signatory, "applications:read").get(f"/papers/{paper['id']}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "scope_missing")
    assert "secrets:read" in answer.json()["error"]["message"]
    assert signatory.get(f"/papers/{paper['id']}").status_code == 200
    assert Event.objects.filter(kind="secret_paper_opened").count() == 1


def test_another_firms_paper_is_not_there(w: World, signatory: Program, draft: str) -> None:
    paper = signatory.upload(f"{draft}/papers", "a.pdf", PDF).json()
    assert program(w.stranger).get(f"/papers/{paper['id']}").status_code == 404
    assert program(w.stranger).get(f"{draft}/papers").status_code == 404
