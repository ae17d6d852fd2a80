"""Parties as they were filed, matched to organisations that have an account here."""

from __future__ import annotations

from collections.abc import Sequence

from monazite.desk.applications.filed.concerned import Concerned
from monazite.desk.applications.models import Application, FiledParty
from monazite.licensing.application import Party


def party_rows(
    application: Application, parties: Sequence[Party], concerned: Concerned
) -> list[FiledParty]:
    """One row for each party, in the form's order."""
    return [_row(application, number, party, concerned) for number, party in enumerate(parties, 1)]


def _row(application: Application, number: int, party: Party, concerned: Concerned) -> FiledParty:
    identifier, country = party.identifier or "", party.country or ""
    return FiledParty(
        application=application,
        number=number,
        role=party.role or "",
        name=party.name or "",
        name_native=party.name_native or "",
        country=country,
        identifier=identifier,
        organisation_id=concerned.account(identifier, country),
    )
