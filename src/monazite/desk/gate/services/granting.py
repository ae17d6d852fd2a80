"""An officer of customs grants what a declarant asks about goods that have left, or denies it.

Nothing of a licence is free before that, and of a correction nothing is in between: what was
posted is reversed and what is said now is entered in one transaction, for the day on which it left.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from monazite.customs.procedure import machine
from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import Who, create
from monazite.desk.events.prints import ROWS
from monazite.desk.gate import batches
from monazite.desk.gate.facts import known
from monazite.desk.gate.following import followed
from monazite.desk.gate.models import Act, Declaration, Item, Left
from monazite.desk.gate.prints import FIELDS, declaration_told, items_told, left_told
from monazite.desk.gate.services.asking import ASK_CANCEL, request_of
from monazite.desk.gate.services.checking import checked, of_firm, under
from monazite.desk.gate.services.composing import Lodged, composed
from monazite.desk.gate.services.exiting import left_of
from monazite.desk.gate.services.held import held, said
from monazite.desk.gate.services.late import Amounts, Late, conflict, enter_late, measured
from monazite.desk.gate.services.reserving import take_back
from monazite.desk.gate.services.retried import retried
from monazite.desk.gate.services.stepping import step
from monazite.desk.people.models import Person

if TYPE_CHECKING:
    from monazite.customs.gate import Checked
    from monazite.desk.gate.facts import Known

ACTION = "declaration.work"
_CLEARED, _STOP = "cleared", "stop"
_STOPPED, _BATCHES_LACK = "stopped", "batches_lack"


def grant(
    person: Person, ident: uuid.UUID, text: str, via: str, *, seen: int | None
) -> Declaration:
    """Customs has seen that it is so: it is taken back, or the other stands in its place.

    Refused where nothing is asked.
    """
    return retried(lambda: _granted(person, ident, text, Who(person.pk, via), seen))


def deny(person: Person, ident: uuid.UUID, text: str, via: str, *, seen: int | None) -> Declaration:
    """It stays as it left; Refused where nothing is asked."""
    return retried(lambda: _denied(person, ident, text, Who(person.pk, via), seen))


@transaction.atomic
def _granted(
    person: Person, ident: uuid.UUID, text: str, who: Who, seen: int | None
) -> Declaration:
    declaration = held(person, ident, ACTION, seen)
    asked = _asked(declaration)
    event = "grant_cancel" if asked.kind == ASK_CANCEL else "grant_amend"
    step(declaration, event, who, text=said(text), writes=lambda: take_back(declaration, who))
    if asked.kind != ASK_CANCEL:
        _corrected(declaration, asked, who)
    return declaration


@transaction.atomic
def _denied(person: Person, ident: uuid.UUID, text: str, who: Who, seen: int | None) -> Declaration:
    declaration = held(person, ident, ACTION, seen)
    _asked(declaration)
    step(declaration, "deny", who, text=said(text))
    return declaration


def _asked(declaration: Declaration) -> Act:
    machine().after(declaration.state, "deny")
    asked = request_of(declaration)
    if asked is None:
        raise Refused("nothing_asked", number=declaration.number)
    return asked


def _corrected(old: Declaration, asked: Act, who: Who) -> None:
    """What is said now has left, on the same day; what does not fit opens a lead."""
    if old.exited_on is None:
        raise Refused("nothing_asked", number=old.number)
    kept = _posted(old)
    made, items, outcome = _composed(old, asked, old.exited_on, kept)
    told = {FIELDS: declaration_told(made), ROWS: items_told(items)}
    create(made, "lodged", told, who, items)
    followed("lodged", made, who)
    lacking = batches.lack(made)
    if not lacking:
        batches.draw(made, who)
    stored = made.items.select_related("line__licence").order_by("number")
    rows = left_of(list(stored), {})
    late = measured(rows, made.day, (), _amounts(kept))
    reasons = [*late.conflicts, *([_BATCHES_LACK] if lacking else [])]
    reasons += [_STOPPED] if outcome == _STOP else []
    _exit(made, rows, late, who)
    conflict(made, reasons, who)


def _posted(old: Declaration) -> dict[int, Left]:
    """What was posted of the old one, by the numbers of its items."""
    rows = Left.objects.filter(item__declaration=old).select_related("item__line__licence")
    return {row.item.number: row for row in rows if row.item.line is not None}


def _amounts(kept: Mapping[int, Left]) -> dict[int, Amounts]:
    return {number: (row.posted_quantity, row.posted_value) for number, row in kept.items()}


def _composed(
    old: Declaration, asked: Act, day: date, kept: Mapping[int, Left]
) -> tuple[Declaration, list[Item], str]:
    """The rows as of the day on which the old one left, with what they draw of each line."""
    from monazite.customs.reading import read  # noqa: PLC0415 - read where somebody acts

    if asked.by is None:
        raise ValueError(f"nobody asked for {old.number} to be amended")
    at = replace(under(old.regime), day=day)
    found = of_firm(read(asked.document), old.organisation)
    told = known(found.declaration, old.organisation_id, day, at.rules, {}, None, old)
    answer = checked(found, told, at)
    lodged = Lodged(
        asked.by, old.office, at.rules, at.law.hash, day, timezone.now(), None, old
    )  # fmt: skip
    whole = composed(found.declaration, asked.document, answer, told.lines, lodged)
    made = whole.declaration
    made.organisation = old.organisation
    made.state, made.cleared_at, made.exit_by = _CLEARED, old.cleared_at, old.exit_by
    _draw(whole.items, answer, told, kept)
    return made, list(whole.items), answer.outcome


def _draw(items: tuple[Item, ...], answer: Checked, told: Known, kept: Mapping[int, Left]) -> None:
    """It has left, whatever stands against it: each item is on the line that it is found to use.

    Where the gate would have stopped it and finds none, it stays on the line that it was posted on.
    """
    for item, found in zip(items, answer.items, strict=True):
        if found.licence is not None and found.line is not None:
            item.line = told.lines.get((found.licence.number, found.line.number))
            item.drawn_quantity, item.drawn_value = found.quantity, found.value
        elif answer.outcome == _STOP and item.number in kept:
            before = kept[item.number]
            item.line = before.item.line
            item.drawn_quantity, item.drawn_value = before.posted_quantity, before.posted_value


def _exit(made: Declaration, rows: list[Left], late: Late, who: Who) -> None:
    def writes() -> None:
        Left.objects.bulk_create(rows)
        enter_late(made, late, who)

    step(
        made, "exit", who, told={"on": made.day.isoformat(), "instead": str(made.replaces_id)},
        rows=left_told(rows), writes=writes, exited_on=made.day,
    )  # fmt: skip
