"""Which manifests a reader may know of."""

from __future__ import annotations

from django.db.models import QuerySet

from monazite.desk.gate.models import Manifest
from monazite.desk.people.models import CUSTOMS, EXPORTER, Person
from monazite.desk.people.predicates import active, second_factor
from monazite.desk.people.roles import CUSTOMS_OFFICER, DECLARANT, PREPARER, SIGNATORY

_EXPORTS = frozenset({DECLARANT, PREPARER, SIGNATORY})


def known(person: Person) -> QuerySet[Manifest]:
    """All that the person may know of: `manifest.read` holds for each and no other."""
    own, roles = person.organisation, person.held_roles
    if not (active & second_factor).test(person):
        return Manifest.objects.none()
    if own.kind == EXPORTER and roles & _EXPORTS:
        return Manifest.objects.filter(organisation=own)
    if own.duty == CUSTOMS and CUSTOMS_OFFICER in roles:
        return Manifest.objects.filter(office=own)
    return Manifest.objects.none()
