"""What moved: by meter and month, round measures, and through the licensing office."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.results.banding import band
from monazite.shock.results.outcome import Approval, Hub, Month

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.shock.runs.bands import Bands
    from monazite.shock.runs.case import Case


def moved(case: Case, months: Sequence[str], found: Mapping[str, Bands]) -> tuple[Month, ...]:
    """Meters by month."""
    return tuple(
        Month(
            meter,
            month,
            case.whole(month),
            band(found["flow_t"], m, k),
            band(found["without_flow_t"], m, k) if "without_flow_t" in found else None,
            None,
        )
        for k, meter in enumerate(case.meters.names)
        for m, month in enumerate(months)
    )


def hubs(case: Case, months: Sequence[str], found: Mapping[str, Bands]) -> tuple[Hub, ...]:
    """Ways round by month; those that nothing ever takes are left out."""
    model, ways = case.model, case.schedule.hubs
    countries = len(model.countries)
    edge = case.schedule.edges.edge[ways.row]
    taken = np.nan_to_num(found["round_t"].p95).sum(axis=0) > 0
    rows = zip(model.trade.source[edge], ways.country, model.trade.target[edge], taken, strict=True)
    return tuple(
        Hub(
            case.goods[source // countries],
            model.countries[source % countries],
            model.countries[through],
            model.countries[target % countries],
            month,
            band(found["round_t"], m, h),
            band(found["landed_t"], m, h),
        )
        for h, (source, through, target, used) in enumerate(rows)
        if used
        for m, month in enumerate(months)
    )


def approvals(case: Case, found: Mapping[str, Bands]) -> tuple[Approval, ...]:
    """Offices where something was applied for, by week."""
    known = found["approved"].known
    return tuple(
        Approval(
            case.offices[office],
            goods_of(case, office),
            week,
            case.day(week),
            band(found["approved"], week, office),
        )
        for office in range(known.shape[1])
        if known[:, office].any()
        for week in range(known.shape[0])
    )


def goods_of(case: Case, office: int) -> tuple[str, ...]:
    """The goods whose files wait in an office."""
    edges = case.schedule.edges
    source = case.model.trade.source[edges.edge[edges.group == office]]
    return tuple(case.goods[n] for n in np.unique(source // len(case.model.countries)))
