"""Batches begin, are made of others, and go to other firms."""

from __future__ import annotations

import base64
import uuid
from collections.abc import Mapping, Sequence
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from monazite.customs.batches.balance import amounts, balance
from monazite.customs.batches.content import ZERO, content, elements
from monazite.customs.batches.stages import BEGINNINGS, MADE, RECEIVED
from monazite.customs.regime import names
from monazite.desk.applications.errors import Refused
from monazite.desk.applications.written import reason
from monazite.desk.batches.contained import left_of, part_of
from monazite.desk.batches.errors import Unbalanced
from monazite.desk.batches.given import SOURCE_MAX, Read, Said, mass, read, several
from monazite.desk.batches.listing import known
from monazite.desk.batches.models import HANDED, STEP, Batch
from monazite.desk.batches.replay import FIELDS, fingerprint
from monazite.desk.batches.services.taking import take
from monazite.desk.events.append import Who, create
from monazite.desk.events.prints import plain
from monazite.desk.people.may import Forbidden, require
from monazite.desk.people.models import EXPORTER, Organisation, Person
from monazite.errors import InputError


@transaction.atomic
def begin(person: Person, regime: str, origin: str, said: Said, via: str) -> Batch:
    """A batch that nothing here comes before: mined, imported, or held as stock; with its source.

    Unbalanced where it cannot be so.
    """
    require(person, "batch.write")
    if origin not in BEGINNINGS:
        raise InputError("origin", origin, ", ".join(BEGINNINGS), "choice")
    given, source = read(said, _regime(regime)), reason("source", said.source, SOURCE_MAX)
    if wrong := amounts(given.mass_kg, given.contents, ""):
        raise Unbalanced(wrong)
    made = _batch(person, person.organisation, regime, given, origin)
    made.source = source
    return _written(made, Who(person.pk, via))


@transaction.atomic
def make(
    person: Person, inputs: Mapping[uuid.UUID, str], outputs: Sequence[Said], via: str
) -> tuple[Batch, ...]:
    """One step: so much of these batches (kilograms) became those; Unbalanced where it cannot be.

    Everything that comes out of the step is said at once, for the elements are balanced over it.
    """
    require(person, "batch.write")
    taken = _inputs(person, inputs)
    given = several(outputs, _regime_of(taken))
    wrong = [
        each
        for at, output in enumerate(given)
        for each in amounts(output.mass_kg, output.contents, f"outputs[{at}].")
    ]
    came = [part_of(batch, kg) for batch, kg in taken]
    wrong += balance(came, [elements(each.contents) for each in given]).findings
    if wrong:
        raise Unbalanced(wrong)
    return _made(person, taken, given, Who(person.pk, via))


@transaction.atomic
def hand_over(
    person: Person, ident: uuid.UUID, mass_kg: str, receiver: str, reference: str, via: str
) -> Batch:
    """Part of a batch goes to another firm (by its identifier), which has it once it accepts it."""
    require(person, "batch.write")
    ((batch, kg),) = _inputs(person, {ident: mass_kg})
    firm = Organisation.objects.filter(
        kind=EXPORTER, identifier=receiver.strip(), active=True
    ).exclude(pk=person.organisation_id)
    to = firm.first() if receiver.strip() else None
    if to is None:
        raise Refused("batch_no_receiver", receiver=receiver)
    share = tuple(content(symbol, part) for symbol, part in part_of(batch, kg).items() if part)
    given = Read(reference.strip() or batch.number, batch.stage, batch.month, kg, share, "")
    made = _batch(person, to, batch.regime, given, RECEIVED)
    made.reference = f"{made.number} {given.reference}"[:64]
    made.source = batch.number
    who = Who(person.pk, via)
    take(batch, f"{made.number}/handed", HANDED, made.number, kg, who)
    return _written(made, who)


def _inputs(person: Person, inputs: Mapping[uuid.UUID, str]) -> list[tuple[Batch, Decimal]]:
    """The person's own batches with the masses asked of them; Refused for more than is left."""
    if not inputs:
        raise InputError("inputs", "", "at least one batch", "no_batches")
    own = {b.pk: b for b in known(person).filter(organisation_id=person.organisation_id)
           .filter(pk__in=inputs)}  # fmt: skip
    taken = []
    for ident, text in inputs.items():
        if ident not in own:
            raise Forbidden("batch.read", 404)
        batch, kg = own[ident], mass("inputs", text)
        if batch.accepted_at is None:
            raise Refused("batch_not_accepted", number=batch.number)
        if kg > left_of(batch):
            left = plain(left_of(batch))
            raise Refused("batch_overdrawn", number=batch.number, left_kg=left, mass_kg=text)
        taken.append((batch, kg))
    return sorted(taken, key=lambda each: each[0].number)


def _regime(regime: str) -> str:
    """A regime whose law the desk knows; InputError for another."""
    known = names()
    if regime not in known:
        raise InputError("regime", regime, ", ".join(known), "choice")
    return regime


def _regime_of(taken: Sequence[tuple[Batch, Decimal]]) -> str:
    regimes = {batch.regime for batch, _ in taken}
    if len(regimes) > 1:
        raise Refused("batch_regimes")
    return taken[0][0].regime


def _made(
    person: Person, taken: Sequence[tuple[Batch, Decimal]], given: Sequence[Read], who: Who
) -> tuple[Batch, ...]:
    step = uuid.uuid4()
    for at, (batch, kg) in enumerate(taken, start=1):
        take(batch, f"{step}/{at}", STEP, str(step), kg, who)
    inputs = {batch.number: format(kg, "f") for batch, kg in taken}
    made = []
    for output in given:
        batch = _batch(person, person.organisation, taken[0][0].regime, output, MADE)
        batch.step, batch.inputs = step, inputs
        made.append(_written(batch, who))
    return tuple(made)


def _batch(person: Person, firm: Organisation, regime: str, given: Read, origin: str) -> Batch:
    ident, now = uuid.uuid4(), timezone.now()
    return Batch(
        id=ident, organisation=firm, regime=regime, number=_number(regime, ident),
        reference=given.reference, stage=given.stage, origin=origin, month=given.month,
        mass_kg=given.mass_kg, contents=[each.document() for each in given.contents],
        drawn_kg=ZERO, made_at=now, made_by=person,
        accepted_at=None if origin == RECEIVED else now,
    )  # fmt: skip


def _number(regime: str, ident: uuid.UUID) -> str:
    """No counter: nobody waits for another's batch."""
    return f"{regime}-B-{base64.b32encode(ident.bytes[:10]).decode()}"


def _written(batch: Batch, who: Who) -> Batch:
    """Laid down with its first event; Refused where the firm has used the reference before."""
    same = Batch.objects.filter(organisation_id=batch.organisation_id, reference=batch.reference)
    if same.exists():
        raise Refused("batch_reference", reference=batch.reference)
    names = {"organisation": "organisation_id"}
    told = {name: plain(getattr(batch, names.get(name, name))) for name in FIELDS}
    told["contents"], told["inputs"] = fingerprint(batch.contents), fingerprint(batch.inputs)
    create(batch, "begun" if batch.step is None else "made", told, who)
    return batch
