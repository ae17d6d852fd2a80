"""Every operation of the API about one thing asks for one action of the matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction

from support.access.gate_operations import OF_MANY
from support.access.gate_operations import OPERATIONS as GATE
from support.access.site import ASKED, OPERATOR, site
from support.api_calls import Program, program
from support.api_contract import operations
from support.forms import good_form

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from support.access.site import Site

OPERATIONS: dict[str, tuple[str, ...]] = {
    "get_application": ("application.read", "application.read_as_party"),
    "get_secrets": ("application.read_secret",),
    "list_papers": ("application.read",),
    "add_paper": ("paper.upload",),
    "get_paper": ("paper.read",),
    "list_rulings": ("application.read",),
    "renew_application_rulings": ("ruling.renew",),
    "put_form": ("application.save",),
    "patch_form": ("application.save",),
    "list_events": ("event.read",),
    "file_application": ("application.file",),
    "withdraw_application": ("application.withdraw",),
    "discard_application": ("application.discard",),
    "amend_application": ("application.amend",),
    "split_application": ("application.split",),
    "get_difference": ("application.read",),
    "follow_application": ("application.read",),
    "answer_question": ("case.answer",),
    "complete_application": ("case.answer",),
    "get_case": ("case.read",),
    "take_in_case": ("case.take_in",),
    "return_case": ("case.return",),
    "accept_case": ("case.accept",),
    "begin_review_of_case": ("case.route",),
    "consult_on_case": ("case.route",),
    "ask_applicant": ("case.ask",),
    "hold_case": ("case.hold",),
    "release_case": ("case.release",),
    "refer_case_up": ("case.refer",),
    "advise_on_case": ("advice.give",),
    "write_note_on_case": ("note.write",),
    "get_licence": ("licence.read",),
    "get_licence_pdf": ("licence.read",),
    "change_licence": ("licence.change",),
}
"""Each operation with the actions of which one lets a program in."""
NO_ONE_THING = {
    "list_applications", "create_application", "list_cases", "assign_tasks", "get_figures",
    "list_licences", "get_form", "get_template", "get_me", "precheck",
}  # fmt: skip
"""Of nothing or of many things: each has tests of its own."""
CHALLENGES = {
    "list_challenges", "list_challenges_of_declaration", "issue_challenge", "answer_challenge",
    "report_sample", "ask_identification", "add_challenge_paper", "get_challenge_paper",
    "get_challenge_notice", "get_challenge_result",
}  # fmt: skip
"""In test_challenges; their list and their papers in tests/desk/api/test_challenges."""
STATISTICS = {"list_vintages", "get_vintage", "list_statistics_cells"}
"""Of a regime's statisticians alone: in tests/desk/api/test_statistics."""
USAGE = {"get_usage", "get_usage_sums"}
"""Of many things, and sums of all: in tests/desk/api/test_usage."""
FOLLOW_UP = {
    "list_batches", "get_batch", "begin_batch", "make_batches", "hand_over_batch", "accept_batch", "list_leads",
    "get_lead", "list_duties", "get_duty", "report_duty",
}  # fmt: skip
"""In tests/desk/api/test_batches."""
CLOSED = frozenset({401, 403, 404})


def test_every_operation_stands_here() -> None:
    named = {found["operationId"] for _, _, found in operations()}
    at_gate = GATE.keys() | OF_MANY | CHALLENGES | FOLLOW_UP | STATISTICS | USAGE
    assert named == OPERATIONS.keys() | NO_ONE_THING | at_gate


def _bodies(made: Site) -> dict[str, Any]:
    why = {"text": "because"}
    asked = {"office": str(made.people[ASKED].organisation_id), "why": "because"}
    return {
        "put_form": good_form(), "patch_form": {"changes": {"application.months": "6"}},
        "withdraw_application": {"reason": "because"}, "answer_question": {"question": 1, **why},
        "complete_application": {"question": 1, **why}, "return_case": {"points": ["because"]},
        "consult_on_case": asked, "ask_applicant": why, "hold_case": {"reason": "policy", **why},
        "release_case": {"hold": 1, **why}, "refer_case_up": {"office": "state_council", **why},
        "advise_on_case": {"position": "no_objection"}, "write_note_on_case": why,
    }  # fmt: skip


def _let_in(caller: Program, method: str, path: str, name: str, body: object) -> bool:
    """Whether the operation let the program in; what it then finds amiss is another matter."""
    with transaction.atomic():
        if name == "add_paper":
            answer = caller.upload(path, "a.txt", b"text")
        elif method == "get":
            answer = caller.get(path)
        else:
            answer = caller.send(method.upper(), path, body, If_Match='"1"')
        transaction.set_rollback(True)
    return answer.status_code not in CLOSED


def _ident(name: str, made: Site) -> str:
    if name == "get_paper":
        return str(made.paper.pk)
    return str(made.licence.pk if "licence" in name else made.application.pk)


@pytest.mark.slow
@pytest.mark.django_db
def test_an_operation_lets_in_exactly_those_who_may(settings: Settings, tmp_path: Path) -> None:
    settings.PAPERS_ROOT = tmp_path
    made = site()
    del made.people[OPERATOR]  # has no tokens
    callers, bodies = {how: program(who) for how, who in made.people.items()}, _bodies(made)
    opened = {}
    for method, path, found in operations():
        name = found["operationId"]
        if name in OPERATIONS:
            address = path.removeprefix("/api/v1").format(ident=_ident(name, made))
            opened[name] = {
                how
                for how, caller in callers.items()
                if _let_in(caller, method, address, name, bodies.get(name))
            }
    assert opened == {name: made.may(*actions) for name, actions in OPERATIONS.items()}
    assert all(opened.values())
