"""What the matrix says, shown by calling the service behind each action."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.desk.events.append import ChangedMeanwhile
from monazite.desk.people.actions import ACTIONS
from monazite.desk.people.may import Forbidden, may
from monazite.errors import MonaziteError
from support.access.calls import calls
from support.access.cells import Cell, cells, in_passing
from support.access.world import build

if TYPE_CHECKING:
    from support.access.calls import Call
    from support.access.world import World

pytestmark = pytest.mark.slow

WITHOUT_SERVICE = frozenset({"ruling.renew", "advice.read_all"})
"""The worker's, and a page's that asks the predicate itself.

Shown in tests/desk/api and tests/desk/pages/cases.
"""


def test_every_action_is_called_here_or_named_as_without_a_service() -> None:
    assert ACTIONS.keys() - calls().keys() == WITHOUT_SERVICE


@pytest.mark.django_db
@pytest.mark.parametrize("action", sorted(ACTIONS.keys() - WITHOUT_SERVICE))
def test_the_service_refuses_exactly_whom_the_predicates_refuse(action: str) -> None:
    world, call = build(), calls()[action]
    asked = [cell for cell in cells(world) if cell.action == action]
    differing = [
        f"{cell.role} at {cell.kind}, {cell.situation.name}: may={said}, done={done}"
        for cell in asked
        for said, done in [_both(world, cell, call)]
        if said != done
    ]
    assert asked
    assert differing == []


def _both(world: World, cell: Cell, call: Call) -> tuple[bool, bool]:
    """What the predicate says, which only reads, and then whether the service lets in."""
    return in_passing(
        world, cell, lambda who, thing: (may(who, cell.action, thing), _let_in(call, who, thing))
    )


def _let_in(call: Call, who: object, thing: object) -> bool:
    """Whether the service let the person through; what it then finds amiss is another matter."""
    try:
        call(who, thing)  # type: ignore[arg-type]
    except Forbidden:
        return False
    except ChangedMeanwhile:
        raise
    except MonaziteError:
        return True
    return True
