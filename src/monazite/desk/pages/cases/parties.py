"""The parties as they were filed, each with what the comparison with lists found of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from monazite.desk.cases.models import Screening
from monazite.desk.pages.cases.look import Look
from monazite.licensing.casework.screening import NO_EXACT_MATCH, NOT_SCREENED, of_document

_HASH = 12


@dataclass(frozen=True, slots=True)
class PartyWords:
    """A party; found: each answer with whether somebody has to look at it."""

    role: str
    name: str
    name_native: str
    country: str
    identifier: str
    found: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Parties:
    """All of them; at, lists: of the comparison that stands, None and "" before there is one."""

    rows: tuple[PartyWords, ...]
    at: datetime | None
    lists: str
    alarming: bool


def parties(look: Look) -> Parties:
    """The parties with the last screening; one query."""
    last = look.case.screenings.order_by("-number").first()
    answers = _answers(last, look.lang)
    rows = tuple(
        PartyWords(
            row.role, row.name, row.name_native, row.country, row.identifier,
            tuple(answers.get(row.number - 1, ())),
        )
        for row in sorted(look.application.parties.all(), key=lambda row: row.number)
    )  # fmt: skip
    return Parties(
        rows=rows,
        at=last.at if last else None,
        lists=last.lists[:_HASH] if last else "",
        alarming=any(alarm for row in rows for _, alarm in row.found),
    )


def _answers(row: Screening | None, lang: str) -> dict[int, list[tuple[str, bool]]]:
    """By the party's place in the form."""
    found: dict[int, list[tuple[str, bool]]] = {}
    if row is None:
        return found
    kept = {"screener": row.screener, "lists_hash": row.lists, "answers": row.answers}
    for each in of_document(kept).answers:
        alarm = each.result not in {NO_EXACT_MATCH, NOT_SCREENED}
        found.setdefault(each.party, []).append((each.said(lang), alarm))
    return found
