"""How a block is read: months, meters, weights, as the kernel needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.meters import landing, later
from monazite.shock.engine.sums import by

if TYPE_CHECKING:
    from monazite.shock.engine.meters import Meters, Months
    from monazite.shock.engine.schedule import Schedule
    from monazite.shock.model.model import Floats, Model


class Reading(NamedTuple):
    """How weeks are added up.

    month, part: of a week, those in which goods are cleared included; weeks: that a month is run;
    start, slot: meters over what is metered; later: weeks until a row of these is counted; landing:
    weeks until what goes through a hub arrives; weight: each user's part of its sector's value
    added; quoted: goods whose prices are kept by week.
    """

    month: np.ndarray
    part: np.ndarray
    weeks: np.ndarray
    start: np.ndarray
    slot: np.ndarray
    later: np.ndarray
    landing: np.ndarray
    weight: np.ndarray
    quoted: np.ndarray


def read(
    model: Model,
    schedule: Schedule,
    meters: Meters,
    calendar: Months,
    slot: np.ndarray,
    kind: type,
) -> Reading:
    """Of a calendar that reaches `CLEARANCE` weeks beyond the last week."""
    month, part = calendar.month[: schedule.weeks], calendar.part[: schedule.weeks]
    whole = by(month, part, len(calendar.names))
    whole += by(month + 1, 1 - part, len(calendar.names) + 1)[:-1]
    return Reading(
        calendar.month,
        calendar.part.astype(kind),
        whole.astype(kind),
        meters.start,
        slot,
        later(model, meters),
        landing(model, schedule),
        _weights(model).astype(kind),
        meters.quoted,
    )


def _weights(model: Model) -> Floats:
    """Each user's part of its sector's value added."""
    users = model.users
    total = by(users.sector, users.value_added, len(model.sectors))[users.sector]
    return np.divide(users.value_added, total, out=np.zeros(len(total)), where=total > 0)
