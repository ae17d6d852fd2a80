"""Every operation about one declaration asks for one action of the matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction

from monazite.desk.gate import services
from monazite.desk.people.may import may
from support.access.gate_operations import OPERATIONS
from support.api_calls import Program, program
from support.api_contract import operations
from support.at_gate import Gate, gate
from support.desk_people import organisation
from support.offices import firm, person

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from monazite.desk.people.models import Person

CLOSED = frozenset({401, 403, 404})


def _people(g: Gate) -> dict[str, Person]:
    elsewhere = firm("agency", "Example Inland Customs", regime="CN", duty="customs")
    return {
        "declarant": g.declarant,
        "preparer": g.w.preparer,
        "signatory": g.w.signatory,
        "another firm's declarant": g.stranger,
        "customs officer": g.officer,
        "officer of another customs office": person(elsewhere, "customs_officer"),
        "laboratory": person(g.customs, "laboratory"),
        "enforcement": person(g.customs, "enforcement_officer"),
        "statistician": person(g.customs, "statistician"),
        "chief of the licensing office": g.w.chief,
        "partner": person(organisation("foreign"), "partner"),
    }


def _let_in(caller: Program, method: str, path: str, body: Any) -> bool:
    with transaction.atomic():
        answer = caller.get(path) if method == "get" else caller.post(path, body)
        transaction.set_rollback(True)
    return answer.status_code not in CLOSED


@pytest.mark.slow
@pytest.mark.django_db
def test_an_operation_lets_in_exactly_those_who_may(settings: Settings, tmp_path: Path) -> None:
    settings.PAPERS_ROOT = tmp_path
    g = gate()
    made = services.lodge(g.declarant, g.document(), "page")
    people = _people(g)
    callers = {how: program(who) for how, who in people.items()}
    opened, allowed = {}, {}
    for method, path, found in operations():
        name = found["operationId"]
        if name not in OPERATIONS:
            continue
        action, body = OPERATIONS[name]
        address = path.removeprefix("/api/v1").format(ident=made.pk)
        allowed[name] = {how for how, who in people.items() if may(who, action, made)}
        opened[name] = {how for how in people if _let_in(callers[how], method, address, body)}
    assert opened == allowed
    assert opened.keys() == OPERATIONS.keys()
    assert all(opened.values())
