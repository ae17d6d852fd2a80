"""The time of a case in words, and the strip that shows when it ran and stood still."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from monazite.desk.cases import services
from monazite.desk.cases.clocks import today
from monazite.desk.cases.standing import told
from monazite.desk.pages.cases.clock import clock
from monazite.ledger.clock import Reading
from support.cases import case_of, in_review

if TYPE_CHECKING:
    from support.cases import Offices

_THREE_OF_45 = Reading(
    state="running", counted=3, limit=45, left=None, due=None, due_in_unpublished_year=False,
    over=0, unpublished=None,
)  # fmt: skip


def test_a_question_leaves_a_gap_in_the_strip(w: Offices) -> None:
    application = in_review(w)
    services.ask(w.officer, application.pk, "Which plant?", None, "page")
    case = case_of(application)
    later = clock(case, today(case) + timedelta(10), "en")
    assert later.state == "stopped"
    assert "stands still" in later.words
    assert later.strip is not None
    assert [piece.kind for piece in later.strip.pieces] == ["stopped"]
    assert {tick.kind for tick in later.strip.ticks} == {"begin", "today"}


@pytest.mark.parametrize(
    ("state", "changes", "said"),
    [
        ("running", {"counted": 47, "left": 0, "over": 2}, "2"),
        ("running", {"left": 42, "due_in_unpublished_year": True}, "42"),
        ("stopped", {"left": 42}, "42"),
        ("no_limit", {"limit": None}, "3"),
        ("running", {"counted": None, "unpublished": 2027}, "2027"),
        ("ended", {"limit": None}, "3"),
    ],
    ids=["late", "beyond", "stopped", "free", "unpublished", "ended"],
)
def test_each_state_has_its_sentence(state: str, changes: dict[str, Any], said: str) -> None:
    shown = replace(_THREE_OF_45, state=state, **changes)
    assert said in told(shown, "en")
    assert said in told(shown, "zh")
