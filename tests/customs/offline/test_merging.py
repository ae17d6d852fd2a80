"""Journals come home in any order, again and in copies: nothing is used twice, nothing is over."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.customs.facts import LicenceFacts, LineFacts
from monazite.customs.offline import journal as journals
from monazite.customs.offline.canonical import sha256
from monazite.customs.offline.journal import Draw, Exit, Journal
from monazite.customs.offline.merging import (
    AFTER_EXPIRY,
    BROKEN,
    FORKED,
    NOT_ALLOTTED,
    NOT_BORNE,
    OVER_ALLOTMENT,
    REFERENCE_REUSED,
    TOLD_TWICE,
    Amounts,
    Known,
    ends,
    merge,
)
from monazite.customs.offline.snapshot import Carried, Holder, Snapshot
from monazite.ledger.book import Booked, enter
from monazite.ledger.movements import (
    EXPIRE,
    LATE,
    QUANTITY,
    RESERVE,
    VOID,
    Account,
    Movement,
    balance,
)

if TYPE_CHECKING:
    from random import Random


pytestmark = pytest.mark.slow

GRANTED = 40
ACCOUNT = Account(QUANTITY, Decimal(GRANTED), None, 20, None, None, None)
TAKEN = datetime(2026, 11, 2, tzinfo=UTC)
UNTIL = TAKEN + timedelta(days=2)
DAY = date(2026, 11, 2)
ZERO = Decimal(0)
_seeded = settings(derandomize=True, max_examples=200, deadline=None)


def snapshot(ident: str, quantity: int, uses: int) -> Snapshot:
    """A post that may let go so much of the one line."""
    line = LineFacts(
        1, "magnets", "magnet", "Dy", "1C902", "8505111000", "kg", "quantity", "USD",
        Decimal(quantity), None, uses,
    )  # fmt: skip
    facts = LicenceFacts("CN-L-2026-000001", yours=True, lines=(line,))
    holder = Holder("91110000", "Example Magnets", "")
    return Snapshot(
        ident, "CN", "Tianjin", f"post {ident}", TAKEN, UNTIL, (Carried(holder, facts),)
    )


def journal(snap: Snapshot, quantities: list[tuple[str, int]], **other: object) -> Journal:
    """So much by each reference, an hour apart."""
    exits: list[Exit] = []
    for number, (reference, quantity) in enumerate(quantities, 1):
        exits.append(
            Exit(
                number=number,
                previous=exits[-1].hash() if exits else snap.genesis(),
                at=TAKEN + timedelta(hours=number),
                reference=reference,
                looked="",
                draws=(Draw(1, "CN-L-2026-000001", 1, Decimal(quantity), ZERO),),
                declaration={},
            )
        )
    head = exits[-1].hash() if exits else snap.genesis()
    made = Journal(snap.ident, head, UNTIL, closed=True, exits=tuple(exits))
    return replace(made, **other)  # type: ignore[arg-type]


@dataclass
class Desk:
    """The ledger of the line, and what was merged; as the desk does it, without a database."""

    book: tuple[Booked, ...] = ()
    known: list[Known] = field(default_factory=list)
    left: dict[str, Amounts] = field(default_factory=dict)
    closed: set[str] = field(default_factory=set)
    entered: dict[str, Decimal] = field(default_factory=dict)
    conflicts: list[tuple[str, str]] = field(default_factory=list)

    def move(self, ident: str, kind: str, quantity: Decimal, uses: int) -> bool:
        answer = enter(self.book, ACCOUNT, ident, Movement(kind, quantity, ZERO, uses, DAY))
        if answer.booked and not answer.replayed:
            self.book = (*self.book, answer.booked)
        return answer.booked is not None

    def take(self, snap: Snapshot) -> bool:
        line = snap.licences[0].facts.lines[0]
        assert line.left_quantity is not None
        assert line.uses_left is not None
        done = self.move(f"{snap.ident}/reserve", RESERVE, line.left_quantity, line.uses_left)
        if done:
            self.left[snap.ident] = Amounts(line.left_quantity, ZERO, line.uses_left)
        return done

    def merge(self, snap: Snapshot, told: Journal) -> None:
        line = ("CN-L-2026-000001", 1)
        left = {line: self.left[snap.ident]}
        for each in merge(snap, told, self.known, dict(left)):
            if each.known:
                continue
            exit_ = each.exit
            self.known.append(
                Known(snap.ident, exit_.number, exit_.hash(), exit_.key(), exit_.reference)
            )
            self.conflicts += [(exit_.key(), code) for code in each.conflicts]
            for entering in each.entering:
                before, freed = self.book, entering.freed
                fits = (
                    self.move(f"{exit_.key()}/void", VOID, freed.quantity, freed.uses)
                    if any(freed)
                    else True
                )
                fits = fits and self.move(f"{exit_.key()}/late", LATE, entering.taken.quantity, 1)
                if fits:
                    had = left[line]
                    left[line] = Amounts(had.quantity - freed.quantity, ZERO, had.uses - freed.uses)
                    self.entered[exit_.key()] = entering.taken.quantity
                else:
                    self.book = before
                    self.conflicts.append((exit_.key(), NOT_BORNE))
        self.left[snap.ident] = left[line]
        if ends(snap, told) and snap.ident not in self.closed:
            self.closed.add(snap.ident)
            rest = self.left[snap.ident]
            if any(rest):
                assert self.move(f"{snap.ident}/expire", EXPIRE, rest.quantity, rest.uses)
            self.left[snap.ident] = Amounts(ZERO, ZERO, 0)

    def sums(self) -> tuple[int, int]:
        side = balance(ACCOUNT, [each.movement for each in self.book]).quantity
        return int(side.reserved), int(side.used)


REFERENCES = st.sampled_from("abcdef")
SHIPMENTS = st.lists(st.tuples(REFERENCES, st.integers(1, 9)), max_size=5)
Shipments = list[tuple[str, int]]
Post = tuple[int, int, Shipments, Shipments]
"""Quantity and uses that it was allotted, and what two copies of its file tell."""
POSTS = st.lists(
    st.tuples(st.integers(1, 20), st.integers(1, 6), SHIPMENTS, SHIPMENTS), min_size=1, max_size=4
)


def world(
    posts: list[Post],
) -> tuple[Desk, list[tuple[Snapshot, Journal]]]:
    """Posts with what they were allotted, and of each the journals of two copies of its file."""
    desk, files = Desk(), []
    for number, (quantity, uses, one, other) in enumerate(posts):
        snap = snapshot(f"s{number}", quantity, uses)
        if desk.take(snap):
            files += [(snap, journal(snap, one)), (snap, journal(snap, other))]
            files.append((snap, journal(snap, one[:2], closed=False, exported_at=TAKEN)))
    return desk, files


@_seeded
@given(POSTS, st.randoms(use_true_random=False))
def test_whatever_comes_home_in_whatever_order_nothing_is_over_or_entered_twice(
    posts: list[Post], random: Random
) -> None:
    desk, files = world(posts)
    order = files * 2
    random.shuffle(order)
    for snap, told in order:
        desk.merge(snap, told)
        reserved, used = desk.sums()
        assert reserved >= 0
        assert used >= 0
        assert reserved + used <= GRANTED
        assert used == sum(desk.entered.values(), ZERO)
    told_of = {exit_.key() for _, each in files for exit_ in each.exits}
    unentered = told_of - desk.entered.keys()
    assert all(any(key == which for key, _ in desk.conflicts) for which in unentered)
    if files:
        assert desk.sums()[0] == 0  # every post closed: nothing is set aside for ever


@_seeded
@given(POSTS, st.randoms(use_true_random=False))
def test_posts_that_kept_to_what_they_had_come_to_the_same_in_every_order(
    posts: list[Post], random: Random
) -> None:
    honest: list[Post] = [
        (quantity, uses, within(quantity, uses, f"p{number}", one), [])
        for number, (quantity, uses, one, _) in enumerate(posts)
    ]
    _, files = world(honest)
    ends_ = []
    for order in (files, random.sample(files, len(files))):
        desk, _ = world(honest)
        for snap, told in order:
            if told.exits or not told.closed:
                desk.merge(snap, told)
        assert not desk.conflicts
        ends_.append((desk.sums()[1], desk.entered))
    assert ends_[0] == ends_[1]
    assert ends_[0][0] == sum(
        (d.quantity for _, each in files for e in each.exits if each.closed for d in e.draws), ZERO
    )


def within(
    quantity: int, uses: int, post: str, shipments: list[tuple[str, int]]
) -> list[tuple[str, int]]:
    """Those that fit the allotment, each with a reference of its own."""
    kept: list[tuple[str, int]] = []
    for number, (_, amount) in enumerate(shipments):
        if sum(each for _, each in kept) + amount <= quantity and len(kept) < uses:
            kept.append((f"{post}-{number}", amount))
    return kept


def codes(desk: Desk) -> set[str]:
    return {code for _, code in desk.conflicts}


def test_a_journal_that_comes_again_brings_nothing() -> None:
    snap, desk = snapshot("s", 10, 5), Desk()
    desk.take(snap)
    told = journal(snap, [("a", 4), ("b", 3)])
    for _ in range(3):
        desk.merge(snap, told)
    assert desk.sums() == (0, 7)
    assert not desk.conflicts


def test_a_longer_journal_brings_what_is_new() -> None:
    snap, desk = snapshot("s", 10, 5), Desk()
    desk.take(snap)
    desk.merge(snap, journal(snap, [("a", 4)], closed=False, exported_at=TAKEN))
    assert desk.sums() == (6, 4)
    desk.merge(snap, journal(snap, [("a", 4), ("b", 3)]))
    assert desk.sums() == (0, 7)


def test_what_was_changed_in_a_journal_is_not_entered_nor_is_anything_after_it() -> None:
    snap, desk = snapshot("s", 10, 5), Desk()
    desk.take(snap)
    told = journal(snap, [("a", 4), ("b", 3), ("c", 1)])
    forged = replace(told.exits[1], draws=(replace(told.exits[1].draws[0], quantity=Decimal(1)),))
    desk.merge(snap, replace(told, exits=(told.exits[0], forged, told.exits[2])))
    assert desk.sums() == (6, 4)  # what is left stays set aside: people look first
    assert codes(desk) == {BROKEN}


def test_a_last_entry_that_was_changed_is_not_entered() -> None:
    snap, desk = snapshot("s", 10, 5), Desk()
    desk.take(snap)
    told = journal(snap, [("a", 4), ("b", 3)])
    desk.merge(snap, replace(told, exits=(told.exits[0], replace(told.exits[1], reference="x"))))
    assert desk.sums() == (6, 4)


def test_one_shipment_that_two_posts_tell_of_is_entered_once() -> None:
    desk = Desk()
    for ident in ("s", "t"):
        snap = snapshot(ident, 10, 5)
        desk.take(snap)
        desk.merge(snap, journal(snap, [("a", 4)]))
    assert desk.sums() == (0, 4)
    assert codes(desk) == {TOLD_TWICE}


def test_a_copied_snapshot_is_seen_and_counted() -> None:
    snap, desk = snapshot("s", 10, 5), Desk()
    desk.take(snap)
    desk.merge(snap, journal(snap, [("a", 4)]))
    desk.merge(snap, journal(snap, [("b", 5)]))
    assert desk.sums() == (0, 9)
    assert codes(desk) == {FORKED, OVER_ALLOTMENT}


def test_more_than_was_allotted_is_counted_as_far_as_the_line_bears_it_and_looked_at() -> None:
    snap, desk = snapshot("s", 10, 5), Desk()
    desk.take(snap)
    desk.merge(snap, journal(snap, [("a", 12), ("b", 30)]))
    assert desk.sums() == (0, 12)
    assert codes(desk) == {OVER_ALLOTMENT, NOT_BORNE}


def test_what_else_is_seen() -> None:
    snap, desk = snapshot("s", 20, 5), Desk()
    desk.take(snap)
    told = journal(snap, [("a", 1), ("a", 2), ("c", 3)])
    more = Draw(2, "other", 1, Decimal(1), ZERO)
    late = replace(told.exits[2], at=UNTIL, draws=(*told.exits[2].draws, more))
    desk.merge(snap, replace(told, head=late.hash(), exits=(*told.exits[:2], late)))
    assert codes(desk) == {REFERENCE_REUSED, AFTER_EXPIRY, NOT_ALLOTTED}
    assert desk.sums() == (0, 6)


def test_items_that_draw_on_one_line_are_one_use_of_it() -> None:
    one = snapshot("A", 10, 1)
    told = journal(one, [("R", 2)])
    draw = told.exits[0].draws[0]
    both = replace(told.exits[0], draws=(draw, replace(draw, item=2)))
    told = replace(told, exits=(both,), head=both.hash())
    line = ("CN-L-2026-000001", 1)
    (found,) = merge(one, told, [], {line: Amounts(Decimal(10), ZERO, 1)})
    assert [(each.taken.uses, each.freed.uses) for each in found.entering] == [(1, 1), (0, 0)]
    assert found.conflicts == ()


def test_shipments_without_a_licence_are_of_the_firms_that_declare_them() -> None:
    one = snapshot("A", 10, 1)
    first = replace(journal(one, [("R", 1)]).exits[0], draws=())
    mine, same, other = (
        replace(first, declaration={"exporter": {"name": name}}) for name in ("X", "X", "Y")
    )
    assert mine.key() == same.key() != other.key()


def test_a_long_journal_is_hashed_once_and_not_for_each_entry_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, many, counted = snapshot("A", 300, 300), 300, Counter[str]()
    told = journal(one, [(f"R{number}", 1) for number in range(many)])

    def counting(text: str) -> str:
        counted["hashed"] += 1
        return sha256(text)

    monkeypatch.setattr(journals, "sha256", counting)
    merge(one, told, [], {})
    assert counted["hashed"] <= 4 * many
