"""The rows of a schedule that hold in a week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.engine.schedule import Edges, Elsewhere, Groups

if TYPE_CHECKING:
    from monazite.shock.engine.schedule import Schedule


def now(schedule: Schedule, week: int) -> tuple[Edges, Groups, Elsewhere]:
    """Tables of one row each."""
    phase = schedule.phase[week]
    at = schedule.edges
    return (
        Edges(at.edge, at.group, *(table[phase] for table in at[2:])),
        Groups(*(table[phase] for table in schedule.groups)),
        Elsewhere(*(table[phase] for table in schedule.elsewhere)),
    )
