"""The time of a case in words, and as a strip of the days on which it ran and stood still."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from monazite.catalogue.texts import say
from monazite.desk.cases.clocks import limit_of, reading, steps_of
from monazite.desk.cases.models import Case
from monazite.desk.cases.standing import told
from monazite.desk.pages.pictures.spans import Mark, Stretch, Strip, strip
from monazite.ledger.calendar import UnpublishedYear
from monazite.ledger.clock import ENDED, NO_LIMIT, NOT_STARTED, RUNNING, STOPPED, Reading
from monazite.licensing.calendars import calendar
from monazite.licensing.casework.clock import Step, read_steps

_KINDS = {RUNNING: "running", STOPPED: "stopped", NO_LIMIT: "free"}


@dataclass(frozen=True, slots=True)
class Clock:
    """left: working days, None where none binds or the year is unknown; late: beyond the limit."""

    state: str
    words: str
    short: str
    left: int | None
    late: bool
    strip: Strip | None


def clock(case: Case, today: date, lang: str) -> Clock:
    """What the clock shows today."""
    shown = reading(case, today)
    words = told(shown, lang)
    return Clock(
        state=shown.state,
        words=words,
        short=short(shown, lang),
        left=shown.left if shown.state in {RUNNING, STOPPED} else None,
        late=shown.over > 0 and shown.state != ENDED,
        strip=None if shown.state == NOT_STARTED else _strip(case, shown, today, lang, words),
    )


def short(shown: Reading, lang: str) -> str:
    """The reading in a few words."""
    if shown.state in {RUNNING, STOPPED} and shown.left is not None:
        key = "late" if shown.over else "left"
        return say(f"desk.pages.case.time.{key}", lang, left=shown.left, over=shown.over)
    return say(f"desk.pages.case.time.{shown.state}", lang)


def _strip(case: Case, shown: Reading, today: date, lang: str, words: str) -> Strip | None:
    steps = steps_of(case)
    begin = min(step.on for step in steps)
    marks = [Mark(begin, say("desk.pages.case.strip.accepted", lang, on=begin), "begin")]
    if _goes(shown):
        marks.append(Mark(today, say("desk.pages.case.strip.today", lang), "today"))
    stretches = list(_stretches(case, steps, today, lang))
    if shown.due and _goes(shown):
        marks.append(Mark(shown.due, say("desk.pages.case.strip.due", lang, on=shown.due), "due"))
        stretches.append(Stretch(max(today, begin), max(shown.due, today), "ahead", ""))
    return strip(stretches, marks, words)


def _goes(shown: Reading) -> bool:
    return shown.state != ENDED


def _stretches(case: Case, steps: Sequence[Step], today: date, lang: str) -> list[Stretch]:
    """Between one step and the next the clock is in one state."""
    days = sorted({step.on for step in steps} | {today})
    found = ((since, until, _state(case, steps, since)) for since, until in pairwise(days))
    return [
        Stretch(
            since, until, _KINDS[state],
            say(f"desk.pages.case.strip.{_KINDS[state]}", lang, since=since, until=until),
        )
        for since, until, state in found
        if state in _KINDS
    ]  # fmt: skip


def _state(case: Case, steps: Sequence[Step], on: date) -> str:
    regime = case.application.regime
    try:
        shown = read_steps(steps, limit_of(case.clock, regime), on, calendar(regime))
    except UnpublishedYear:
        return ENDED
    return shown.state
