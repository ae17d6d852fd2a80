"""A challenge as rules: its states, its last day for an answer, and what may be judged.

GACC Announcement 123/2025; Decree 792 art. 22. Customs asks whether goods are controlled, and
nothing is released until it has judged.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.customs.findings import Finding
from monazite.law.finding import ERROR, Term
from monazite.law.procedure import Machine, build
from monazite.law.tables import place, table
from monazite.ledger.calendar import UnpublishedYear

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from monazite.law.finding import Value
    from monazite.ledger.calendar import WorkingDays

WHO = ("declarant", "officer", "licensing", "gate", "nobody")
"""Who acts: gate is the clock; nobody waits for a final state."""
CONTROLLED, NOT_CONTROLLED = "controlled", "not_controlled"
FINDINGS = (NOT_CONTROLLED, CONTROLLED)
"""What can be judged of challenged goods."""
MORE_PAPERS = ("reply_letter", "laboratory_report", "other")
"""Kinds of files beside those that a regime asks for. A letter by which an authority replied that
goods are not controlled binds nobody here (Decree 792 art. 22): it is a paper among others.
"""
OFFICIAL_PAPERS = frozenset({"laboratory_report"})
"""What officials alone hand in: the report of the laboratory that customs asked."""
STOP = "stop"
"""The gate's outcome for what may not leave."""
_FILE = Path(__file__).with_name("challenge.yaml")


@lru_cache(maxsize=1)
def machine() -> Machine:
    """The table of challenges; LawDataError where it breaks its own rules."""
    return build(table(_FILE), place(_FILE), WHO)


def last_day(issued_on: date, answer_days: int, days: WorkingDays) -> date | None:
    """The last day for an answer: the day of issue is not counted.

    None where it lies in a year whose working days nobody has published: never guessed.
    """
    try:
        return days.after(issued_on, answer_days)
    except UnpublishedYear:
        return None


def run_out(last: date | None, today: date) -> bool:
    """Whether the time for an answer is over: the last day itself still counts as in time."""
    return last is not None and today > last


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement by customs that somebody wants to propose.

    identified: what the licensing office found, "" where it was not asked: it binds customs;
    outcome: of the gate for the challenged items as analysed (clear, look or stop).
    """

    finding: str
    disposal: str
    identified: str
    outcome: str


def against(judged: Judged, disposals: Collection[str], law: str) -> tuple[Finding, ...]:
    """Everything that stands against it.

    disposals: of the regime, for controlled goods; law: by which goods are identified.
    """
    return tuple(_against(judged, disposals, law))


def _against(judged: Judged, disposals: Collection[str], law: str) -> Iterator[Finding]:
    if judged.finding not in FINDINGS:
        accepted = tuple(Term(f"customs.challenge.finding.{each}") for each in FINDINGS)
        values: dict[str, Value] = {"finding": judged.finding or "–", "accepted": accepted}
        yield Finding("judgement.finding_unknown", ERROR, "finding", values=values)
        return
    if judged.identified and judged.finding != judged.identified:
        yield Finding("judgement.against_identification", ERROR, "finding", law)
    if _against_the_gate(judged):
        yield Finding("judgement.against_the_gate", ERROR, "finding", law)
    yield from _disposal(judged, disposals)


def _against_the_gate(judged: Judged) -> bool:
    """What the law says of the analysed goods is not set aside by customs alone."""
    free = judged.finding == NOT_CONTROLLED and not judged.identified
    return free and judged.outcome == STOP


def _disposal(judged: Judged, disposals: Collection[str]) -> Iterator[Finding]:
    if judged.finding == NOT_CONTROLLED and judged.disposal:
        yield Finding("judgement.disposal_needless", ERROR, "disposal")
    if judged.finding == CONTROLLED and judged.disposal not in disposals:
        accepted = tuple(Term(f"customs.challenge.disposal.{each}") for each in disposals if each)
        values: dict[str, Value] = {"disposal": judged.disposal or "–", "accepted": accepted or "–"}
        yield Finding("judgement.disposal_unknown", ERROR, "disposal", values=values)
