"""Entries with the ids of the messages that made them: a repeated message is answered, not done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.ledger.limits import Problem, may_move

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.ledger.movements import Account, Movement


@dataclass(frozen=True, slots=True)
class Booked:
    """An entry and its message; the id is chosen by who sends it."""

    message_id: str
    movement: Movement


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a message: its entry, None where it was refused, and every reason why.

    replayed: it was here before, and this is what it was answered then.
    """

    booked: Booked | None
    replayed: bool
    problems: tuple[Problem, ...]


def enter(book: Sequence[Booked], account: Account, message_id: str, movement: Movement) -> Answer:
    """What the account's book says to one more message; a repeat is looked up before the balance.

    problems: those of `limits.may_move`, or message_reused for an id of another entry.
    """
    asked = Booked(message_id, movement)
    if asked in book:
        return Answer(asked, replayed=True, problems=())
    if any(each.message_id == message_id for each in book):
        return Answer(None, replayed=False, problems=(Problem("message_reused"),))
    problems = may_move(account, [each.movement for each in book], movement)
    return Answer(None if problems else asked, replayed=False, problems=problems)
