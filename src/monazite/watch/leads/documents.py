"""A lead as a JSON object, and back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from monazite.watch.leads.lead import Lead, Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    Document = dict[str, Any]

_LISTS = ("subject", "otherwise", "evidence", "told", "law")


def document(lead: Lead) -> Document:
    """The lead as a JSON object; a figure that no float holds exactly stands there as text."""
    return {
        "room": lead.room,
        "rule": lead.rule,
        "subject": list(lead.subject),
        "score": round(lead.score, 6),
        "reasons": [
            {
                "code": each.code,
                "figures": {name: _plain(one) for name, one in each.figures.items()},
            }
            for each in lead.reasons
        ],
        "otherwise": list(lead.otherwise),
        "evidence": list(lead.evidence),
        "first": lead.first.isoformat() if lead.first else None,
        "last": lead.last.isoformat() if lead.last else None,
        "agency": lead.agency,
        "told": list(lead.told),
        "law": list(lead.law),
        "grade": lead.grade,
    }


def lead_of(found: Mapping[str, Any]) -> Lead:
    """The lead of a document; KeyError, TypeError or ValueError where it is none."""
    lists = {name: tuple(found[name]) for name in _LISTS}
    return Lead(
        room=found["room"],
        rule=found["rule"],
        score=float(found["score"]),
        reasons=tuple(Reason(each["code"], each["figures"]) for each in found["reasons"]),
        first=_day(found["first"]),
        last=_day(found["last"]),
        agency=found["agency"],
        grade=found["grade"],
        **lists,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _plain(value: Decimal | float | str | None) -> float | int | str | None:
    if not isinstance(value, Decimal):
        return value
    if value == value.to_integral_value():
        return int(value)
    return float(value) if Decimal(repr(float(value))) == value else str(value)
