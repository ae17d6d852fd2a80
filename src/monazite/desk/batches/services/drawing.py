"""An export draws on batches in the transaction of its lodging; taken back, it gives back."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from django.db import connection

from monazite.customs.batches.content import ZERO, added
from monazite.customs.batches.fitting import unlike
from monazite.customs.declared import Declaration
from monazite.customs.findings import Finding
from monazite.customs.regime import rules
from monazite.desk import sql
from monazite.desk.batches.contained import left_of, part_of
from monazite.desk.batches.models import EXPORT, Batch, Draw
from monazite.desk.batches.services.taking import take
from monazite.desk.events.append import ChangedMeanwhile, Who
from monazite.desk.events.prints import plain
from monazite.law.finding import ERROR, WARNING, Value

_NUMBERS = 2000
"""Of batches in a query."""
Batches = dict[str, Batch]
"""By their numbers."""


class Asked(NamedTuple):
    """A draw: of which item, which of its draws (both from 0), the batch as typed, the mass."""

    item: int
    place: int
    batch: str
    mass_kg: Decimal | None


def found(organisation_id: uuid.UUID, declaration: Declaration) -> tuple[Finding, ...]:
    """What is wrong with the draws of a declaration, all of it; nothing is written.

    A batch of another firm is as unknown as one that does not exist.
    """
    return wrong(declaration, _named(organisation_id, declaration))


def held(organisation_id: uuid.UUID, declared: Iterable[Declaration]) -> Batches:
    """The firm's batches that declarations name, held until the transaction ends.

    In the order of their keys, so that two who hold several never wait for each other.
    """
    numbers = sorted({_written(asked.batch) for each in declared for asked in _asked(each)})
    batches = _own(organisation_id, numbers)
    if connection.vendor == "postgresql" and batches:
        ids = sorted(batch.pk for batch in batches.values())
        text = f"SELECT 1 FROM batches_batch WHERE id IN ({sql.marks(ids)})"  # noqa: S608
        sql.rows(f"{text} ORDER BY id FOR NO KEY UPDATE", ids)
        return _own(organisation_id, numbers)
    return batches


def _named(organisation_id: uuid.UUID, declaration: Declaration) -> Batches:
    """Those that a declaration names; most name none, and nothing is read."""
    return _own(organisation_id, [_written(asked.batch) for asked in _asked(declaration)])


def _own(organisation_id: uuid.UUID, numbers: Sequence[str]) -> Batches:
    found: Batches = {}
    for start in range(0, len(numbers), _NUMBERS):
        some = numbers[start : start + _NUMBERS]
        rows = Batch.objects.filter(organisation_id=organisation_id, number__in=some)
        found |= {batch.number: batch for batch in rows}
    return found


def wrong(declaration: Declaration, batches: Batches) -> tuple[Finding, ...]:
    """The same as `found`, against batches at hand."""
    return (*_of_draws(_asked(declaration), batches), *_of_contents(declaration, batches))


def impossible(findings: Iterable[Finding]) -> bool:
    """Whether one of them is such that the draws cannot be made."""
    return any(each.severity == ERROR for each in findings)


def spend(declaration: Declaration, batches: Batches) -> None:
    """Take what a declaration draws off batches at hand; nothing is written."""
    for asked in _asked(declaration):
        batches[_written(asked.batch)].drawn_kg += asked.mass_kg or ZERO


def draw(organisation_id: uuid.UUID, number: str, declaration: Declaration, who: Who) -> None:
    """Draw what the declaration says; call in the transaction of lodging, after `found` was empty.

    A repeated number does nothing. ChangedMeanwhile where a batch moved since it was looked at: the
    caller looks again.
    """
    if Draw.objects.filter(reference=number, kind=EXPORT).exists():
        return
    batches = _named(organisation_id, declaration)
    if impossible(wrong(declaration, batches)):
        raise ChangedMeanwhile(ChangedMeanwhile.__doc__)
    for asked in sorted(_asked(declaration), key=lambda each: _written(each.batch)):
        message = f"{number}/{asked.item + 1}/draw/{asked.place + 1}"
        batch = batches[_written(asked.batch)]
        take(batch, message, EXPORT, number, asked.mass_kg or ZERO, who)


def _asked(declaration: Declaration) -> Iterator[Asked]:
    for at, item in enumerate(declaration.items):
        for place, each in enumerate(item.draws):
            yield Asked(at, place, each.batch, each.mass_kg)


def _written(number: str) -> str:
    return "".join(number.split()).upper()


def _of_draws(asked: Iterable[Asked], batches: Batches) -> Iterator[Finding]:
    wanted: dict[str, Decimal] = {}
    for at, place, named, mass in asked:
        path, batch = f"items[{at}].draws[{place}]", batches.get(_written(named))
        if batch is None:
            yield _finding("batch.unknown", f"{path}.batch", batch=named)
        elif batch.accepted_at is None:
            yield _finding("batch.not_accepted", f"{path}.batch", batch=batch.number)
        elif mass is None or mass <= 0:
            yield _finding("batch.mass", f"{path}.mass_kg", batch=named)
        else:
            before = wanted.get(batch.number, ZERO)
            wanted[batch.number] = before + mass
            if before + mass > left_of(batch):
                left = str(plain(max(left_of(batch) - before, ZERO)))
                values = {"batch": batch.number, "left_kg": left, "mass_kg": format(mass, "f")}
                yield _finding("batch.overdrawn", f"{path}.mass_kg", **values)


def _of_contents(declaration: Declaration, batches: Batches) -> Iterator[Finding]:
    """Items that are not what their batches hold; of a batch that is not there that is said."""
    for at, item in enumerate(declaration.items):
        parts = [(batches.get(_written(draw.batch)), draw.mass_kg) for draw in item.draws]
        known = [(batch, mass) for batch, mass in parts if batch and mass and mass > 0]
        if not item.contains or not known or len(known) < len(parts):
            continue
        inside = added(part_of(batch, mass) for batch, mass in known)
        total = sum((mass for _, mass in known), ZERO)
        allowed = rules(known[0][0].regime).analysis
        if elements := unlike(item.contains, inside, total, allowed):
            values: dict[str, Value] = {
                "elements": ", ".join(elements),
                "batches": ", ".join(sorted({batch.number for batch, _ in known})),
            }
            path = f"items[{at}].draws"
            yield Finding("batch.unlike_item", WARNING, path, values=values)


def _finding(code: str, path: str, **values: Value) -> Finding:
    return Finding(code, ERROR, path, values=values)
