"""Many cases at once: each in a transaction of its own, with an answer of its own."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from monazite.errors import MonaziteError


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of one case of many; error: why nothing did, None where it was done."""

    ident: uuid.UUID
    error: MonaziteError | None


def each(idents: Iterable[uuid.UUID], act: Callable[[uuid.UUID], object]) -> tuple[Answered, ...]:
    """Act on each case once; one that is refused stops no other; answers in the order given.

    They are taken by id: inside one larger transaction, two people with the same cases in another
    order would else wait for each other for ever.
    """
    asked = list(dict.fromkeys(idents))
    answers = {ident: _answered(ident, act) for ident in sorted(asked)}
    return tuple(answers[ident] for ident in asked)


def _answered(ident: uuid.UUID, act: Callable[[uuid.UUID], object]) -> Answered:
    try:
        act(ident)
    except MonaziteError as error:
        return Answered(ident, error)
    return Answered(ident, None)
