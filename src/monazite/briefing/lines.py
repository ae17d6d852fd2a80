"""One measure as a line of the page: its name, its strongest effect, its state on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.briefing.model import Line, Reading
from monazite.law.model import OUTCOMES
from monazite.law.status import NOT_YET, status

if TYPE_CHECKING:
    from datetime import date

    from monazite.law.law import Law
    from monazite.law.model import Measure
    from monazite.law.status import Status


def line(law: Law, measure: Measure, on: date, known: date, lang: str) -> Line:
    """The measure with its state on the day, in the language."""
    found = status(law, measure.id, on, known)
    waits = found.state == NOT_YET
    return Line(
        measure=measure.id,
        jurisdiction=measure.jurisdiction,
        instrument=_instrument(measure, lang),
        title=title(measure, lang),
        effect=effect(law, measure),
        state=found.state,
        since=found.since,
        until=None if waits else found.until,
        starts=measure.effective_from if waits else None,
        official=measure.official,
        confidence=measure.confidence,
        refs=tuple(measure.sources),
        readings=_readings(found, lang),
    )


def title(measure: Measure, lang: str) -> str:
    """What the measure is called in the language."""
    return (measure.title_zh if lang == "zh" else "") or measure.title


def _instrument(measure: Measure, lang: str) -> str:
    return (measure.instrument_zh if lang == "zh" else "") or measure.instrument


def effect(law: Law, measure: Measure) -> str:
    """The strongest effect of any limb, or the kind of thing the measure is instead."""
    if not measure.legal:
        return "not_law"
    if "party_list" in measure.kinds:
        return "parties"
    ranks = [a.rank for a in law.atoms if a.measure is measure and a.rank is not None]
    return OUTCOMES[min(ranks)] if ranks else "none"


def _readings(found: Status, lang: str) -> tuple[Reading, ...]:
    return tuple(
        Reading(
            name=one.name,
            state=one.state,
            because=one.because_zh if lang == "zh" else one.because,
            source=one.source,
        )
        for one in found.readings
    )
