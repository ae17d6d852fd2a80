"""What a declaration asks of the database before it is checked: one look at answer and offices."""

from __future__ import annotations

import uuid
from typing import NamedTuple

from monazite.desk import sql
from monazite.desk.gate.models import Declaration
from monazite.desk.people.models import AGENCY, CUSTOMS, Organisation

_LOOK = (
    "SELECT {columns} FROM people_organisation t0"
    " LEFT JOIN gate_declaration t1 ON t1.organisation_id = %s AND t1.reference = %s"
    " WHERE t0.kind = %s AND t0.duty = %s AND t0.regime = %s ORDER BY t0.id"
)
_MODELS: tuple[sql.Read, ...] = ((Organisation, ()), (Declaration, ()))


class Seen(NamedTuple):
    """The customs offices that may work here, and what the reference was answered before."""

    offices: list[Organisation]
    answered: Declaration | None


def look(owner: uuid.UUID, reference: str | None, regime: str) -> Seen:
    """Both as they stand now."""
    rows = sql.together(_LOOK, _MODELS, [owner, reference, AGENCY, CUSTOMS, regime])
    answered = next((declaration for _, declaration in rows if declaration is not None), None)
    return Seen([office for office, _ in rows if office.active], answered)
