"""What else happens when an application takes a step: rooms above say so when they are ready.

A follower acts in the transaction of the step; what it raises undoes the step.
"""

from __future__ import annotations

from collections.abc import Callable

from monazite.desk.applications.models import Application
from monazite.desk.events.append import Who

Follower = Callable[[Application, Who], None]
STEPS = ("filed", "withdrawn", "superseded", "discarded")
"""Steps that can be followed, by the event's kind; called after the event was written, of a filing
just before it: every other filing of the regime waits for the number that is drawn then.
"""
_FOLLOWERS: dict[str, list[Follower]] = {step: [] for step in STEPS}


def follow(step: str, follower: Follower) -> None:
    """Act after every such step; called when a Django application is ready."""
    if follower not in _FOLLOWERS[step]:
        _FOLLOWERS[step].append(follower)


def followed(step: str, application: Application, who: Who) -> None:
    """Let the followers act; call in the step's transaction."""
    for follower in _FOLLOWERS[step]:
        follower(application, who)
