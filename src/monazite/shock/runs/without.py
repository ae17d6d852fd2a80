"""The same run in which nothing of its scenario happens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from monazite.shock.engine.schedule import Groups

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.engine.schedule import Schedule
    from monazite.shock.runs.case import Case

_NONE, _USUAL = ("announced", "released", "missing"), ("available", "wanted", "admitted")


def without(case: Case) -> Case:
    """The case over the same weeks; what its scenario assumes of parameters still holds."""
    return case._replace(schedule=calm(case.schedule))


def calm(schedule: Schedule) -> Schedule:
    """The same weeks in which trade stays as in the year of its flows.

    No row is held, taxed or gone round; nobody fears; capacity and use are the usual, nothing lacks
    and no stock is released.
    """
    first = {name: table[:1] for name, table in schedule.elsewhere._asdict().items()}
    return replace(
        schedule,
        phase=np.zeros_like(schedule.phase),
        edges=schedule.edges._replace(**_empty(schedule.edges._asdict())),
        groups=Groups(*(table[:1] for table in schedule.groups)),
        hubs=schedule.hubs._replace(**_empty(schedule.hubs._asdict())),
        elsewhere=schedule.elsewhere._replace(
            **first
            | {name: np.zeros_like(first[name]) for name in _NONE}
            | {name: np.ones_like(first[name]) for name in _USUAL}
        ),
    )


def _empty(columns: Mapping[str, Any]) -> dict[str, Any]:
    """Columns without any row."""
    return {name: column[..., :0] for name, column in columns.items()}
