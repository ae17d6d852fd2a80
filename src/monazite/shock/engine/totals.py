"""What is kept of the draws of a run, whichever engine runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from monazite.shock.engine.meters import Meters, Months
    from monazite.shock.engine.schedule import Schedule
    from monazite.shock.model.model import Model

NEVER = -1


class Totals(NamedTuple):
    """By draw (last index), but for `standing`.

    flows: t, months x meters; round: t sent round, months x hubs; landed: t of it that were not
    seized, in the months in which they arrive, likewise; inner, spot, contract: US$ a kg, mean of a
    month, months x goods; at_contract, at_spot: t that markets outside home hand out at these
    prices, months x goods; applied, granted: t of the week, weeks x groups; output: weeks x
    sectors, of 1, by value added; lost: weeks of output, users; leaked: the part of it that is
    bought finished, users; first: week of the first halt, -1 if none, users; worst: largest part of
    the plants that stood in a week, users; quote_inner, quote_spot: US$ a kg at the week's end,
    weeks x goods of `Meters.quoted`; standing: in how many draws `HALTED` or more of a user's
    plants stand, weeks x users, whole numbers that add up.
    """

    flows: np.ndarray
    round: np.ndarray
    landed: np.ndarray
    inner: np.ndarray
    spot: np.ndarray
    contract: np.ndarray
    at_contract: np.ndarray
    at_spot: np.ndarray
    applied: np.ndarray
    granted: np.ndarray
    output: np.ndarray
    lost: np.ndarray
    leaked: np.ndarray
    first: np.ndarray
    worst: np.ndarray
    quote_inner: np.ndarray
    quote_spot: np.ndarray
    standing: np.ndarray


def totals(
    model: Model, schedule: Schedule, meters: Meters, calendar: Months, width: int, kind: type
) -> Totals:
    """Room for a number of draws, all zero."""
    months, goods, users = len(calendar.names), len(model.goods), len(model.users.sector)
    groups = schedule.groups.review.shape[1]
    shapes: list[tuple[int, ...]] = [
        (months, len(meters.names)),
        *[(months, len(schedule.hubs.row))] * 2,
        *[(months, goods)] * 5,
        *[(schedule.weeks, groups)] * 2,
        (schedule.weeks, len(model.sectors)),
        *[(users,)] * 4,
        *[(schedule.weeks, len(meters.quoted))] * 2,
    ]
    columns: list[np.ndarray] = [np.zeros((*shape, width), kind) for shape in shapes]
    found = Totals(*columns, *[np.zeros((schedule.weeks, users), np.int64)])
    found.first[:] = NEVER
    return found
