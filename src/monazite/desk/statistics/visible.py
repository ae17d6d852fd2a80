"""Which vintages a person may know of: those of their office's regime."""

from __future__ import annotations

import uuid

from django.db.models import QuerySet

from monazite.desk.people.may import Forbidden, require
from monazite.desk.people.models import Person
from monazite.desk.statistics.models import Vintage


def known(person: Person) -> QuerySet[Vintage]:
    """All vintages of the regime, the newest month and vintage first."""
    require(person, "statistics.read")
    rows = Vintage.objects.filter(regime=person.organisation.regime)
    return rows.select_related("author", "signer").order_by("-month", "-number")


def visible(person: Person, ident: uuid.UUID, action: str) -> Vintage:
    """The vintage; Forbidden where the person may not do this, or where there is none."""
    require(person, action)
    found = known(person).filter(pk=ident).first()
    if found is None:
        raise Forbidden(action, 404)
    return found
