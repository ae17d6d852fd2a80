"""A step at the gate that is tried again where others moved the same line at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from monazite.desk.events.append import ChangedMeanwhile

_TRIES = 50

Done = TypeVar("Done")


def retried(act: Callable[[], Done]) -> Done:
    """What the act returns; it reads everything anew each time. ChangedMeanwhile at last."""
    for _ in range(_TRIES - 1):
        try:
            return act()
        except ChangedMeanwhile:
            continue
    return act()
