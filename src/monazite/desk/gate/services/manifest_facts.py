"""What the gate is told beside each declaration of a manifest, as those before it leave it.

Licences and neighbours are read once; what a declaration draws is taken off here, so that the next
is answered as it would be if it had come alone.
"""

from __future__ import annotations

import copy
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from monazite.customs.facts import Facts, LicenceFacts, LineFacts
from monazite.customs.looked import analysed_before
from monazite.desk.batches import services as batches
from monazite.desk.gate.batches import with_findings
from monazite.desk.gate.facts import Known, cited, licence_facts
from monazite.desk.gate.looked import looked, looked_of
from monazite.desk.gate.services.manifest_neighbours import Neighbours
from monazite.desk.licences.models import LicenceLine
from monazite.desk.licences.services.begun import is_one_export
from monazite.desk.licences.services.entering_many import held_lines
from monazite.desk.licences.services.looking import hold_licences
from monazite.ledger.movements import Movement

if TYPE_CHECKING:
    from monazite.customs.declared import Declaration as Declared
    from monazite.customs.reading import Read
    from monazite.customs.regime import Rules
    from monazite.desk.gate.services.composing import Composed

Place = tuple[str, int]
_OWN = ("pk", "licence_id", "licence__regime", "licence__kind")
_NUMBERS = 2000
"""Of licences in a query."""


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
        self._batches = batches.held(owner, declared)
        self._near = Neighbours(declared, owner, on, rules)
        self._looked = looked(owner, on, rules, None, None)

    def known(self, declared: Declared) -> Known:
        """What is known beside this one now."""
        licences = {n: self._facts[n] for n in cited(declared) if n in self._facts}
        near = self._near.of(declared)
        before = looked_of(declared, self._looked) if self._looked else ()
        facts = Facts(
            on=self._on,
            licences=licences,
            recent=near,
            looked=before,
            analysed=analysed_before(declared, before),
        )
        return Known(facts, self.held)

    def with_batches(self, found: Read) -> Read:
        """The document with what is wrong with its draws on batches as they stand now."""
        return with_findings(found, batches.wrong(found.declaration, self._batches))

    def took(self, made: Composed) -> None:
        """One more was answered: count it among the neighbours, and take off what it draws."""
        self._near.add(made.declaration, made.items)
        if made.declaration.state != "refused":
            batches.spend(made.declared, self._batches)

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
        if facts.shipments_left is not None or any(map(_spent, lines)):
            now = self._licence(number)
            facts = replace(facts, reasons=now.reasons, shipments_left=now.shipments_left)
        self._facts[number] = facts

    def _licence(self, number: str) -> LicenceFacts:
        return licence_facts(self._of[number], self._owner, self._on, {})


def _less(line: LineFacts, entry: Movement) -> LineFacts:
    """A line after an entry; all of a manifest counts for one day, and so for the same stretch."""
    return replace(
        line,
        left_quantity=None if line.left_quantity is None else line.left_quantity - entry.quantity,
        left_value=None if line.left_value is None else line.left_value - entry.value,
        uses_left=None if line.uses_left is None else line.uses_left - entry.uses,
    )


def _spent(line: LineFacts) -> bool:
    """Whether nothing is left of something: only then can the licence be exhausted."""
    left = (line.left_quantity, line.left_value, line.uses_left)
    return any(each is not None and each <= 0 for each in left)


def _lines(declared: Iterable[Declared], owner: uuid.UUID) -> list[LicenceLine]:
    """The lines of the licences that are cited; the owner's are held, others are nobody's here."""
    numbers = sorted({number for each in declared for number in cited(each)})
    own: list[uuid.UUID] = []
    begun: set[uuid.UUID] = set()
    others: list[LicenceLine] = []
    for start in range(0, len(numbers), _NUMBERS):
        some = numbers[start : start + _NUMBERS]
        every = LicenceLine.objects.filter(licence__number__in=some)
        for pk, licence, *kind in every.filter(licence__organisation_id=owner).values_list(*_OWN):
            own.append(pk)
            begun |= {licence} if is_one_export(*kind) else set()
        others += every.exclude(licence__organisation_id=owner).select_related("licence")
    # Licences go before lines wherever both are written, so that nobody waits in a circle.
    hold_licences(begun)
    return [*held_lines(own), *others]
