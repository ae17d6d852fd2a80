"""An export draws on batches in the transaction of its lodging; taken back, it gives back."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from decimal import Decimal

from monazite.customs.batches.content import ZERO
from monazite.customs.declared import Declaration, Item
from monazite.customs.findings import Finding
from monazite.desk.batches.contained import left_of
from monazite.desk.batches.errors import Unbalanced
from monazite.desk.batches.models import EXPORT, Batch, Draw
from monazite.desk.batches.services.taking import take
from monazite.desk.events.append import Who
from monazite.desk.events.prints import plain
from monazite.law.finding import ERROR, Value

Asked = tuple[int, int, Item, str, Decimal | None]
"""Which item and draw of it (from 0), the item, the batch's number as typed, the mass."""


def found(organisation_id: uuid.UUID, declaration: Declaration) -> tuple[Finding, ...]:
    """What is wrong with the draws of a declaration, all of it; nothing is written.

    A batch of another firm is as unknown as one that does not exist.
    """
    asked = list(_asked(declaration))
    batches = _batches(organisation_id, asked)
    return tuple(_of_draws(asked, batches))


def draw(organisation_id: uuid.UUID, number: str, declaration: Declaration, who: Who) -> None:
    """Draw what the declaration says; call in the transaction of lodging, after `found` was empty.

    A repeated number does nothing. ChangedMeanwhile where a batch moved since it was read: the
    caller looks again.
    """
    if Draw.objects.filter(reference=number, kind=EXPORT).exists():
        return
    asked = list(_asked(declaration))
    batches = _batches(organisation_id, asked)
    if wrong := tuple(_of_draws(asked, batches)):
        raise Unbalanced(wrong)  # another declaration of the same manifest was before it
    for at, place, _, named, mass in sorted(asked, key=lambda each: _written(each[3])):
        message = f"{number}/{at + 1}/draw/{place + 1}"
        take(batches[_written(named)], message, EXPORT, number, mass or ZERO, who)


def undraw(number: str, who: Who) -> None:
    """Give back all that a declaration drew; a repeated call does nothing."""
    rows = Draw.objects.filter(reference=number, kind=EXPORT).order_by("batch__number", "number")
    given_back = set(rows.filter(mass_kg__lt=0).values_list("message_id", flat=True))
    batches: dict[uuid.UUID, Batch] = {}
    for row in rows.filter(mass_kg__gt=0).select_related("batch"):
        message = f"{row.message_id}/undo"
        if message not in given_back:
            batch = batches.setdefault(row.batch_id, row.batch)
            take(batch, message, EXPORT, number, -row.mass_kg, who)


def _asked(declaration: Declaration) -> Iterator[Asked]:
    for at, item in enumerate(declaration.items):
        for place, each in enumerate(item.draws):
            yield at, place, item, each.batch, each.mass_kg


def _written(number: str) -> str:
    return "".join(number.split()).upper()


def _batches(organisation_id: uuid.UUID, asked: list[Asked]) -> dict[str, Batch]:
    numbers = {_written(each[3]) for each in asked}
    own = Batch.objects.filter(organisation_id=organisation_id, number__in=numbers)
    return {batch.number: batch for batch in own}


def _of_draws(asked: list[Asked], batches: dict[str, Batch]) -> Iterator[Finding]:
    wanted: dict[str, Decimal] = {}
    for at, place, _, named, mass in asked:
        path, batch = f"items[{at}].draws[{place}]", batches.get(_written(named))
        if batch is None:
            yield _finding("batch.unknown", f"{path}.batch", batch=named)
        elif mass is None or mass <= 0:
            yield _finding("batch.mass", f"{path}.mass_kg", batch=named)
        else:
            before = wanted.get(batch.number, ZERO)
            wanted[batch.number] = before + mass
            if before + mass > left_of(batch):
                left = str(plain(max(left_of(batch) - before, ZERO)))
                values = {"batch": batch.number, "left_kg": left, "mass_kg": format(mass, "f")}
                yield _finding("batch.overdrawn", f"{path}.mass_kg", **values)


def _finding(code: str, path: str, **values: Value) -> Finding:
    return Finding(code, ERROR, path, values=values)
