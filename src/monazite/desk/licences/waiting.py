"""Orders about licences that wait for a second hand: who may sign one finds it here."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from monazite.desk.applications.models import NamedOffice
from monazite.desk.licences.listing import known
from monazite.desk.licences.models import PROPOSED, Licence, Order
from monazite.desk.people.models import LICENSING, Person
from monazite.desk.people.roles import CHIEF, LICENSING_OFFICER

_SIGN = frozenset({LICENSING_OFFICER, CHIEF})


def to_sign(person: Person) -> QuerySet[Licence]:
    """Licences with an order that the person may sign: `licence.sign`, and not their own order."""
    if not person.held_roles & _SIGN:
        return Licence.objects.none()
    deciding = NamedOffice.objects.filter(
        application=OuterRef("application"), agency_id=person.organisation_id, duty=LICENSING
    )
    waiting = Order.objects.filter(licence=OuterRef("pk"), state=PROPOSED).exclude(author=person)
    return known(person).filter(Exists(waiting), Exists(deciding))
