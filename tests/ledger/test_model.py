"""Every history of a line, up to a bound, against an oracle that counts on its fingers.

Two declarations draw on a line of three units; each of their messages has an id of its own kind, so
that a second one of the same kind is a replay, or another message under a used id.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from monazite.ledger.book import Booked, enter
from monazite.ledger.movements import QUANTITY, Account, Movement, balance

DAY = date(2026, 3, 2)
GRANTED, USES = 3, 2
ACCOUNT = Account(QUANTITY, Decimal(GRANTED), None, USES, None, None, None)
AMOUNTS = {
    "reserve": (2, 1), "post": (2, 1), "void": (2, 1), "expire": (1,), "contra": (1,), "late": (1,),
}  # fmt: skip
ALPHABET = [
    (f"{name}/{kind}", kind, amount)
    for name in ("A", "B")
    for kind, amounts in AMOUNTS.items()
    for amount in amounts
]


@dataclass
class Fingers:
    """The oracle: whole units in two heaps, uses, and what each id was used for."""

    reserved: int = 0
    used: int = 0
    uses: int = 0
    seen: dict[str, tuple[str, int]] = field(default_factory=dict)

    def copy(self) -> Fingers:
        return Fingers(self.reserved, self.used, self.uses, dict(self.seen))

    def take(self, ident: str, kind: str, amount: int) -> str:
        """Do it if it may be done; replayed, reused, refused or done."""
        if ident in self.seen:
            return "replayed" if self.seen[ident] == (kind, amount) else "reused"
        after = self._after(kind, amount)
        if min(after) < 0 or after[0] + after[1] > GRANTED or after[2] > USES:
            return "refused"
        self.reserved, self.used, self.uses = after
        self.seen[ident] = (kind, amount)
        return "done"

    def _after(self, kind: str, amount: int) -> tuple[int, int, int]:
        match kind:
            case "reserve":
                return self.reserved + amount, self.used, self.uses + 1
            case "post":
                return self.reserved - amount, self.used + amount, self.uses
            case "void" | "expire":
                return self.reserved - amount, self.used, self.uses - 1
            case "late":
                return self.reserved, self.used + amount, self.uses + 1
        return self.reserved, self.used - amount, self.uses - 1


def movement(kind: str, amount: int) -> Movement:
    uses = 0 if kind == "post" else 1
    return Movement(kind, Decimal(amount), Decimal(0), uses, DAY)


def answered(
    book: tuple[Booked, ...], ident: str, kind: str, amount: int
) -> tuple[str, Booked | None]:
    answer = enter(book, ACCOUNT, ident, movement(kind, amount))
    if answer.replayed:
        return "replayed", answer.booked
    if answer.booked:
        return "done", answer.booked
    codes = {problem.code for problem in answer.problems}
    return ("reused" if codes == {"message_reused"} else "refused"), None


def walk(book: tuple[Booked, ...], fingers: Fingers, deep: int) -> int:
    """Every message after this history, and after each that was done all histories below it."""
    seen = 0
    for ident, kind, amount in ALPHABET:
        then = fingers.copy()
        expected = then.take(ident, kind, amount)
        got, entry = answered(book, ident, kind, amount)
        assert got == expected, (book, ident, kind, amount)
        seen += 1
        if got == "done" and deep > 1:
            assert entry is not None
            grown = (*book, entry)
            same(grown, then)
            seen += walk(grown, then, deep - 1)
    return seen


def same(book: tuple[Booked, ...], fingers: Fingers) -> None:
    sums = balance(ACCOUNT, [each.movement for each in book])
    assert sums.quantity.reserved == fingers.reserved
    assert sums.quantity.used == fingers.used
    assert sums.uses == fingers.uses
    assert sums.quantity.left == GRANTED - fingers.reserved - fingers.used >= 0


def test_every_short_history_is_answered_as_the_oracle_answers() -> None:
    assert walk((), Fingers(), 5) > 20_000


@pytest.mark.slow
def test_every_longer_history_is_answered_as_the_oracle_answers() -> None:
    assert walk((), Fingers(), 7) > 500_000


def test_refused_and_repeated_messages_change_nothing_wherever_they_come() -> None:
    """Each history of three, with every message sent again after each step: the same answers."""
    for history in product(ALPHABET, repeat=3):
        book: tuple[Booked, ...] = ()
        first: dict[tuple[str, str, int], Booked] = {}
        for message in history:
            _, entry = answered(book, *message)
            if entry is not None and message not in first:
                first[message] = entry
                book = (*book, entry)
            for sent, was in first.items():
                assert answered(book, *sent) == ("replayed", was)
