"""Every entry of a scenario that moves nothing in a model, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.scenarios.idle.controls import controls
from monazite.shock.scenarios.idle.offices import offices
from monazite.shock.scenarios.idle.patches import patches
from monazite.shock.scenarios.idle.rest import rest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.shock.scenarios.found import Found


def idle(found: Found) -> Iterator[tuple[str, str]]:
    """Path in the scenario and reason, of the texts `shock.idle.REASON`."""
    yield from patches(found)
    yield from offices(found)
    yield from controls(found)
    yield from rest(found)
