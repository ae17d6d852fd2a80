"""The desks of an office: what is filed there, how long it lies, and what lies there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from monazite.shock.engine.knobs import Knobs
    from monazite.shock.engine.schedule import Edges, Groups, Schedule
    from monazite.shock.model.model import Floats, Model

DESKS = 3
"""Desks that a file passes: the weeks of a file are those of an Erlang distribution."""
SOONEST = 1.0
"""Weeks of a file at least: what is filed in a week leaves in the next."""


def covered(at: Edges, knobs: Knobs) -> Floats:
    """The part of each row's goods that customs holds to the measure, look-alikes included."""
    return np.minimum(1.0, at.covered + knobs.look_alike * at.alike * (1 - at.covered))


def weeks_of(at: Edges, knobs: Knobs, office: Groups) -> Floats:
    """Mean weeks of a file, by row."""
    return np.asarray(np.maximum(SOONEST, knobs.review_weeks * office.review[at.group]))


def passing(weeks: Floats) -> tuple[Floats, Floats]:
    """The part of a desk's files that it passes on in a week, and of these the next one at once.

    A file lies at each desk a week at least. Where the whole review is shorter than that, a part of
    what a desk passes on is passed on by the next in the same week: the mean is always the review.
    """
    return np.minimum(1.0, DESKS / weeks), np.clip((DESKS - weeks) / (DESKS - 1), 0.0, 1.0)


def under_way(model: Model, schedule: Schedule, knobs: Knobs) -> Floats:
    """Files at each desk when the run begins, t, rows x desks: of what was licensed before it."""
    phase = schedule.phase[0]
    edges = schedule.edges
    at = edges._replace(**{name: getattr(edges, name)[phase] for name in edges._fields[3:]})
    office = type(schedule.groups)(*(table[phase] for table in schedule.groups))
    needed = covered(at, knobs) * (1 - at.banned) * (1 - at.general) * model.trade.base[at.edge]
    pace, onward = passing(weeks_of(at, knobs, office))
    first = at.settled * needed / pace
    return np.stack([first, *[(1 - onward) * first] * (DESKS - 1)], axis=1)
