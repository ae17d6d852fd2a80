"""The month's sums against the licence ledger: what is counted is what was posted, to the gram."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

from monazite.customs.statistics.exact import PLACES
from monazite.desk import sql
from monazite.desk.figures.engine import in_memory

_COUNTED = """
SELECT n.unit, SUM(l.posted_quantity) FROM gate_declaration d
JOIN gate_item i ON i.declaration_id = d.id JOIN gate_left l ON l.item_id = i.id
JOIN licences_licenceline n ON n.id = i.line_id
WHERE d.exited_on >= %s AND d.exited_on < %s AND d.state = 'exited' AND d.regime = %s
GROUP BY n.unit
"""
_POSTED = """
SELECT n.unit, SUM(CASE WHEN m.kind = 'contra' THEN -m.quantity ELSE m.quantity END)
FROM licences_movement m JOIN licences_licenceline n ON n.id = m.line_id
JOIN licences_licence c ON c.id = n.licence_id
LEFT JOIN licences_movement p ON m.kind = 'contra'
  AND p.message_id IN (
    REPLACE(m.message_id, '/contra', '/post'), REPLACE(m.message_id, '/contra', '/late')
  )
WHERE m.kind IN ('post', 'late', 'contra') AND m.message_id NOT LIKE 'report:%%'
  AND COALESCE(p."on", m."on") >= %s AND COALESCE(p."on", m."on") < %s AND c.regime = %s
GROUP BY n.unit
"""
"""What is taken back counts for the month in which it had left, not for the day of its lodging.

What other customs systems reported is not of declarations that lie here.
"""


@dataclass(frozen=True, slots=True)
class Sums:
    """What left on licences in a unit: by the declarations that count, and by the ledger."""

    unit: str
    declared: Decimal
    posted: Decimal

    @property
    def agree(self) -> bool:
        """Whether both are the same to the last millionth."""
        return self.declared == self.posted


def reconcile(regime: str, first: date, after: date) -> list[Sums]:
    """Every unit that lines of the regime are kept in, from a day on until before another.

    Items that are left out of the statistics left all the same: they are in both.
    """
    given = [first.isoformat(), after.isoformat(), regime]
    with in_memory():
        declared, posted = _sums(_COUNTED, given), _sums(_POSTED, given)
    nothing = Decimal(0)
    return [
        Sums(unit, declared.get(unit, nothing), posted.get(unit, nothing))
        for unit in sorted(declared.keys() | posted.keys())
    ]


def _sums(statement: str, given: list[Any]) -> dict[str, Decimal]:
    return {unit: _exact(amount) for unit, amount in sql.rows(statement, given)}


def _exact(amount: object) -> Decimal:
    """A sum as the engine keeps it: millionths on SQLite."""
    return Decimal(str(amount)).scaleb(-PLACES if connection.vendor == "sqlite" else 0)
