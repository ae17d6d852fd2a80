"""One draft becomes several, where its ports or modes differ."""

from __future__ import annotations

import uuid

from django.db import transaction

from monazite.desk.applications.errors import Refused
from monazite.desk.applications.models import Application
from monazite.desk.applications.services.ending import discarded
from monazite.desk.applications.services.held import held, step
from monazite.desk.applications.services.new import drafted
from monazite.desk.applications.typed.storable import storable
from monazite.desk.events.append import Who
from monazite.desk.people.models import Person
from monazite.licensing import split as pieces_of

_FEWEST = 2


@transaction.atomic
def split(person: Person, ident: uuid.UUID, via: str) -> list[Application]:
    """Drafts that together ask for what the draft asked; the draft itself is discarded."""
    whole = held(person, ident, "application.split")
    step(whole, "discard")
    if whole.supersedes_id is not None:
        raise Refused("amendment_not_split")
    forms = pieces_of.split(whole.form)
    if len(forms) < _FEWEST:
        raise Refused("nothing_to_split")
    papers = list(whole.papers.all())
    pieces = [
        drafted(person, storable(form), via, of=whole, papers=papers, split_from=whole)
        for form in forms
    ]
    into: dict[str, object] = {"split_into": [str(piece.pk) for piece in pieces]}
    discarded(whole, into, Who(person.pk, via))
    return pieces
