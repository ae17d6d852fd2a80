"""What another firm handed over comes into the books when the receiver says so, and not before."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from monazite.desk.applications.errors import Refused
from monazite.desk.batches.listing import known
from monazite.desk.batches.models import Batch
from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import plain
from monazite.desk.people.may import Forbidden, require
from monazite.desk.people.models import Person


@transaction.atomic
def accept(person: Person, ident: uuid.UUID, via: str) -> Batch:
    """The firm has it: from now on it is in its books, and can be drawn on.

    Refused for what is in the books, ChangedMeanwhile where it moved since.
    """
    require(person, "batch.write")
    own = known(person).filter(organisation_id=person.organisation_id)
    batch = own.filter(pk=ident).first()
    if batch is None:
        raise Forbidden("batch.read", 404)
    if batch.accepted_at is not None:
        raise Refused("batch_accepted", number=batch.number)
    now = timezone.now()
    record(batch, "accepted", {"accepted_at": plain(now)}, Who(person.pk, via), accepted_at=now)
    return batch
