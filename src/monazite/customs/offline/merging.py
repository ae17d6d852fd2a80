"""A journal comes home: what of it is entered, and what people have to look at.

A shipment is entered once, whichever posts tell of it and in whichever order their journals come;
and as much as is left of what its post was allotted is freed in the same step. What the allotment
does not cover is entered as far as its line bears it, and looked at in every case: goods that left
are counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from monazite.customs.offline.journal import unbroken, whole
from monazite.ledger.movements import ZERO

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from monazite.customs.facts import LineFacts
    from monazite.customs.offline.journal import Draw, Exit, Journal
    from monazite.customs.offline.snapshot import Snapshot

BROKEN, FORKED, REFERENCE_REUSED, TOLD_TWICE = (
    "broken", "forked", "reference_reused", "told_twice",
)  # fmt: skip
AFTER_EXPIRY, BEFORE_TAKEN, NOT_ALLOTTED, OVER_ALLOTMENT = (
    "after_expiry", "before_taken", "not_allotted", "over_allotment",
)  # fmt: skip
NOT_STANDING, NOT_BORNE = "not_standing", "not_borne"
CHECKED_OTHERWISE, NOT_DECLARED, BATCH_LACKS = (
    "checked_otherwise", "not_declared", "batch_lacks",
)  # fmt: skip
CONFLICTS = (
    BROKEN, FORKED, REFERENCE_REUSED, TOLD_TWICE, AFTER_EXPIRY, BEFORE_TAKEN, NOT_ALLOTTED,
    OVER_ALLOTMENT, NOT_STANDING, NOT_BORNE, CHECKED_OTHERWISE, NOT_DECLARED, BATCH_LACKS,
)  # fmt: skip
"""Words: `customs.offline.conflict.CODE`. The last five only the desk can see."""
NOT_SHIPPED = frozenset({BROKEN, TOLD_TWICE})
"""An exit with one of these brings no shipment: nothing of it is entered."""
Line = tuple[str, int]
"""A licence's number and a line's number on it."""


class Amounts(NamedTuple):
    """How much of a line, and how often."""

    quantity: Decimal
    value: Decimal
    uses: int


NOTHING = Amounts(ZERO, ZERO, 0)


def less(one: Amounts, other: Amounts) -> Amounts:
    """What is left of one without the other."""
    return Amounts(one.quantity - other.quantity, one.value - other.value, one.uses - other.uses)


@dataclass(frozen=True, slots=True)
class Known:
    """An exit that a journal told of before: by which snapshot, at which place of its chain."""

    snapshot: str
    number: int
    hash: str
    key: str
    reference: str


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was told before; hashes, numbers: by journals of this snapshot."""

    hashes: set[str]
    numbers: set[int]
    keys: set[str]
    references: set[str]

    def add(self, told: str, number: int, key: str, reference: str) -> None:
        """An entry of this snapshot."""
        self.hashes.add(told)
        self.numbers.add(number)
        self.keys.add(key)
        self.references.add(reference)


@dataclass(frozen=True, slots=True)
class Entering:
    """A draw to be entered: freed of what is set aside for its post, and then taken."""

    draw: Draw
    freed: Amounts
    taken: Amounts


@dataclass(frozen=True, slots=True)
class Merged:
    """What becomes of one exit; known: it was merged before, and nothing is to be done."""

    exit: Exit
    entering: tuple[Entering, ...]
    conflicts: tuple[str, ...]
    known: bool


def merge(
    snapshot: Snapshot, journal: Journal, known: Sequence[Known], left: dict[Line, Amounts]
) -> tuple[Merged, ...]:
    """What becomes of each exit, in the journal's order.

    known: what was merged before, of this snapshot and of those that share its licences; left: what
    of this snapshot's allotment is still set aside, by line; changed by what is entered.
    """
    sound = unbroken(journal, snapshot.genesis())
    seen, lines = _seen(snapshot, known), _lines(snapshot)
    return tuple(
        _merged(snapshot, entry, seen, lines, left, broken=place >= sound)
        for place, entry in enumerate(journal.exits)
    )


def ends(snapshot: Snapshot, journal: Journal) -> bool:
    """Whether nothing more can have left by the snapshot: what is left of it may be freed.

    Only where the journal is whole, and its post closed it or wrote it after its time.
    """
    late = journal.exported_at is not None and journal.exported_at >= snapshot.expires_at
    return whole(journal, snapshot.genesis()) and (journal.closed or late)


def _seen(snapshot: Snapshot, known: Sequence[Known]) -> _Seen:
    here = [each for each in known if each.snapshot == snapshot.ident]
    return _Seen(
        {each.hash for each in here}, {each.number for each in here},
        {each.key for each in known}, {each.reference for each in known},
    )  # fmt: skip


def _merged(
    snapshot: Snapshot,
    entry: Exit,
    seen: _Seen,
    lines: Mapping[Line, LineFacts],
    left: dict[Line, Amounts],
    *,
    broken: bool,
) -> Merged:
    """What becomes of an entry, which is then seen."""
    told, key = entry.hash(), entry.key()
    if told in seen.hashes:
        return Merged(entry, (), (), known=True)
    forked, reused = entry.number in seen.numbers, entry.reference in seen.references
    again = key in seen.keys
    seen.add(told, entry.number, key, entry.reference)
    if broken or again:
        return Merged(entry, (), (BROKEN if broken else TOLD_TWICE,), known=False)
    own = [draw for draw in entry.draws if _of(draw) in lines]
    firsts = {_of(draw): draw for draw in reversed(own)}
    entering = tuple(_entering(draw, int(firsts[_of(draw)] is draw), left) for draw in own)
    found = {
        FORKED: forked,
        REFERENCE_REUSED: reused,
        AFTER_EXPIRY: entry.at >= snapshot.expires_at,
        BEFORE_TAKEN: entry.at < snapshot.taken_at,
        NOT_ALLOTTED: len(own) < len(entry.draws),
        OVER_ALLOTMENT: any(_beyond(each, lines[_of(each.draw)]) for each in entering),
    }
    conflicts = tuple(code for code, applies in found.items() if applies)
    return Merged(entry, entering, conflicts, known=False)


def _lines(snapshot: Snapshot) -> dict[Line, LineFacts]:
    """What the post was given."""
    return {
        (each.facts.number, line.number): line
        for each in snapshot.licences
        for line in each.facts.lines
    }


def _of(draw: Draw) -> Line:
    return draw.licence, draw.line


def _entering(draw: Draw, uses: int, left: dict[Line, Amounts]) -> Entering:
    """What a draw frees of what is still set aside; that is then no longer there for the next.

    uses: 1 for the first draw of a shipment on its line, else 0, as at the gate.
    """
    line = _of(draw)
    had, taken = left.get(line, NOTHING), Amounts(draw.quantity, draw.value, uses)
    freed = Amounts(
        min(had.quantity, taken.quantity), min(had.value, taken.value), min(had.uses, taken.uses)
    )
    left[line] = less(had, freed)
    return Entering(draw, freed, taken)


def _beyond(entering: Entering, line: LineFacts) -> bool:
    """Whether it took more than was set aside, of what bounds the line."""
    taken, freed = entering.taken, entering.freed
    return (
        (line.left_quantity is not None and taken.quantity > freed.quantity)
        or (line.left_value is not None and taken.value > freed.value)
        or (line.uses_left is not None and taken.uses > freed.uses)
    )
