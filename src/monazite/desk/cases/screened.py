"""The parties of a filed application compared with the lists of its regime, and those of the site.

Exactly with the law's, here and now; by likeness with those that the site holds, as the worker
compared them last: nobody who decides waits for it, and what it has not compared is said to be so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC

from django.utils import timezone

from monazite.desk.applications.models import Application
from monazite.desk.cases.models import Case, Screening
from monazite.desk.screening.answering import answers
from monazite.desk.screening.asked import asked
from monazite.desk.screening.standing import standing
from monazite.law.store import load
from monazite.licensing.application import Party
from monazite.licensing.casework.screening import (
    WITH_LIKENESS,
    Answer,
    ExactMatch,
    Screened,
    of_document,
)
from monazite.licensing.reading import read
from monazite.licensing.regime import regime


def screen(application: Application) -> Screened:
    """The comparison as the lists stand and are known today where the regime's offices are."""
    law = load()
    today, parties = law.today(application.regime), read(application.form).application.parties
    exact = ExactMatch(law, regime(application.regime).lists).screen(parties, today, today)
    found = _alike(parties, exact)
    if found is None:
        return exact
    lists, alike = found
    lists = hashlib.sha256(f"{exact.lists_hash} {lists}".encode()).hexdigest()
    return Screened(WITH_LIKENESS, lists, (*exact.answers, *alike))


def known_alike(application: Application, exact: Screened | None) -> tuple[Answer, ...]:
    """What the site's own lists say of its parties as it is known now; none where it has none.

    exact: a comparison whose entries need not be told again.
    """
    found = _alike(read(application.form).application.parties, exact)
    return found[1] if found is not None else ()


def _alike(
    parties: Sequence[Party], exact: Screened | None
) -> tuple[str, tuple[Answer, ...]] | None:
    named = [
        (each.role or "", asked(each.name, each.name_native, each.country, each.identifier))
        for each in parties
    ]
    now = timezone.now().astimezone(UTC).date()
    found = standing([one for _, one in named if one is not None], now)
    return None if found is None else (found.hash, tuple(answers(named, found, exact)))


def last(case: Case) -> Screened | None:
    """The last comparison that was kept, None where there is none."""
    row = case.screenings.order_by("number").last()
    return of_row(row) if row is not None else None


def of_row(row: Screening) -> Screened:
    """A comparison that was kept."""
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


def differ(before: Screened, now: Screened) -> bool:
    """Whether something else was found; another score, or a newer version of a list, is not."""
    return _findings(before) != _findings(now)


def new_answers(before: Screened | None, now: Screened) -> Sequence[Answer]:
    """What is found now and was not before."""
    known = set(_findings(before)) if before else set()
    return [answer for answer in now.answers if answer.finding not in known]


def _findings(screened: Screened) -> list[tuple[object, ...]]:
    return [answer.finding for answer in screened.answers]
