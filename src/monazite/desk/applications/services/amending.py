"""An amendment: a clone of what was filed, which supersedes it when the clone is filed itself."""

from __future__ import annotations

import uuid

from django.db import transaction

from monazite.desk.applications.errors import Refused
from monazite.desk.applications.models import Application
from monazite.desk.applications.services.held import held, step
from monazite.desk.applications.services.new import drafted
from monazite.desk.events.append import Who, record
from monazite.desk.people.models import Person
from monazite.licensing.transitions import machine


@transaction.atomic
def amend(person: Person, ident: uuid.UUID, via: str) -> Application:
    """A draft that amends the filed application; Refused while another amendment is open."""
    filed = held(person, ident, "application.amend")
    step(filed, "supersede")
    if open_amendment(filed) is not None:
        raise Refused("amendment_open", reference=filed.reference)
    papers = list(filed.papers.all())
    draft = drafted(person, filed.form, via, of=filed, papers=papers, supersedes=filed)
    # On the old one's chain too: of two who begin at once, one is told that things changed.
    record(filed, "amendment_begun", {"draft": str(draft.pk)}, Who(person.pk, via))
    return draft


def open_amendment(filed: Application) -> Application | None:
    """The draft that amends this application and is not filed yet, if there is one."""
    final = machine().final
    drafts = Application.objects.filter(supersedes=filed, reference__isnull=True)
    return drafts.exclude(state__in=final).first()
