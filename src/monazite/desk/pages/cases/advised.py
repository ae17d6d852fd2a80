"""What each office says about the case, and what it comes to together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from monazite.desk.cases.models import Advice, Settlement, Task
from monazite.desk.cases.models.case import OPEN
from monazite.desk.pages.cases.choices import word, words
from monazite.desk.pages.cases.look import Look
from monazite.desk.people.named import named
from monazite.law.store import load
from monazite.licensing.casework.advice import WAITING, Consolidation

_HASH = 12


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of advice; standing: nothing took its place; stale: given on another law or form."""

    office: str
    author: str
    at: datetime
    position: str
    position_words: str
    grounds: tuple[str, ...]
    conditions: tuple[str, ...]
    text: str
    law: str
    standing: bool
    stale: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """How a person settled the conflict."""

    author: str
    at: datetime
    position: str
    grounds: tuple[str, ...]
    conditions: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Advised:
    """rows: what stands; earlier: what was superseded; awaited: offices that have not spoken.

    all: whether the reader sees the advice of every office; state, words: of the consolidation,
    "" for who sees their own office's alone; overtaken: advice came after the last settlement.
    """

    rows: tuple[Said, ...]
    earlier: tuple[Said, ...]
    awaited: tuple[str, ...]
    all: bool
    state: str
    words: str
    conflict: bool
    settled: tuple[Settled, ...]
    overtaken: bool


def advised(look: Look, tasks: Sequence[Task]) -> Advised:
    """The advice that the reader may see."""
    everything = look.reads_all
    own = look.person.organisation_id
    found = (row for row in look.advice if everything or row.agency_id == own)
    rows = sorted(found, key=lambda row: (row.agency.name, row.at))
    gone = {row.supersedes_id for row in rows}
    said = [_said(row, look, standing=row.pk not in gone) for row in rows]
    total = look.together if everything else None
    settled = _settled(look) if total and (total.settlement or total.overtaken) else ()
    return Advised(
        rows=tuple(each for each in said if each.standing),
        earlier=tuple(each for each in said if not each.standing),
        awaited=_awaited(tasks, look, everything=everything),
        all=everything,
        state=total.consolidation.state if total else "",
        words=_words(total.consolidation, look.lang) if total else "",
        conflict=total is not None and total.unsettled,
        settled=settled,
        overtaken=total is not None and total.overtaken is not None,
    )


def _awaited(tasks: Sequence[Task], look: Look, *, everything: bool) -> tuple[str, ...]:
    return tuple(
        named(task.agency, look.lang)
        for task in tasks
        if task.kind == "review" and task.state == OPEN
        if everything or task.agency_id == look.person.organisation_id
    )


def _words(total: Consolidation, lang: str) -> str:
    if total.state == WAITING:
        return ""
    return word("position", total.position, lang) if total.position else ""


def _said(row: Advice, look: Look, *, standing: bool) -> Said:
    lang, form = look.lang, look.application.form_sha256
    return Said(
        office=named(row.agency, lang),
        author=row.author.name,
        at=row.at,
        position=row.position,
        position_words=word("position", row.position, lang),
        grounds=words("factor", row.grounds, lang),
        conditions=tuple(row.conditions),
        text=row.text,
        law=row.law_hash[:_HASH],
        standing=standing,
        stale=row.law_hash != load().hash or row.form_sha256 != form,
    )


def _settled(look: Look) -> tuple[Settled, ...]:
    """Newest first."""
    return tuple(_one(row, look.lang) for row in look.settlements)


def _one(row: Settlement, lang: str) -> Settled:
    return Settled(
        author=row.author.name,
        at=row.at,
        position=word("position", row.position, lang),
        grounds=words("factor", row.grounds, lang),
        conditions=tuple(row.conditions),
        text=row.text,
    )
