"""A declaration is lodged: checked, set aside on its licences and kept, in one transaction.

Two reads, one statement, and a movement for each line that it draws on. A reference that was
used before is answered with what it was answered the first time, before anything is checked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import IntegrityError, transaction
from django.utils import timezone

from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import ChangedMeanwhile, Who, create
from monazite.desk.gate.batches import with_batches
from monazite.desk.gate.errors import CannotBeLodged
from monazite.desk.gate.following import followed
from monazite.desk.gate.models import Declaration, Item
from monazite.desk.gate.offices import chosen
from monazite.desk.gate.prints import document_sha256
from monazite.desk.gate.services.checking import Under, checked, facts, read_for, under, unkeepable
from monazite.desk.gate.services.composing import Lodged, composed
from monazite.desk.gate.services.looking import Seen, look
from monazite.desk.gate.services.reserving import reserve
from monazite.desk.gate.services.retried import retried
from monazite.desk.people.may import require
from monazite.desk.people.models import Organisation, Person
from monazite.errors import InputError

if TYPE_CHECKING:
    from monazite.customs.reading import Read

_REFERENCE = "reference"
"""What both engines name where it is taken."""


class Lodgement(NamedTuple):
    """A declaration; items: as they were written now, none where it was lodged before."""

    declaration: Declaration
    items: tuple[Item, ...]


def lodge(person: Person, document: Mapping[str, Any], via: str) -> Declaration:
    """The declaration as it was answered: cleared, held or refused; its findings say why.

    CannotBeLodged where it cannot be read; Refused where its reference was used for something else.
    """
    return lodge_whole(person, document, via).declaration


def lodge_whole(person: Person, document: Mapping[str, Any], via: str) -> Lodgement:
    """The same, with its items where they were written now."""
    require(person, "declaration.lodge")
    found = read_for(person, document)
    return retried(lambda: _once(person, found, under(found.declaration.regime), via))


def _once(person: Person, found: Read, at: Under, via: str) -> Lodgement:
    try:
        return _lodged(person, found, at, Who(person.pk, via))
    except IntegrityError as error:
        # Two came at once with one reference: the next try finds the first one's answer.
        if _REFERENCE not in str(error):
            raise
        raise ChangedMeanwhile(ChangedMeanwhile.__doc__) from error


@transaction.atomic
def _lodged(person: Person, found: Read, at: Under, who: Who) -> Lodgement:
    seen = look(person.organisation_id, found.declaration.reference, at.rules.name)
    if (before := answered(found, seen)) is not None:
        return Lodgement(before, ())
    return lodged_anew(person, found, at, seen.offices, who, None)


def lodged_anew(
    person: Person,
    found: Read,
    at: Under,
    offices: Sequence[Organisation],
    who: Who,
    replaces: Declaration | None,
) -> Lodgement:
    """The rows of a declaration whose reference is new; call inside the transaction."""
    from monazite.customs.reading import document  # noqa: PLC0415

    told = facts(person, found, at, None, replaces)
    answer = checked(with_batches(found, person.organisation_id), told, at)
    if unkeepable(found, answer):
        raise CannotBeLodged(answer.told().all_findings())
    office = chosen(found.declaration.port, at.rules, offices, at.rules.name)
    lodged = Lodged(person, office, at.rules, at.law.hash, at.day, timezone.now(), None, replaces)
    made = composed(found.declaration, document(found.declaration), answer, told.lines, lodged)
    create(made.declaration, "lodged", made.told, who, made.items)
    reserve(made.declaration, made.items, who)
    followed("lodged", made.declaration, who)
    if made.declaration.state != "refused":
        followed(made.declaration.state, made.declaration, who)
    return Lodgement(made.declaration, made.items)


def answered(found: Read, seen: Seen) -> Declaration | None:
    """What the reference was answered before; Refused where it was used for something else."""
    from monazite.customs.reading import document  # noqa: PLC0415

    known = seen.answered
    if known is not None and known.sha256 != document_sha256(document(found.declaration)):
        raise Refused("reference_used", reference=known.reference, number=known.number)
    return known


def referred(found: Read) -> str:
    """The declarant's own reference, by which a manifest finds its rows; InputError for none."""
    reference = found.declaration.reference
    if reference is None:
        raise InputError("reference", "", "a reference of your own, once for each declaration")
    return reference
