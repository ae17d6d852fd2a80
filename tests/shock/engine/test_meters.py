"""What is counted as it leaves, and what as it arrives."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest

from monazite.shock.engine.knobs import Knobs
from monazite.shock.engine.meters import meters
from monazite.shock.engine.reference.run import run
from monazite.shock.runs.by_reference import by_reference
from support.shock_models import chain_model
from support.shock_schedules import USUAL, every_hub, exports, schedule

MODEL = chain_model(seed=7, goods=3, countries=6, density=0.5)
ROWS = exports(MODEL)
FIRST = date(2025, 1, 6)
KIND: Any = Knobs
DRAW = KIND(*(np.array([value]) for value in USUAL))
BOTH = meters({"leaves": ROWS, "comes": ROWS}, arriving=("comes",))
LAG = MODEL.trade.lag[ROWS]


def test_without_a_shock_it_makes_no_difference_when_goods_are_counted() -> None:
    found = by_reference(MODEL, schedule(MODEL), BOTH, FIRST, DRAW).flows[:, :, 0]
    assert found[:, 1] == pytest.approx(found[:, 0])


def test_what_arrives_falls_as_much_later_as_goods_are_on_the_way() -> None:
    row = int(ROWS[LAG.argmax()])
    lag = int(MODEL.trade.lag[row])
    one = np.array([row])
    plan = schedule(MODEL, weeks=60, since=20, covered=1.0, banned=1.0)
    found = by_reference(
        MODEL, plan, meters({"leaves": one, "comes": one}, arriving=("comes",)), FIRST, DRAW
    ).flows[:, :, 0]
    more = found[:, 1].sum() - found[:, 0].sum()
    # Departures are counted a week after; nothing leaves later that would not arrive.
    assert more == pytest.approx((lag - 1) * MODEL.trade.base[row])
    assert lag > 2


def test_what_goes_round_lands_later_and_without_what_is_seized() -> None:
    hubs = every_hub(len(ROWS), share=0.4, seized=0.25)
    plan = schedule(MODEL, weeks=60, since=20, covered=1.0, banned=1.0, hubs=hubs)
    found = by_reference(MODEL, plan, BOTH, FIRST, DRAW)
    week = run(MODEL, plan, USUAL)
    assert found.round.sum() == pytest.approx(week.round.sum())
    way = LAG + hubs.lag
    arrives = sum(
        (week.round - week.seized)[: 61 - weeks, at].sum() for at, weeks in enumerate(way.tolist())
    )
    assert found.landed.sum() == pytest.approx(arrives)
    assert found.landed.sum() < 0.75 * found.round.sum()
    first = [np.flatnonzero(one.sum(axis=(1, 2)))[0] for one in (found.round, found.landed)]
    assert first[0] <= first[1]
