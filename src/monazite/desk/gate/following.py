"""What else happens when a declaration takes a step: rooms above say so when they are ready.

A follower acts in the transaction of the step, after its event was written; what it raises undoes
the step.
"""

from __future__ import annotations

from collections.abc import Callable

from monazite.desk.events.append import Who
from monazite.desk.gate.models import Declaration

Follower = Callable[[Declaration, Who], None]
STEPS = (
    "lodged", "cleared", "held", "challenged", "refused", "exited", "amended", "cancelled",
    "lapsed",
)  # fmt: skip
"""Steps that can be followed, by the state that they lead to; lodged: every new declaration."""
_FOLLOWERS: dict[str, list[Follower]] = {step: [] for step in STEPS}


def follow(step: str, follower: Follower) -> None:
    """Act after every such step; called when a Django application is ready."""
    if follower not in _FOLLOWERS[step]:
        _FOLLOWERS[step].append(follower)


def followed(step: str, declaration: Declaration, who: Who) -> None:
    """Let the followers act; call in the step's transaction."""
    for follower in _FOLLOWERS[step]:
        follower(declaration, who)
