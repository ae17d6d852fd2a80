"""Every page and operation of a challenge asks for one action of the matrix, of whoever comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse

from monazite.desk.gate.services import challenging
from monazite.desk.gate.services.challenging import Verdict
from monazite.desk.people.may import may
from monazite.desk.people.models import Person
from support.api_calls import Program, program
from support.challenges import (
    VIA,
    analysed,
    answered,
    court,
    handed_in,
    identified,
    judged,
    lodged,
)
from support.desk_people import organisation, person, signed_in, verified
from support.offices import law_today

if TYPE_CHECKING:
    import uuid
    from pathlib import Path

    from pytest_django import Settings

    from monazite.desk.gate.models import Declaration
    from support.challenges import Court

CLOSED = frozenset({403, 404})
_READ = "declaration.read"
PAGES: dict[str, str | tuple[str, ...]] = {
    "challenge": _READ,
    "challenge_notice": _READ,
    "challenge_result": _READ,
    "challenge_issue": "challenge.issue",
    "challenge_upload": ("challenge.answer", "sample.report", "challenge.judge"),
}
"""Each page about a challenge, with the actions of which one opens it."""
ACTS = {
    "answer": "challenge.answer",
    "sample": "sample.report",
    "ask": "challenge.ask",
    "judge": "challenge.judge",
}
"""Each act of the page, with its action; signing is shown in tests/desk/gate/challenging."""
OPERATIONS: dict[str, str | tuple[str, ...]] = {
    "list_challenges_of_declaration": _READ,
    "issue_challenge": "challenge.issue",
    "answer_challenge": "challenge.answer",
    "report_sample": "sample.report",
    "ask_identification": "challenge.ask",
    "add_challenge_paper": ("challenge.answer", "sample.report"),
    "get_challenge_notice": _READ,
    "get_challenge_result": _READ,
}
_TEXT = "because it is so"
_OF = "/declarations/{declaration}/challenges"
_CALLS: dict[str, tuple[str, Any]] = {
    "list_challenges_of_declaration": (_OF, None),
    "issue_challenge": (_OF, {"items": [1], "grounds": ["other"], "text": _TEXT}),
    "answer_challenge": (f"{_OF}/answer", {"text": _TEXT}),
    "report_sample": (
        f"{_OF}/samples",
        {"item": 1, "laboratory": "L", "method": "X", "taken_on": "2026-01-05", "contains": "Dy"},
    ),
    "ask_identification": (f"{_OF}/identification", {"text": _TEXT}),
    "add_challenge_paper": ("/declarations/{declaration}/papers", b"text"),
    "get_challenge_notice": ("/challenges/{challenge}/notice.pdf", None),
    "get_challenge_result": ("/challenges/{challenge}/result.pdf", None),
}


def people(c: Court) -> dict[str, Person]:
    """Somebody for each way to stand to a declaration whose licensing office was asked."""
    elsewhere = organisation("agency", duty="customs")
    return {
        "declarant": c.g.declarant,
        "preparer": c.g.w.preparer,
        "stranger": c.g.stranger,
        "officer": c.g.officer,
        "officer of another office": verified(person("customs_officer", at=elsewhere)),
        "laboratory": c.laboratory,
        "auditor of customs": verified(person("auditor", at=c.g.customs)),
        "licensing officer": c.licensing_officer,
        "reviewer of the licensing office": c.g.w.reviewer,
        "intake officer": c.g.w.intake_officer,
    }


def who_may(
    of: dict[str, Person], declaration: Declaration, actions: str | tuple[str, ...]
) -> set[str]:
    """Those who may do one of these, after their second factor."""
    asked = (actions,) if isinstance(actions, str) else actions
    found = set()
    for how, who in of.items():
        fresh = Person.objects.get(pk=who.pk)
        fresh.otp_device = object()
        if any(may(fresh, action, declaration) for action in asked):
            found.add(how)
    return found


def challenged_twice(c: Court) -> tuple[Declaration, uuid.UUID, uuid.UUID]:
    """A declaration with one challenge that was judged and one that is open; their ids."""
    declaration = lodged(c)
    first = answered(c, declaration)
    identified(c, declaration, "not_controlled")
    judged(c, declaration, "not_controlled")
    declaration.refresh_from_db()
    second = answered(c, declaration)
    return declaration, first.pk, second.pk


def opened(who: Person, address: str, sent: dict[str, Any] | None) -> bool:
    """Whether the page let the person in; what it then finds amiss is another matter."""
    client = signed_in(Client(), who)
    with transaction.atomic():
        answer = client.get(address) if sent is None else client.post(address, sent)
        transaction.set_rollback(True)
    return answer.status_code not in CLOSED


@pytest.fixture
def c(db: None, settings: Settings, tmp_path: Path) -> Court:  # noqa: ARG001
    settings.PAPERS_ROOT = tmp_path
    return court()


@pytest.mark.slow
def test_a_page_opens_for_exactly_those_who_may(c: Court) -> None:
    declaration, closed, _ = challenged_twice(c)
    declaration.refresh_from_db()
    of = people(c)
    for name, actions in PAGES.items():
        ident = declaration.pk if name == "challenge_issue" else closed
        more = {"lang": "en"} if name in {"challenge_notice", "challenge_result"} else {}
        address = reverse(name, kwargs={"ident": ident} | more)
        file = {"kind": "contract", "file": SimpleUploadedFile("a.txt", b"text")}
        sent = file if name == "challenge_upload" else None
        let_in = {how for how, who in of.items() if opened(who, address, sent)}
        assert let_in == who_may(of, declaration, actions), name
        assert let_in, name


@pytest.mark.slow
def test_an_act_is_done_for_exactly_those_who_may(c: Court) -> None:
    declaration, _, ident = challenged_twice(c)
    declaration.refresh_from_db()
    of = people(c)
    for name, action in ACTS.items():
        address = reverse("challenge_act", args=[ident, name])
        sent = {"key": "k" * 24, "seen": str(declaration.event_seq), "text": _TEXT}
        let_in = {how for how, who in of.items() if opened(who, address, sent)}
        assert let_in == who_may(of, declaration, action), name


@pytest.mark.slow
def test_an_operation_lets_in_exactly_those_who_may(c: Court) -> None:
    declaration, closed, _ = challenged_twice(c)
    declaration.refresh_from_db()
    of = people(c)
    callers = {how: program(who) for how, who in of.items()}
    for name, action in OPERATIONS.items():
        path, body = _CALLS[name]
        address = path.format(declaration=declaration.pk, challenge=closed)
        let_in = {how for how, caller in callers.items() if _called(caller, address, body)}
        assert let_in == who_may(of, declaration, action), name
        assert let_in, name


def _called(caller: Program, address: str, body: object) -> bool:
    with transaction.atomic():
        if body is None:
            answer = caller.get(address)
        elif isinstance(body, bytes):
            answer = caller.upload(address, "a.txt", body, kind="contract")
        else:
            answer = caller.post(address, body)
        transaction.set_rollback(True)
    return answer.status_code not in CLOSED


def test_a_proposal_of_the_other_office_is_not_signed(c: Court) -> None:
    """Who may sign for one side is a stranger to the other's proposal."""
    declaration = lodged(c)
    answered(c, declaration)
    analysed(c, declaration, c.g.line.contains)
    handed_in(declaration, c.laboratory, "laboratory_report")
    challenging.ask_identification(c.g.officer, declaration.pk, _TEXT, VIA)
    verdict = Verdict("not_controlled", "", (), _TEXT)
    proposed = challenging.judge(c.licensing_officer, declaration.pk, verdict, VIA)
    address = reverse("challenge_act", args=[proposed.challenge_id, "sign"])
    sent = {"key": "s" * 24, "seen": "99", "judgement": str(proposed.pk), "on": str(law_today())}
    assert not opened(c.g.officer, address, sent | {"seen": str(_seq(declaration))})
    assert opened(c.chief, address, sent | {"seen": str(_seq(declaration))})


def _seq(declaration: Declaration) -> int:
    declaration.refresh_from_db()
    return declaration.event_seq
