"""The lines of a filed application with the ruling that stands on each."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch

from monazite.catalogue.texts import say
from monazite.desk.applications.models import Application, FiledLine, LineRuling
from monazite.law.store import load
from monazite.licensing.amounts import amount

_HASH = 12


@dataclass(frozen=True, slots=True)
class LineWords:
    """One line; outcome and law: of the ruling that stands; outdated: the law has changed since."""

    number: int
    description: str
    quantity: str
    value: str
    control_code: str
    outcome: str
    outcome_words: str
    law: str
    on: str
    outdated: bool
    renewed: int


def lines(application: Application, lang: str) -> tuple[LineWords, ...]:
    """Every line, in two queries."""
    rulings = LineRuling.objects.defer("document").order_by("ruled_at", "pk")
    rows = application.lines.order_by("number").prefetch_related(Prefetch("rulings", rulings))
    return tuple(_line(row, load().hash, lang) for row in rows)


def _line(row: FiledLine, law: str, lang: str) -> LineWords:
    rulings = list(row.rulings.all())
    standing = rulings[-1] if rulings else None
    return LineWords(
        number=row.number,
        description=row.description,
        quantity=f"{amount(row.quantity)} {say(f'licensing.choice.unit.{row.unit}', lang)}",
        value=f"{amount(row.value)} {row.currency}",
        control_code=row.control_code,
        outcome=standing.outcome if standing else "",
        outcome_words=say(f"outcome.{standing.outcome}", lang) if standing else "",
        law=standing.law_hash[:_HASH] if standing else "",
        on=standing.on.isoformat() if standing else "",
        outdated=standing is not None and standing.law_hash != law,
        renewed=max(len(rulings) - 1, 0),
    )
