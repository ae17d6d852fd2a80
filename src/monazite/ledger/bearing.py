"""How much of what has left an account bears: goods that are gone are entered as they fit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from monazite.ledger.limits import may_move
from monazite.ledger.movements import QUANTITY, VALUE, ZERO

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.ledger.limits import Problem
    from monazite.ledger.movements import Account, Movement

_OVER = {
    "over_quantity": QUANTITY,
    "over_sub_period_quantity": QUANTITY,
    "over_value": VALUE,
    "over_sub_period_value": VALUE,
    "over_uses": "uses",
}
"""Problems that less would mend, and of which amount."""


def borne(account: Account, movements: Sequence[Movement], movement: Movement) -> Movement | None:
    """The entry, each of its amounts no more than the account leaves of it.

    None where quantity or value comes to nothing. What stands against it for another reason still
    does.
    """
    part = movement
    while over := _over(account, movements, part):
        for problem in over:
            part = _less(part, problem)
    gone = (not part.quantity and movement.quantity, not part.value and movement.value)
    return None if any(gone) else part


def _over(
    account: Account, movements: Sequence[Movement], movement: Movement
) -> tuple[Problem, ...]:
    return tuple(each for each in may_move(account, movements, movement) if each.code in _OVER)


def _less(movement: Movement, problem: Problem) -> Movement:
    most = max(problem.most or ZERO, ZERO)
    if _OVER[problem.code] == QUANTITY:
        return replace(movement, quantity=min(movement.quantity, most))
    if _OVER[problem.code] == VALUE:
        return replace(movement, value=min(movement.value, most))
    return replace(movement, uses=min(movement.uses, int(most)))
