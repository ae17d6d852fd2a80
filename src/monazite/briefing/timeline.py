"""The rows of the timeline: which measures it shows, and the states they went through."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from monazite.briefing.lines import title
from monazite.briefing.month import Month, of
from monazite.catalogue.texts import say
from monazite.charts.shapes import Span
from monazite.law.diff import changes
from monazite.law.status import status
from monazite.trade.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from monazite.law.law import Law
    from monazite.law.model import Measure

BACK, AHEAD = 12, 15
"""Months that the timeline shows before and after the month of the page."""
DRAWN = frozenset({"in_force", "suspended", "ambiguous", "not_yet"})
HOME = "CN"
"""The jurisdiction that stands first."""
# Laws that frame, carry out or promise have no state that a shipment would feel.
RESTRICTS = frozenset(
    {
        "licence_requirement", "ordinary_licence", "prohibition", "denial_policy",
        "foreign_made_rule", "technology_control", "service_prohibition", "quota", "export_duty",
        "control_list", "party_list", "de_facto",
    }
)  # fmt: skip


def around(month: Month) -> Month:
    """The months that the timeline shows."""
    return of(Period(month.period.first - BACK, month.period.last + AHEAD))


def spans(law: Law, month: Month, known: date, lang: str) -> tuple[Span, ...]:
    """The states of every measure that restricts, home first, then by their first day.

    A measure abroad, or a list of parties, is shown when its state changes in these months.
    """
    shown = around(month)
    turns: dict[str, list[tuple[date, str]]] = {}
    for one in changes(law, shown.first, shown.last, known):
        if one.limb is one.item is None:
            turns.setdefault(one.measure, []).append((one.day, one.after))
    chosen = [
        m
        for m in law.measures.values()
        if _chosen(m, min(month.last, known), changes=m.id in turns)
    ]
    chosen.sort(key=lambda m: (m.jurisdiction != HOME, m.jurisdiction, m.effective_from))
    return tuple(
        span
        for measure in chosen
        for span in _spans(law, measure, turns.get(measure.id, []), shown, known, lang)
    )


def _chosen(measure: Measure, day: date, *, changes: bool) -> bool:
    public = measure.published is None or measure.published <= day
    steady = measure.jurisdiction == HOME and "party_list" not in measure.kinds
    return (
        public
        and measure.effective_from is not None
        and not RESTRICTS.isdisjoint(measure.kinds)
        and (changes or steady)
    )


def _spans(
    law: Law,
    measure: Measure,
    turns: list[tuple[date, str]],
    shown: Month,
    known: date,
    lang: str,
) -> Iterator[Span]:
    before = status(law, measure.id, shown.first, known).state
    starts = [(shown.first, before), *turns]
    ends = [day - timedelta(days=1) for day, _ in turns] + [shown.last]
    name = say("brief.timeline.row", lang, measure=measure.id, title=title(measure, lang))
    for (day, state), last in zip(starts, ends, strict=True):
        first = day if state != "not_yet" else _shown_from(measure, day, last)
        if state in DRAWN and first <= last:
            tip = say("brief.days", lang, first=first, last=last)
            yield Span(name, first, last, state, tip)


def _shown_from(measure: Measure, day: date, last: date) -> date:
    """What is not yet in force is drawn from the day it was made public; if unknown, not at all."""
    if measure.published is None:
        return last + timedelta(days=1)
    return max(day, measure.published)
