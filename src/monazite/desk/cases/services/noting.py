"""Officials write notes to each other about a case; who is named in one finds it in a list."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from monazite.desk.applications.errors import Refused
from monazite.desk.applications.written import reason
from monazite.desk.cases.models import Case, Mention, Note
from monazite.desk.cases.notes import readers
from monazite.desk.cases.prints import MENTION, NOTE
from monazite.desk.cases.services.held import BESIDE, held
from monazite.desk.cases.services.moving import noted
from monazite.desk.cases.services.retried import retried
from monazite.desk.events.append import Who
from monazite.desk.events.prints import ROWS
from monazite.desk.people.models import Person


def write_note(
    person: Person,
    ident: uuid.UUID,
    text: str,
    shared: bool,  # noqa: FBT001 - whom it is for, as it is kept
    mentions: Iterable[uuid.UUID],
    via: str,
    *,
    seen: int | None = None,
) -> Note:
    """A note for one's own office, or shared with every office of the case.

    Refused where it names somebody who may not read it.
    """
    said, named = reason("text", text), frozenset(mentions)
    return retried(lambda: _written(person, ident, said, shared, named, via, seen))


@transaction.atomic
def _written(
    person: Person,
    ident: uuid.UUID,
    text: str,
    shared: bool,  # noqa: FBT001 - as above
    wanted: frozenset[uuid.UUID],
    via: str,
    seen: int | None,
) -> Note:
    case = held(person, ident, "note.write", seen, BESIDE)
    named = _named(case, person, wanted, shared=shared)
    note = Note(
        case=case, number=case.notes.count() + 1, author=person, agency=person.organisation,
        at=timezone.now(), text=text, shared=shared,
    )  # fmt: skip
    mentions = [Mention(note=note, person=each) for each in named]
    rows = {"notes": {str(note.number): NOTE.of(note)}}
    if mentions:
        rows["mentions"] = {f"{note.number} {x.person_id}": MENTION.of(x) for x in mentions}
    noted(case, "noted", Who(person.pk, via), {"note": note.number, ROWS: rows})
    note.save(force_insert=True)
    Mention.objects.bulk_create(mentions)
    return note


def _named(
    case: Case, person: Person, mentions: frozenset[uuid.UUID], *, shared: bool
) -> list[Person]:
    found = list(readers(case, person, shared=shared).filter(pk__in=mentions))
    if len(found) != len(mentions):
        raise Refused("mention_no_reader")
    return found


@transaction.atomic
def see_mentions(person: Person, ident: uuid.UUID) -> int:
    """The person has opened the case: its notes that name them leave their list; how many did."""
    case = held(person, ident, "case.read")
    unseen = Mention.objects.filter(note__case=case, person=person, seen_at__isnull=True)
    return unseen.update(seen_at=timezone.now())
