"""Whom a filing concerns on this site: the offices of its regime, and parties with an account."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from monazite.desk import sql
from monazite.desk.people.models import AGENCY, INTAKE, LICENSING
from monazite.licensing.application import Party

_DUTIES = (INTAKE, LICENSING)
_FOUND = (
    "SELECT id, identifier, country, kind, regime, duty FROM people_organisation WHERE active AND"
    " (kind = %s AND regime = %s AND duty IN (%s, %s) OR identifier IN ({})) ORDER BY name, id"
)


@dataclass(frozen=True, slots=True)
class Concerned:
    """accounts: by identifier and country, both exact; offices: an agency and its duty."""

    accounts: dict[tuple[str, str], uuid.UUID]
    offices: tuple[tuple[uuid.UUID, str], ...]

    def account(self, identifier: str, country: str) -> uuid.UUID | None:
        """The organisation of that number; a like name is not the same firm."""
        return self.accounts.get((identifier, country)) if identifier else None


def concerned(regime: str, parties: Sequence[Party]) -> Concerned:
    """Found in one look at the active organisations."""
    numbers = [party.identifier for party in parties if party.identifier]
    found = sql.rows(_FOUND.format(sql.marks(numbers)), [AGENCY, regime, *_DUTIES, *numbers])
    accounts, offices = {}, []
    for ident, identifier, country, kind, of, duty in found:
        accounts[identifier, country] = pk = sql.key(ident)
        if kind == AGENCY and of == regime and duty in _DUTIES:
            offices.append((pk, duty))
    return Concerned(accounts, tuple(offices))
