"""The parties as they were filed, each with what the comparison with lists found of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from monazite.desk.cases.models import Screening
from monazite.desk.cases.screened import known_alike, of_row
from monazite.desk.pages.cases.look import Look
from monazite.licensing.casework.screening import ALARMING

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
    """The parties with the last screening, and what lists of the site say of them since."""
    last = look.case.screenings.order_by("-number").first()
    answers = _answers(last, look)
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


def _answers(row: Screening | None, look: Look) -> dict[int, list[tuple[str, bool]]]:
    """By the party's place in the form: exact ones as they were kept, by likeness as of now."""
    kept = of_row(row) if row is not None else None
    exact = [each for each in kept.answers if each.likeness is None] if kept else []
    found: dict[int, list[tuple[str, bool]]] = {}
    for each in (*exact, *known_alike(look.application, kept)):
        alarm = each.result in ALARMING
        found.setdefault(each.party, []).append((each.said(look.lang), alarm))
    return found
