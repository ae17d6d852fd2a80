"""The rows of a schedule that hold in a week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.engine.schedule import Edges, Elsewhere, Groups, Hubs

if TYPE_CHECKING:
    from monazite.shock.engine.schedule import Schedule


def now(schedule: Schedule, week: int) -> tuple[Edges, Groups, Hubs, Elsewhere]:
    """Tables of one row each."""
    phase = schedule.phase[week]
    at, ways = schedule.edges, schedule.hubs
    return (
        Edges(at.edge, at.group, at.settled, *(table[phase] for table in at[3:])),
        Groups(*(table[phase] for table in schedule.groups)),
        Hubs(ways.row, ways.country, ways.lag, *(table[phase] for table in ways[3:])),
        Elsewhere(*(table[phase] for table in schedule.elsewhere)),
    )
