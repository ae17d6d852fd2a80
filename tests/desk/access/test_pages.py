"""Every page of one thing asks for one action of the matrix, of whoever opens it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse

from support.access.site import ASKED, site
from support.desk_people import signed_in

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from monazite.desk.people.models import Person

PAGES = {
    "detail": "application.read",
    "form": "application.read",
    "save": "application.save",
    "upload": "paper.upload",
    "paper": "paper.read",
    "take_away": "application.save",
    "check": "application.read",
    "file": "application.file",
    "receipt": "application.read",
    "written": "application.read",
    "discard": "application.discard",
    "withdraw": "application.withdraw",
    "answer": "case.answer",
    "reconsider": "case.reconsider",
    "amend": "application.amend",
    "split": "application.split",
    "name_reviewer": "reviewer.name",
    "secrets": "application.read_secret",
    "renew": "ruling.renew",
    "party": "application.read_as_party",
    "case": "case.read",
    "licence": "licence.read",
    "licence_pdf": "licence.read",
    "licence_change": "licence.change",
    "licence_surrender": "licence.surrender",
    "licence_order": "licence.order",
    "order_sign": "licence.sign",
    "order_back": "licence.sign",
}
"""Each page about an application, its case or its licence, with the action that opens it."""
NO_ONE_THING = {
    "home", "page_token", "applications", "new", "import", "template", "queue", "queue_csv",
    "queue_xlsx", "queue_bulk", "queue_filter_keep", "queue_filter_drop", "mentions",
    "mentions_read", "mention", "licences", "figures", "figures_file", "verify_asked", "verify",
}  # fmt: skip
"""Pages of nothing, of many things, or of everybody: each has tests of its own."""
ELSEWHERE = {
    "case_act",  # one page for many acts, each shown with its service in test_calls
    "difference",  # of what was amended: tests/desk/pages/test_asking.py
    "history",  # the auditors' alone; applicants have it on `detail`
    # Challenges, in test_challenges; their list in tests/desk/pages/challenges.
    "challenges", "challenge", "challenge_issue", "challenge_act", "challenge_upload",
    "challenge_paper", "challenge_notice", "challenge_result",
    # Batches, leads, tips and duties: in tests/desk/pages of each.
    "batches", "batch", "batch_begin", "batch_make", "batch_hand_over", "batch_accept", "batches_explained",
    "quota", "leads", "lead", "lead_act", "tip_paper", "tell", "tell_receipt", "duties", "duty",
    "duty_report", "duty_upload", "duty_paper",
    # Declarations and manifests, in test_declarations; lists in tests/desk/pages of each.
    "declarations", "declaration", "declaration_new", "declaration_check", "declaration_amend",
    "declaration_act", "manifests", "manifest", "manifest_lodge", "manifest_template",
    # Snapshots, of an office's customs officers alone: in tests/desk/pages/test_offline.
    "offline", "offline_take", "offline_snapshot", "offline_file", "offline_merge",
    "offline_give_up",
    # Statistics, of a regime's statisticians alone: in tests/desk/pages/test_statistics.
    "statistics", "statistics_prepare", "statistics_exclude", "statistics_include",
    "statistics_vintage", "statistics_release", "statistics_back", "statistics_flows",
    # Maps of users and uses: in tests/desk/pages/test_usage.
    "usage", "usage_file", "usage_sums", "usage_sums_file",
}  # fmt: skip
POSTED = {"withdraw", "split", "licence_surrender", "answer", "reconsider"}
"""Pages whose GET shows a question, or leads to the page that does, and whose POST acts."""
CLOSED = frozenset({403, 404})
NO_GET = 405


def _patterns() -> dict[str, Any]:
    every: list[Any] = get_resolver().url_patterns
    (found,) = (each for each in every if _name(each) == "monazite.desk.pages.urls")
    return {each.name: each for each in _flat(found.url_patterns)}


def _name(pattern: Any) -> str:
    return getattr(getattr(pattern, "urlconf_name", None), "__name__", "")


def _flat(found: list[Any]) -> list[Any]:
    return [
        leaf
        for each in found
        for leaf in (_flat(each.url_patterns) if hasattr(each, "url_patterns") else [each])
    ]


def test_every_page_stands_here() -> None:
    assert _patterns().keys() == PAGES.keys() | NO_ONE_THING | ELSEWHERE


def _address(name: str, values: dict[str, Any]) -> str:
    needed = _patterns()[name].pattern.converters
    return reverse(name, kwargs={key: values[key] for key in needed})


def _opened(who: Person, name: str, address: str, sent: dict[str, Any]) -> bool:
    """Whether the page let the person in; what it then finds amiss is another matter."""
    client = Client()
    signed_in(client, who)
    with transaction.atomic():
        answer = client.get(address)
        if name in POSTED or answer.status_code == NO_GET:
            file = SimpleUploadedFile("a.txt", b"text")
            answer = client.post(address, sent | {"key": str(uuid.uuid4()), "file": file})
        if answer.streaming:
            b"".join(answer)  # a file that is given out is then closed
        transaction.set_rollback(True)
    return answer.status_code not in CLOSED


@pytest.mark.slow
@pytest.mark.django_db
def test_a_page_opens_for_exactly_those_who_may(settings: Settings, tmp_path: Path) -> None:
    settings.PAPERS_ROOT = tmp_path
    made = site()
    values = {
        "ident": made.application.pk, "licence_id": made.licence.pk, "order_id": made.order.pk,
        "paper_id": made.paper.pk, "step": "lines", "kind": "json", "lang": "en",
    }  # fmt: skip
    sent = {
        "version": str(made.application.version), "text": "because", "reason": "because",
        "person": str(made.people[ASKED].pk), "kind": "suspend", "grounds": "security",
    }  # fmt: skip
    opened = {
        name: {
            how
            for how, who in made.people.items()
            if _opened(who, name, _address(name, values), sent)
        }
        for name in PAGES
    }
    assert opened == {name: made.may(action) for name, action in PAGES.items()}
    assert all(opened.values())
