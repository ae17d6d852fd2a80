"""Notes that name a person and were not opened: a list to work off."""

from __future__ import annotations

import uuid

from django.db.models import QuerySet
from django.utils import timezone

from monazite.desk.cases import notes
from monazite.desk.cases.models import Mention
from monazite.desk.cases.queue.whose import require_officer
from monazite.desk.people.models import Person

MOST = 50


def unseen(person: Person) -> list[Mention]:
    """The newest first, of cases that the person may still read."""
    form = "note__case__application__form", "note__case__application__words"
    return list(_unseen(person).select_related("note__agency").defer(*form)[:MOST])


def case_of(person: Person, mention: int) -> uuid.UUID | None:
    """The application whose case the note is about; None where it names somebody else."""
    require_officer(person)
    mine = Mention.objects.filter(person=person, pk=mention)
    return mine.values_list("note__case__application", flat=True).first()


def all_seen(person: Person) -> None:
    """The person has read them all."""
    shown = _unseen(person).values("pk")
    Mention.objects.filter(pk__in=shown).update(seen_at=timezone.now())


def _unseen(person: Person) -> QuerySet[Mention]:
    require_officer(person)
    return notes.mentions(person)
