"""The lines with the ruling that stands on each, and what a change of the law did to it."""

from __future__ import annotations

from dataclasses import dataclass

from monazite.catalogue.texts import say
from monazite.desk.applications.filed.rulings import UNREAD
from monazite.desk.applications.models import FiledLine, LineRuling
from monazite.desk.applications.services.renewing import Renewal
from monazite.desk.pages.cases.look import Look
from monazite.law.store import load
from monazite.licensing.amounts import amount

_HASH = 12


@dataclass(frozen=True, slots=True)
class Ruled:
    """A line; renewal: what the last change of the law did, "" where none was; outdated: again."""

    number: int
    description: str
    quantity: str
    value: str
    control_code: str
    hs: str
    contains: str
    outcome: str
    law: str
    on: str
    renewal: str
    turned: bool
    outdated: bool


def ruled(look: Look) -> tuple[Ruled, ...]:
    """Every line."""
    rows = sorted(look.application.lines.all(), key=lambda row: row.number)
    return tuple(_ruled(row, look.lang) for row in rows)


def _ruled(row: FiledLine, lang: str) -> Ruled:
    rulings = sorted(row.rulings.all(), key=lambda each: (each.ruled_at, each.pk))
    standing = rulings[-1] if rulings else None
    renewal = _renewal(row, rulings)
    return Ruled(
        number=row.number,
        description=row.description,
        quantity=f"{amount(row.quantity)} {say(f'licensing.choice.unit.{row.unit}', lang)}",
        value=f"{amount(row.value)} {row.currency}",
        control_code=row.control_code,
        hs=row.hs,
        contains=row.contains,
        outcome=say(f"outcome.{standing.outcome}", lang) if standing else "",
        law=standing.law_hash[:_HASH] if standing else "",
        on=standing.on.isoformat() if standing else "",
        renewal=renewal.sentence(lang) if renewal else "",
        turned=renewal is not None and renewal.before != renewal.after,
        outdated=standing is not None and standing.law_hash != load().hash,
    )


def _renewal(row: FiledLine, rulings: list[LineRuling]) -> Renewal | None:
    """The difference between the first ruling and the one that stands."""
    if len(rulings) < 2:  # noqa: PLR2004 - a ruling and its renewal
        return None
    first, last = rulings[0], rulings[-1]
    unread = tuple(str(each["code"]) for each in last.document.get(UNREAD, ()))
    return Renewal(row.number, first.outcome, last.outcome, first.law_hash, last.law_hash, unread)
