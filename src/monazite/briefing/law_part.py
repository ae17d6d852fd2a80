"""The law of the month: what stood at its end, what changed in it, what runs out after it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from monazite.briefing.lines import line
from monazite.briefing.model import Change, Ending, Group, LawPart
from monazite.briefing.timeline import HOME, spans
from monazite.briefing.words import jurisdiction
from monazite.law.diff import changes, ending
from monazite.law.model import OUTCOMES
from monazite.law.status import status

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from monazite.briefing.model import Line
    from monazite.briefing.month import Month
    from monazite.law.law import Law

ENDING_DAYS = 90
"""How many days after the month a suspension may end to be told of."""
EFFECTS = (*OUTCOMES[:-1], "parties", "none", "not_law")
"""The order of effects on the page, the strongest first."""


def law_part(law: Law, month: Month, known: date, lang: str) -> LawPart:
    """The law at the end of the month, as known on a day, with the changes around it."""
    lines = [
        line(law, measure, month.last, known, lang)
        for measure in law.measures.values()
        if "statistic" not in measure.kinds
    ]
    told = min(month.last, known)
    return LawPart(
        groups=_groups([one for one in lines if one.state == "in_force"], lang),
        held=_in_state(lines, "suspended"),
        open=_in_state(lines, "ambiguous"),
        waiting=tuple(o for o in _in_state(lines, "not_yet") if _public(law, o, told)),
        dateless=tuple(o for o in _in_state(lines, "unknown") if not _later(law, o, told)),
        changes=_changes(law, month, known, lang),
        endings=_endings(law, month, known, lang),
        spans=spans(law, month, known, lang),
    )


def _in_state(lines: Iterable[Line], state: str) -> tuple[Line, ...]:
    found = [one for one in lines if one.state == state]
    return tuple(sorted(found, key=lambda one: (one.jurisdiction != HOME, one.jurisdiction)))


def _public(law: Law, one: Line, day: date) -> bool:
    """Whether the measure is known to have been public by the day."""
    published = law.measures[one.measure].published
    return published is not None and published <= day


def _later(law: Law, one: Line, day: date) -> bool:
    """Whether the measure is known to have been made public after the day."""
    published = law.measures[one.measure].published
    return published is not None and published > day


def _groups(lines: list[Line], lang: str) -> tuple[Group, ...]:
    """By jurisdiction, home first, then by name; within it by effect."""
    codes = sorted(
        {one.jurisdiction for one in lines},
        key=lambda code: (code != HOME, jurisdiction(code, lang)),
    )
    return tuple(
        Group(code, effect, members)
        for code in codes
        for effect in EFFECTS
        if (members := tuple(o for o in lines if (o.jurisdiction, o.effect) == (code, effect)))
    )


def _changes(law: Law, month: Month, known: date, lang: str) -> tuple[Change, ...]:
    return tuple(
        Change(
            day=one.day,
            line=line(law, law.measures[one.measure], one.day, known, lang),
            part=one.limb or one.item or "",
            before=one.before,
            after=one.after,
            because=one.because[lang],
        )
        for one in changes(law, month.first, month.last, known)
    )


def _endings(law: Law, month: Month, known: date, lang: str) -> tuple[Ending, ...]:
    """What was about to run out when the month ended, and what is known to have followed."""
    return tuple(
        Ending(
            line=line(law, law.measures[one.measure], month.last, known, lang),
            by=one.by[lang],
            until=one.until,
            days_left=one.days_left,
            official=one.official,
            after=_after(law, one.measure, one.until, known),
        )
        for one in ending(law, month.last, ENDING_DAYS, min(known, month.last))
    )


def _after(law: Law, measure_id: str, until: date, known: date) -> str | None:
    day = until + timedelta(days=1)
    return status(law, measure_id, day, known).state if day <= known else None
