"""What was decided on the same parties or items, and earlier cases that are still open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from monazite.catalogue.texts import say
from monazite.desk.cases.history import earlier
from monazite.desk.pages.cases.choices import word
from monazite.desk.pages.cases.look import Look
from monazite.desk.pages.home.rows import title

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Before:
    """One of them; same: the parties and items that are the same; outcome: "" where it is open."""

    ident: UUID
    reference: str
    title: str
    filed_at: datetime | None
    decided_at: datetime | None
    same: tuple[str, ...]
    outcome: str
    outcome_words: str
    state: str


def before(look: Look) -> tuple[Before, ...]:
    """Those that the reader's office may read, decided ones first."""
    lang = look.lang
    return tuple(
        Before(
            ident=each.application.pk,
            reference=each.application.reference or "",
            title=title(each.application, lang),
            filed_at=each.filed_at,
            decided_at=each.decided_at,
            same=(*each.parties, *(code for code, _ in each.items)),
            outcome=each.outcome,
            outcome_words=word("outcome", each.outcome, lang) if each.outcome else "",
            state=say(f"licensing.state.{each.application.state}", lang),
        )
        for each in earlier(look.person, look.case)[:_SHOWN]
    )
