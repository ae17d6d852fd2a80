"""A POST with a key is done once, however often and from however many sides it comes."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection

from monazite.desk.applications.models import Application, Paper
from monazite.desk.events.models import Event
from monazite.desk.once.models import Answer
from support.api_calls import Program, filed, new_key, program, two_ways
from support.offices import world
from support.papers import PDF

if TYPE_CHECKING:
    from support.offices import World


def _counts() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Application, Event, Paper, Answer))


def _steps(caller: Program) -> dict[str, tuple[str, object]]:
    """Every POST that has no file, each on an application of its own."""
    split = two_ways()
    made = {name: caller.post("/applications", split).json()["id"] for name in ("discard", "split")}
    done = {name: filed(caller) for name in ("withdraw", "amend", "rulings/renew")}
    steps: dict[str, tuple[str, object]] = {
        "new": ("/applications", split),
        "check": ("/precheck", split),
    }
    for name, ident in (made | done).items():
        document = {"reason": "x"} if name == "withdraw" else None
        steps[name] = (f"/applications/{ident}/{name}", document)
    return steps


def test_a_replay_gets_the_first_answer_and_changes_nothing(signatory: Program) -> None:
    for path, document in _steps(signatory).values():
        key = new_key()
        first = signatory.post(path, document, Idempotency_Key=key)
        before = _counts()
        again = signatory.post(path, document, Idempotency_Key=key)
        assert first.status_code in {200, 201}, first.content
        assert (again.status_code, again.content) == (first.status_code, first.content)
        assert ("Idempotent-Replay" in first, again["Idempotent-Replay"]) == (False, "true")
        assert _counts() == before


def test_a_replay_says_in_which_language_it_is(signatory: Program) -> None:
    key = new_key()
    signatory.post("/precheck", {}, Idempotency_Key=key, Accept_Language="zh")
    again = signatory.post("/precheck", {}, Idempotency_Key=key, Accept_Language="en")
    assert (again["Idempotent-Replay"], again["Content-Language"]) == ("true", "zh-Hans")
    assert not again.json()["findings"][0]["message"].isascii()


def test_a_filing_is_replayed_after_the_state_has_moved_on(signatory: Program) -> None:
    ident = filed(signatory)
    draft = signatory.post(f"/applications/{ident}/amend").json()["id"]
    first = signatory.post(f"/applications/{draft}/file", If_Match="1", Idempotency_Key="f")
    assert signatory.post(f"/applications/{draft}/withdraw", {"reason": "x"}).status_code == 200
    again = signatory.post(f"/applications/{draft}/file", If_Match="1", Idempotency_Key="f")
    assert again.json() == first.json()
    assert again.json()["state"] == "submitted"


def test_an_upload_is_replayed_whatever_its_boundary(signatory: Program) -> None:
    path = f"/applications/{signatory.post('/applications', {}).json()['id']}/papers"
    first = signatory.upload(path, "a.pdf", PDF, key="u")
    part = b'Content-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n' + PDF + b"\r\n"
    body = b"--other\r\n" + part + b"--other--\r\n"
    form = "multipart/form-data; boundary=other"
    again = signatory.post(path, body, Content_Type=form, Idempotency_Key="u")
    assert (again.content, again["Idempotent-Replay"]) == (first.content, "true")


def test_an_upload_is_replayed_when_the_draft_is_gone(signatory: Program) -> None:
    draft = f"/applications/{signatory.post('/applications', {}).json()['id']}"
    first = signatory.upload(f"{draft}/papers", "a.pdf", PDF, key="u")
    assert signatory.post(f"{draft}/discard").status_code == 200
    again = signatory.upload(f"{draft}/papers", "a.pdf", PDF, key="u")
    assert (again.content, again["Idempotent-Replay"]) == (first.content, "true")
    other = signatory.upload(f"{draft}/papers", "b.pdf", PDF, key="u")
    assert other.json()["error"]["code"] == "key_reused"


@pytest.mark.parametrize("other", [{"contract": {"number": "2"}}, {"contract": {}}, {}])
def test_the_same_key_with_another_request_is_refused(signatory: Program, other: object) -> None:
    form = {"contract": {"number": "1"}}
    assert signatory.post("/applications", form, Idempotency_Key="k").status_code == 201
    answer = signatory.post("/applications", other, Idempotency_Key="k")
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "key_reused")
    elsewhere = signatory.post("/precheck", form, Idempotency_Key="k")
    assert elsewhere.json()["error"]["code"] == "key_reused"


def test_a_key_is_its_persons_own(w: World, signatory: Program) -> None:
    first = signatory.post("/applications", {}, Idempotency_Key="k").json()["id"]
    other = program(w.preparer).post("/applications", {}, Idempotency_Key="k").json()["id"]
    assert first != other


def test_a_refusal_leaves_its_key_free(signatory: Program) -> None:
    ident = signatory.post("/applications", {}).json()["id"]
    path = f"/applications/{ident}/withdraw"
    assert signatory.post(path, {"reason": "x"}, Idempotency_Key="k").status_code == 409
    assert not Answer.objects.filter(key="k").exists()
    assert signatory.post("/applications", {}, Idempotency_Key="k").status_code == 201


@pytest.mark.django_db(transaction=True)
def test_eight_at_once_are_one(settings: Any, tmp_path: Any) -> None:
    settings.PAPERS_ROOT = tmp_path
    person = world().signatory
    callers = [program(person) for _ in range(8)]
    answers: list[Any] = []

    def call(caller: Program) -> None:
        answers.append(
            caller.post("/applications", {"contract": {"number": "1"}}, Idempotency_Key="k")
        )
        connection.close()

    threads = [threading.Thread(target=call, args=[caller]) for caller in callers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert sum("Idempotent-Replay" not in answer for answer in answers) == 1
    assert Application.objects.count() == 1
