"""What was asked of the applicant, held, and laid before those above; each with its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from monazite.catalogue.texts import say
from monazite.desk.cases.models import Case
from monazite.desk.pages.cases.choices import word
from monazite.desk.pages.detail.papers import PaperWords


@dataclass(frozen=True, slots=True)
class Wait:
    """One of them; kind: question, correction, hold or referral; end: what ended it, "" while open.

    told: of a hold its reason, of a referral its office; papers: the files of an answer.
    """

    kind: str
    kind_words: str
    told: str
    text: str
    by: str
    at: datetime
    until: date | None
    stops: bool
    ended_at: datetime | None
    end: str
    end_by: str
    papers: tuple[PaperWords, ...] = ()


def waits(case: Case, papers: Sequence[PaperWords], lang: str) -> tuple[Wait, ...]:
    """All of them, open ones first, then the newest; three queries; papers: as the reader may."""
    found = [*_questions(case, papers, lang), *_holds(case, lang), *_referrals(case, lang)]
    return tuple(sorted(found, key=lambda each: (each.ended_at is not None, -each.at.timestamp())))


def _kind(name: str, lang: str) -> str:
    return say(f"desk.pages.case.wait.{name}", lang)


def _questions(case: Case, papers: Sequence[PaperWords], lang: str) -> list[Wait]:
    rows, lying = case.questions.all(), {str(each.paper.pk): each for each in papers}
    return [
        Wait(
            row.kind, _kind(row.kind, lang), "", row.text, row.asked_by.name, row.asked_at,
            row.answer_by, stops=row.stops_clock,
            ended_at=answer.answered_at if answer else None,
            end=answer.text if answer else "",
            end_by=answer.answered_by.name if answer else "",
            papers=tuple(lying[each] for each in answer.papers if each in lying) if answer else (),
        )
        for row in rows
        for answer in [getattr(row, "answer", None)]
    ]  # fmt: skip


def _holds(case: Case, lang: str) -> list[Wait]:
    rows = case.holds.all()
    return [
        Wait(
            "hold", _kind("hold", lang), word("hold", row.reason, lang), row.text,
            row.placed_by.name, row.placed_at, row.until, stops=row.stops_clock,
            ended_at=release.released_at if release else None,
            end=release.text if release else "",
            end_by=release.released_by.name if release else "",
        )
        for row in rows
        for release in [getattr(row, "release", None)]
    ]  # fmt: skip


def _referrals(case: Case, lang: str) -> list[Wait]:
    rows = case.referrals.all()
    return [
        Wait(
            "referral", _kind("referral", lang), word("above", row.office, lang), row.text,
            row.referred_by.name, row.referred_at, None, stops=False,
            ended_at=back.entered_at if back else None,
            end=back.text if back else "",
            end_by=back.entered_by.name if back else "",
        )
        for row in rows
        for back in [getattr(row, "hand_back", None)]
    ]  # fmt: skip
