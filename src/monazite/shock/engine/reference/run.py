"""A scenario from its first week to its last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.reference.week import Week, step
from monazite.shock.engine.state import start

if TYPE_CHECKING:
    from monazite.shock.engine.knobs import Knobs
    from monazite.shock.engine.schedule import Schedule
    from monazite.shock.model.model import Model


def run(model: Model, schedule: Schedule, knobs: Knobs) -> Week:
    """Every column of a week, weeks x what it is of."""
    state = start(model, schedule, knobs)
    weeks = [step(model, schedule, knobs, state, week) for week in range(schedule.weeks)]
    return Week(*(np.array(column) for column in zip(*weeks, strict=True)))
