"""A run as validation sees it, made by hand: two goods, two countries, a few weeks."""

from __future__ import annotations

from datetime import date

import numpy as np

from monazite.shock.engine.meters import CLEARANCE, meters, months
from monazite.shock.engine.totals import totals
from monazite.shock.validation.seen import Seen
from support.shock_models import chain_model
from support.shock_schedules import schedule

FIRST = date(2025, 3, 3)
WEEKS = 44
DRAWS = 3


def seen() -> Seen:
    """All totals zero and no halt anywhere; 2025-03 to 2026-01, meters "a" and "b", office "o"."""
    model = chain_model(seed=3, goods=2, countries=3, density=0.9)
    plan = schedule(model, weeks=WEEKS)
    rows = {"a": np.array([0]), "b": np.array([1]), "x/T-USA": np.array([2])}
    summed = meters(rows, [0])
    quoted = ("/".join(model.goods[0]),)
    calendar = months(FIRST, WEEKS + CLEARANCE)
    kept = totals(model, plan, summed, calendar, DRAWS, np.float64)
    kept = kept._replace(landed=np.zeros((len(calendar.names), 2, DRAWS)))
    return Seen(model, FIRST, calendar.names, summed.names, ("o",), ("T", "M"), quoted, kept)
