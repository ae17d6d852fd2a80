"""What a queue says of a case: how much time is left, or why it stands still."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from monazite.catalogue.texts import counted, say
from monazite.desk.cases.clocks import day
from monazite.desk.cases.models import Case, Hold, Question
from monazite.ledger.clock import RUNNING, STOPPED, Reading

_FAMILY = "desk.queue.left"
_SOON = 5
"""Working days from which a limit is marked as near."""


@dataclass(frozen=True, slots=True)
class Left:
    """Time left.

    level: error (over), warning (near), note (stands still) or nothing; more: when the limit ends,
    or since when and why it stands still.
    """

    words: str
    level: str
    more: str


def left(shown: Reading, case: Case, waits: Hold | Question | None, today: date, lang: str) -> Left:
    """The reading in words; waits: what it stands still for, where that is known."""
    if shown.state == STOPPED:
        return Left(_rest(shown, lang), "note", _stands_still(case, waits, lang))
    if shown.state != RUNNING:
        return Left(say(f"{_FAMILY}.{shown.state}", lang), "", "")
    if shown.left is None:
        return Left(say(f"{_FAMILY}.unpublished_now", lang, year=shown.unpublished), "warning", "")
    near = shown.left <= _SOON
    level = "error" if _over(shown, today) else "warning" if near else ""
    return Left(_running(shown, today, lang), level, _until(shown, today, lang))


def _running(shown: Reading, today: date, lang: str) -> str:
    if shown.over:
        return counted(f"{_FAMILY}.over", shown.over, lang)
    if shown.left:
        return counted(f"{_FAMILY}.days", shown.left, lang)
    return say(f"{_FAMILY}.{'past' if _over(shown, today) else 'today'}", lang)


def _over(shown: Reading, today: date) -> bool:
    """Also on days that nobody works, after the last day of the limit."""
    return shown.over > 0 or (shown.due is not None and shown.due < today)


def _until(shown: Reading, today: date, lang: str) -> str:
    if shown.due is None:
        return say(f"{_FAMILY}.unpublished", lang) if shown.due_in_unpublished_year else ""
    return say(f"{_FAMILY}.{'ended_on' if shown.due < today else 'due'}", lang, day=shown.due)


def _rest(shown: Reading, lang: str) -> str:
    if shown.over:
        return counted(f"{_FAMILY}.over", shown.over, lang)
    return counted(f"{_FAMILY}.days", shown.left or 0, lang)


def _stands_still(case: Case, waits: Hold | Question | None, lang: str) -> str:
    if waits is None:
        return say(f"{_FAMILY}.stands", lang)
    regime = case.application.regime
    if isinstance(waits, Hold):
        return say(f"{_FAMILY}.stands_hold", lang, day=day(waits.placed_at, regime))
    return say(f"{_FAMILY}.stands_question", lang, day=day(waits.asked_at, regime))
