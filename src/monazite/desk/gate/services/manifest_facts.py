"""What the gate is told beside each declaration of a manifest, as those before it leave it.

Licences and neighbours are read once; what a declaration draws is taken off here, so that the next
is answered as it would be if it had come alone.
"""

from __future__ import annotations

import copy
import uuid
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Q

from monazite.customs.facts import Facts, LicenceFacts, LineFacts, Recent
from monazite.desk.gate.facts import (
    RECENT_MOST,
    Known,
    cited,
    keys_of,
    licence_facts,
    neighbour,
    newest,
    splittable,
)  # fmt: skip
from monazite.desk.gate.models import Declaration, Item
from monazite.desk.licences.accounts import balance_of
from monazite.desk.licences.models import LicenceLine
from monazite.desk.licences.services.entering_many import held_lines
from monazite.ledger.movements import Movement

if TYPE_CHECKING:
    from monazite.customs.declared import Declaration as Declared
    from monazite.customs.regime import Rules

Place = tuple[str, int]


class Beside:
    """Licences that are cited and neighbours, as they stand after the declarations so far."""

    def __init__(
        self, declared: Sequence[Declared], owner: uuid.UUID, on: date, rules: Rules
    ) -> None:
        self._owner, self._on, self._rules = owner, on, rules
        self.held = {(line.licence.number, line.number): line for line in _lines(declared, owner)}
        """The lines as they are in the database, held until the transaction ends."""
        self._lines = {place: copy.copy(line) for place, line in self.held.items()}
        self._of: dict[str, list[LicenceLine]] = {}
        for line in self._lines.values():
            self._of.setdefault(line.licence.number, []).append(line)
        self._facts = {number: self._licence(number) for number in self._of}
        near = [each for each in declared if splittable(each, rules)]
        self._before = _before(near, owner, on, rules) if near else []
        self._new: deque[Recent] = deque(maxlen=RECENT_MOST)

    def known(self, declared: Declared) -> Known:
        """What is known beside this one now."""
        licences = {n: self._facts[n] for n in cited(declared) if n in self._facts}
        near = self._near(declared) if splittable(declared, self._rules) else ()
        return Known(Facts(on=self._on, licences=licences, recent=near), self.held)

    def took(self, declaration: Declaration, items: Sequence[Item]) -> None:
        """One more was answered: take off what it draws, and count it among the neighbours."""
        self._new.appendleft(neighbour(declaration, items))

    def drew(self, place: Place, entry: Movement) -> None:
        """A line has so much less."""
        line = self._lines[place]
        line.reserved_quantity += entry.quantity
        line.reserved_value += entry.value
        line.uses += entry.uses
        number = place[0]
        facts = self._facts[number]
        lines = tuple(
            _less(each, entry) if each.number == place[1] else each for each in facts.lines
        )
        facts = replace(facts, lines=lines)
        if facts.shipments_left is not None or balance_of(line).exhausted:
            now = self._licence(number)
            facts = replace(facts, reasons=now.reasons, shipments_left=now.shipments_left)
        self._facts[number] = facts

    def _licence(self, number: str) -> LicenceFacts:
        return licence_facts(self._of[number], self._owner, self._on, {})

    def _near(self, declared: Declared) -> tuple[Recent, ...]:
        keys = set(keys_of(declared).values()) - {""}
        before = (recent for own, shared, recent in self._before if own or keys & shared)
        return (*self._new, *before)[:RECENT_MOST]


def _less(line: LineFacts, entry: Movement) -> LineFacts:
    """A line after an entry; all of a manifest counts for one day, and so for the same stretch."""
    return replace(
        line,
        left_quantity=None if line.left_quantity is None else line.left_quantity - entry.quantity,
        left_value=None if line.left_value is None else line.left_value - entry.value,
        uses_left=None if line.uses_left is None else line.uses_left - entry.uses,
    )


def _lines(declared: Iterable[Declared], owner: uuid.UUID) -> list[LicenceLine]:
    """The lines of the licences that are cited; the owner's are held, others are nobody's here."""
    numbers = {number for each in declared for number in cited(each)}
    every = LicenceLine.objects.filter(licence__number__in=numbers)
    own = every.filter(licence__organisation_id=owner).values_list("pk", flat=True)
    others = every.exclude(licence__organisation_id=owner).select_related("licence")
    return [*held_lines(own), *others]


def _before(
    near: Iterable[Declared], owner: uuid.UUID, on: date, rules: Rules
) -> list[tuple[bool, set[str], Recent]]:
    """Neighbours of before: whether they are the owner's, by which keys they are found."""
    shared = Q()
    for name in ("sender_key", "receiver_key", "address_key"):
        found = {keys_of(each)[name] for each in near} - {""}
        shared |= Q(**{f"{name}__in": found}) if found else Q()
    rows = Declaration.objects.filter(day__gt=on - timedelta(rules.splitting.days))
    own = list(newest(rows.filter(organisation_id=owner)))
    others = list(newest(rows.filter(shared).exclude(organisation_id=owner))) if shared else []
    every = sorted([*own, *others], key=lambda row: row.lodged_at, reverse=True)
    return [
        (
            row.organisation_id == owner,
            {row.sender_key, row.receiver_key, row.address_key} - {""},
            neighbour(row, list(row.items.all())),
        )
        for row in every
    ]
