"""The exit is confirmed: what really left is posted, and the rest is free again.

What left while its licence stood is taken off it even where the licence does not stand any more,
and what left although its reservation had lapsed becomes known too (`late`).
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_EVEN, Decimal

from django.db import transaction

from monazite.desk.events.append import Who
from monazite.desk.events.prints import plain
from monazite.desk.gate.models import Declaration, Item, Left
from monazite.desk.gate.prints import left_told
from monazite.desk.gate.services.held import held
from monazite.desk.gate.services.late import Entering, Late, conflict, enter_late
from monazite.desk.gate.services.leaving import LAPSED, leaving, when
from monazite.desk.gate.services.reserving import drawing, line_of, message_id, uses
from monazite.desk.gate.services.retried import retried
from monazite.desk.gate.services.stepping import step
from monazite.desk.licences.services.moving import move
from monazite.desk.people.models import Person
from monazite.errors import InputError
from monazite.ledger.movements import POST, VOID, ZERO, Movement

_FINEST = Decimal("0.000001")


def confirm_exit(
    person: Person,
    ident: uuid.UUID,
    on: date | datetime,
    left: Mapping[int, Decimal],
    via: str,
    *,
    seen: int | None,
) -> Declaration:
    """What left on a customs day, by the items' numbers in their own units; the others left whole.

    on: the day, or the instant, which matters where a licence ceased to stand on that day; without
    a time zone it is the regime's. InputError for one before it was cleared, after its last day or
    to come, for an item that it does not have and for more than was declared; Refused where a
    licence did not stand then, unless the reservation has lapsed: then it opens a lead.
    """
    return retried(lambda: _confirmed(person, ident, on, left, Who(person.pk, via), seen))


@transaction.atomic
def _confirmed(
    person: Person,
    ident: uuid.UUID,
    on: date | datetime,
    left: Mapping[int, Decimal],
    who: Who,
    seen: int | None,
) -> Declaration:
    declaration = held(person, ident, "declaration.work", seen)
    items = list(declaration.items.select_related("line__licence").order_by("number"))
    moment = when(declaration, on)
    rows = left_of(items, left)
    freed = _reserved(declaration, items)
    late = leaving(declaration, rows, moment, freed)

    def writes() -> None:
        Left.objects.bulk_create(rows)
        if late is None:
            _moved(declaration, rows, moment.day, who)
        else:
            _entered(declaration, late, who)

    step(
        declaration, "exit", who, told={"on": moment.day.isoformat()}, rows=left_told(rows),
        writes=writes, exited_on=moment.day,
    )  # fmt: skip
    if late is not None:
        conflict(declaration, late.conflicts, who)
    return declaration


def _reserved(declaration: Declaration, items: Sequence[Item]) -> list[Entering]:
    """What gives back all that is set aside; nothing is of what has lapsed."""
    if declaration.state == LAPSED:
        return []
    drawn = drawing(items)
    counted = uses(drawn)
    return [
        Entering(line_of(item), item, Movement(
            VOID, item.drawn_quantity, item.drawn_value, counted[item.number], declaration.day
        ))
        for item in drawn
    ]  # fmt: skip


def _entered(declaration: Declaration, late: Late, who: Who) -> None:
    """What is set aside is free, and what left is taken: a licence that fell has no post."""
    for line, item, entry in late.freed:
        move(line.pk, entry, message_id(declaration, item, VOID), who)
    enter_late(declaration, late, who)


def left_of(items: Sequence[Item], left: Mapping[int, Decimal]) -> list[Left]:
    """The rows of what left, by the items' numbers; InputError for what they do not have."""
    if odd := sorted(left.keys() - {item.number for item in items}):
        raise InputError("left", str(odd[0]), ", ".join(str(item.number) for item in items))
    return [_row(item, left.get(item.number, item.quantity)) for item in items]


def _row(item: Item, quantity: Decimal) -> Left:
    """Everything of the item in the measure of what left; all of it where all left."""
    if not quantity.is_finite() or not ZERO <= quantity <= item.quantity:
        field = f"left[{item.number}]"
        most = plain(item.quantity)
        told = {"item": item.number, "most": most, "unit": item.unit}
        raise InputError(field, str(quantity), f"0 to {most} {item.unit}", "left_amount", **told)

    def part(amount: Decimal) -> Decimal:
        whole = quantity == item.quantity
        return amount if whole else _measured(amount * quantity / item.quantity)

    second = item.second_quantity
    return Left(
        item=item,
        quantity=_measured(quantity),
        mass_kg=part(item.mass_kg),
        second_quantity=None if second is None else part(second),
        value=part(item.value),
        posted_quantity=part(item.drawn_quantity),
        posted_value=part(item.drawn_value),
    )


def _measured(amount: Decimal) -> Decimal:
    return amount.quantize(_FINEST, ROUND_HALF_EVEN)


def _moved(declaration: Declaration, rows: Sequence[Left], on: date, who: Who) -> None:
    """Line by line: what stays behind is void first, so that the last post ends a single licence.

    A line of which nothing left at all was not used.
    """
    by_item = {row.item.number: row for row in rows}
    drawn = drawing(row.item for row in rows)
    used = {item.line_id for item in drawn if _posted(by_item[item.number])}
    counted = uses(drawn)
    for item in drawn:
        kept = 0 if item.line_id in used else counted[item.number]
        _void(declaration, by_item[item.number], kept, who)
    for item in drawn:
        _post(declaration, by_item[item.number], on, who)


def _posted(left: Left) -> bool:
    return bool(left.posted_quantity or left.posted_value)


def _void(declaration: Declaration, left: Left, uses: int, who: Who) -> None:
    item = left.item
    quantity = item.drawn_quantity - left.posted_quantity
    value = item.drawn_value - left.posted_value
    if quantity or value:
        entry = Movement(VOID, quantity, value, uses, declaration.day)
        move(line_of(item).pk, entry, message_id(declaration, item, VOID), who)


def _post(declaration: Declaration, left: Left, on: date, who: Who) -> None:
    if _posted(left):
        entry = Movement(POST, left.posted_quantity, left.posted_value, 0, on)
        move(line_of(left.item).pk, entry, message_id(declaration, left.item, POST), who)
