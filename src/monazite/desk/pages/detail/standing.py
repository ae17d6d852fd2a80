"""Where an application is, in the words of a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from monazite.desk.applications.models import Application
from monazite.desk.applications.standing import Standing
from monazite.desk.cases.standing import clock_words
from monazite.desk.pages.home.rows import days


@dataclass(frozen=True, slots=True)
class StandingWords:
    """Where, who has it, why it waits, which clock runs; days: since then."""

    place: str
    holder: str
    why: str
    clock: str
    since: datetime
    days: int


def told(standing: Standing, application: Application, lang: str, *, yours: bool) -> StandingWords:
    """The standing in the words of one language; yours: whether the applicant reads it."""
    return StandingWords(
        place=standing.place(lang, yours=yours),
        holder=standing.holder(lang),
        why=standing.why(lang, yours=yours),
        clock=clock_words(standing, application, lang),
        since=standing.since,
        days=days(standing.since),
    )
