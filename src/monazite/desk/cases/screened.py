"""The parties of a filed application compared with the lists of its regime."""

from __future__ import annotations

from collections.abc import Sequence

from monazite.desk.applications.models import Application
from monazite.desk.cases.models import Case, Screening
from monazite.law.store import load
from monazite.licensing.casework.screening import (
    Answer,
    ExactMatch,
    Screened,
    Screener,
    of_document,
)
from monazite.licensing.reading import read
from monazite.licensing.regime import regime


def screen(application: Application) -> Screened:
    """The comparison as the lists stand and are known today where the regime's offices are."""
    law = load()
    today = law.today(application.regime)
    screener: Screener = ExactMatch(law, regime(application.regime).lists)
    return screener.screen(read(application.form).application.parties, today, today)


def last(case: Case) -> Screened | None:
    """The last comparison that was kept, None where there is none."""
    row = case.screenings.order_by("number").last()
    if row is None:
        return None
    return of_document({"screener": row.screener, "lists_hash": row.lists, "answers": row.answers})


def row_of(case: Case, found: Screened) -> Screening:
    """The row to keep, not yet written."""
    document = found.document()
    return Screening(
        case=case,
        number=case.screenings.count() + 1,
        screener=found.screener,
        lists=found.lists_hash,
        answers=list(document["answers"]),
    )


def new_answers(before: Screened | None, now: Screened) -> Sequence[Answer]:
    """What is found now and was not before."""
    known = set(before.answers) if before else set()
    return [answer for answer in now.answers if answer not in known]
