from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.customs.procedure import machine
from monazite.desk.applications.errors import Refused
from monazite.desk.gate import services
from monazite.desk.gate.services import challenging
from monazite.law.procedure import NotAllowed
from support.challenges import (
    GIVEN,
    VIA,
    answered,
    challenged,
    document,
    identified,
    judged,
    lodged,
    now,
)
from support.offices import law_today

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.desk.gate.models import Declaration
    from support.challenges import Court

ACTS: dict[str, Callable[[Court, Declaration], object]] = {
    "exit": lambda c, d: services.confirm_exit(c.g.officer, d.pk, law_today(), {}, VIA, seen=None),
    "clear": lambda c, d: services.clear(c.g.officer, d.pk, "Go.", VIA, seen=None),
    "hold": lambda c, d: services.hold(c.g.officer, d.pk, "Stay.", VIA, seen=None),
    "refuse": lambda c, d: services.refuse(c.g.officer, d.pk, "No.", VIA, seen=None),
    "amend": lambda c, d: services.amend(c.g.declarant, d.pk, document(c), VIA),
    "cancel": lambda c, d: services.cancel(c.g.declarant, d.pk, "Sold.", VIA, seen=None),
    "challenge": lambda c, d: challenging.issue_challenge(c.g.officer, d.pk, GIVEN, VIA),
}
AT: dict[str, Callable[[Court, Declaration], object]] = {
    "issued": challenged,
    "answered": answered,
    "identification_requested": lambda c, d: (
        answered(c, d),
        challenging.ask_identification(c.g.officer, d.pk, "What are they?", VIA),
    ),
    "identified": lambda c, d: (answered(c, d), identified(c, d, "not_controlled")),
}


@pytest.mark.parametrize("act", sorted(ACTS))
@pytest.mark.parametrize("at", sorted(AT))
def test_nothing_but_a_judgement_leads_out_of_a_challenge(c: Court, at: str, act: str) -> None:
    declaration = lodged(c)
    AT[at](c, declaration)
    reserved = c.g.line.reserved_quantity
    with pytest.raises(NotAllowed):
        ACTS[act](c, declaration)
    assert now(declaration).state == "challenged"
    assert now(declaration).exited_on is None
    assert c.g.line.reserved_quantity == reserved


def test_a_challenged_reservation_does_not_lapse(c: Court) -> None:
    declaration = lodged(c)
    challenged(c, declaration)
    assert now(declaration).exit_by is None
    services.lapse_reservations()
    assert now(declaration).state == "challenged"


def test_the_table_lets_nothing_out_but_by_a_judgement() -> None:
    assert machine().allowed("challenged") == ("judge_free", "judge_held", "judge_refused")


def test_what_was_judged_free_leaves_and_may_be_challenged_again(c: Court) -> None:
    declaration = lodged(c)
    answered(c, declaration)
    judged(c, declaration, "not_controlled")
    second = challenged(c, declaration)
    assert second.number == 2
    challenging.answer_challenge(c.g.declarant, declaration.pk, "Still the same.", (), VIA)
    judged(c, declaration, "not_controlled")
    services.confirm_exit(c.g.officer, declaration.pk, law_today(), {}, VIA, seen=None)
    assert now(declaration).state == "exited"
    with pytest.raises(Refused, match="Nothing of declaration"):
        challenging.answer_challenge(c.g.declarant, declaration.pk, "Late.", (), VIA)


def test_what_has_left_is_challenged_no_more(c: Court) -> None:
    declaration = lodged(c)
    services.confirm_exit(c.g.officer, declaration.pk, law_today(), {}, VIA, seen=None)
    with pytest.raises(NotAllowed):
        challenged(c, declaration)


def test_what_was_held_is_cleared_by_the_judgement(c: Court) -> None:
    declaration = lodged(c, item_control_code="")
    assert declaration.state == "held"
    answered(c, declaration)
    judged(c, declaration, "not_controlled")
    assert now(declaration).state == "cleared"
