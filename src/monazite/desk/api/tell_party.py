"""What the API tells a foreign firm of an application that names it: where it is, its own part."""

from __future__ import annotations

from monazite.desk.api.shapes.applications import OwnPartShape, PartyShape
from monazite.desk.api.tell import told_standing
from monazite.desk.applications.models import Application, FiledParty
from monazite.desk.people.models import Person


def part(person: Person, found: Application, lang: str) -> PartyShape:
    """The part of the person's firm in the filed application."""
    own = found.parties.filter(organisation_id=person.organisation_id).order_by("number")
    return PartyShape.model_validate(
        {
            "id": found.pk,
            "reference": found.reference,
            "state": found.state,
            "organisation": found.organisation.name,
            "filed_at": found.filed_at,
            "standing": told_standing(found, lang),
            "parties": [_own(each) for each in own],
        }
    )


def _own(row: FiledParty) -> OwnPartShape:
    names = ("number", "role", "name", "name_native", "country", "identifier")
    return OwnPartShape(**{name: getattr(row, name) for name in names})
