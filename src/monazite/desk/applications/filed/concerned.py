"""Whom a filing concerns on this site: the offices of its regime, and parties with an account."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from monazite.desk.people.models import AGENCY, INTAKE, LICENSING, Organisation
from monazite.licensing.application import Party


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
    numbers = {party.identifier for party in parties if party.identifier}
    of_regime = Q(kind=AGENCY, regime=regime, duty__in=(INTAKE, LICENSING))
    found = Organisation.objects.filter(of_regime | Q(identifier__in=numbers), active=True)
    accounts, offices = {}, []
    columns = ("pk", "identifier", "country", "kind", "regime", "duty")
    for pk, identifier, country, kind, of, duty in found.order_by("name", "pk").values_list(
        *columns
    ):
        accounts[identifier, country] = pk
        if kind == AGENCY and of == regime and duty in {INTAKE, LICENSING}:
            offices.append((pk, duty))
    return Concerned(accounts, tuple(offices))
