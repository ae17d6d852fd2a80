"""What is kept of every scenario: one number a column, and their names and units."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.meters import CLEARANCE, months
from monazite.shock.engine.totals import NEVER
from monazite.shock.results.placing import pooled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.engine.totals import Totals
    from monazite.shock.model.model import Floats, Model
    from monazite.shock.runs.case import Case

UNITS = {
    "lost": "million US$", "flow_t": "t", "least_t": "t", "first_halt": "week", "stopped": "1",
    "quote": "US$/kg",
}  # fmt: skip
"""Units by the part of a name before its stroke.

lost: value added over the run, in all, and by country (`lost/DEU`); flow_t: of a meter over the
run; least_t: in its least whole month; first_halt: the week of the first halt among plants whose
value added is known, none where all run on; stopped: the largest part of a sector's plants that
stood in a week; quote: the highest month of a good's quote outside.
"""


def units(case: Case) -> Mapping[str, str]:
    """The columns of a sweep on the world of a case, with their units."""
    named = [
        "lost", *(f"lost/{case.model.countries[c]}" for c in known(case.model)),
        "first_halt", "stopped",
        *(f"{what}/{name}" for what in ("flow_t", "least_t") for name in case.meters.names),
        *(f"quote/{good}" for good in case.goods),
    ]  # fmt: skip
    return {name: UNITS[name.partition("/")[0]] for name in named}


def known(model: Model) -> list[int]:
    """Countries whose losses are known: none of their plants stands under the rest of the world."""
    users = model.users
    partly = {country for _, country in pooled(model)}
    found = np.unique(users.country[users.value_added > 0]).tolist()
    return [c for c in found if model.countries[c] not in partly]


def columns(case: Case, totals: Totals) -> Floats:
    """The numbers of draws, columns x draws, NaN where a draw has none.

    No sum here passes through a library of linear algebra, which may add in another order.
    """
    worth = case.model.users.value_added > 0
    lost = np.maximum(0.0, totals.lost[worth].astype(np.float64))
    lost *= case.model.users.value_added[worth][:, None]
    of = case.model.users.country[worth]
    first = np.where(totals.first[worth] == NEVER, np.inf, totals.first[worth])
    halt = first.min(axis=0, initial=np.inf)
    return np.concatenate([
        lost.sum(axis=0)[None],
        *(lost[of == c].sum(axis=0)[None] for c in known(case.model)),
        np.where(np.isinf(halt), np.nan, halt)[None],
        totals.worst[worth].max(axis=0, initial=0.0)[None],
        *_flows(case, totals),
        totals.spot[_of_the_run(case)].max(axis=0),
    ]).astype(np.float64)  # fmt: skip


def _flows(case: Case, totals: Totals) -> tuple[Floats, Floats]:
    """Of each meter all that is counted, and the least whole month, or of all where none is."""
    flows = totals.flows.astype(np.float64)
    names = months(case.first, case.schedule.weeks + CLEARANCE).names
    whole = [at for at, name in enumerate(names) if case.whole(name)] or list(range(len(names)))
    return flows.sum(axis=0), flows[whole].min(axis=0)


def _of_the_run(case: Case) -> list[int]:
    """The months in which weeks of the run lie: the last may have none."""
    return list(range(len(months(case.first, case.schedule.weeks).names)))
