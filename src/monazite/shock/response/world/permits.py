"""What measures leave of the trade that they reach: what needs no licence, and what is granted.

Ways round a measure are left out: a plan does not count on smuggling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.desks import covered
from monazite.shock.engine.reference.now import now
from monazite.shock.engine.sums import by

if TYPE_CHECKING:
    from monazite.shock.engine.schedule import Edges, Groups
    from monazite.shock.model.model import Floats
    from monazite.shock.response.world.runs import Run


class Held(NamedTuple):
    """Of each row of a schedule, weeks x rows.

    limited: 1 where a measure reaches the row in the week, else 0; free: t of it that need no
    licence; permit: t that are licensed.
    """

    limited: Floats
    free: Floats
    permit: Floats


def held(run: Run) -> Held:
    """As the engine decides (`licensing`, `within_quota`) in the run of the medians."""
    schedule = run.case.schedule
    weeks = [_week(run, week) for week in range(schedule.weeks)]
    shape = schedule.weeks, len(schedule.edges.edge)
    columns = zip(*weeks, strict=True) if weeks else ()
    return Held(*(np.array(column, float).reshape(shape) for column in columns))


def _week(run: Run, week: int) -> Held:
    schedule, model, knobs = run.case.schedule, run.case.model, run.knobs
    at, office, _, rest = now(schedule, week)
    part = covered(at, knobs)
    stopped = part * (1 - (1 - at.banned) * at.general)
    good = model.trade.source[at.edge] // len(model.countries)
    more = max(1.0, knobs.demand * float(rest.wanted.max(initial=0.0)))
    usual = model.trade.base[at.edge] * more * (1 + knobs.hoarding * rest.announced[good])
    free, permit = (1 - stopped) * usual, run.week.granted[week]
    quota = np.isfinite(office.quota)[at.group]
    shared = _quota(run, at, office, part)
    passes = np.minimum(shared, (part - stopped) * usual + permit)
    return Held(
        ((stopped > 0) | quota).astype(float),
        np.where(quota, (1 - part) * usual, free),
        np.where(quota, passes, permit),
    )


def _quota(run: Run, at: Edges, office: Groups, part: Floats) -> Floats:
    """T a week of a quota that falls to each row, by what went before."""
    usual = run.case.model.trade.base[at.edge] * part
    total = by(at.group, usual, len(office.quota))
    quota = np.where(np.isfinite(office.quota), office.quota, 0.0)
    each = np.divide(quota, total, out=np.zeros(len(total)), where=total > 0)
    return np.asarray(usual * each[at.group])
