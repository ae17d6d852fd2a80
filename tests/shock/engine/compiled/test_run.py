"""Many draws at once say what the reference says of each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from monazite.shock.engine.compiled.run import run
from monazite.shock.engine.knobs import Knobs
from monazite.shock.engine.meters import CLEARANCE, HALTED, meters, months
from monazite.shock.engine.reference import run as reference
from monazite.shock.runs.by_reference import by_reference
from support.shock_models import chain_model
from support.shock_schedules import USUAL, scenarios

if TYPE_CHECKING:
    from monazite.shock.engine.reference.week import Week
    from monazite.shock.engine.totals import Totals

MODEL = chain_model(seed=7, goods=3, countries=4, density=0.6)
SCENARIOS = scenarios(MODEL)
FIRST = date(2025, 1, 6)
WIDTH = 3
METERS = meters({"all": np.arange(len(MODEL.trade.base)), "one": np.array([3])}, [2, 0])
SHORT = USUAL._replace(market_cover=0.6, user_cover=2.0)


def _draws(number: int) -> Any:
    random = np.random.default_rng(3)
    kind: Any = Knobs
    return kind(*(value * random.uniform(0.9, 1.1, number) for value in SHORT))


def _draw(knobs: Any, at: int, kind: type) -> Knobs:
    """One draw as the kernel reads it."""
    return Knobs(*(float(kind(column[at])) for column in knobs))


def _by_month(shipped: np.ndarray) -> np.ndarray:
    weeks = len(shipped)
    calendar = months(FIRST, weeks + CLEARANCE)
    found = np.zeros(len(calendar.names))
    month, part = calendar.month[CLEARANCE:], calendar.part[CLEARANCE:]
    np.add.at(found, month, part * shipped)
    np.add.at(found, np.minimum(month + 1, len(found) - 1), (1 - part) * shipped)
    return found


def _equal(found: Totals, at: int, week: Week, wanted: np.ndarray, within: float) -> None:
    flow = week.shipped.sum(axis=1)
    assert found.flows[:, 0, at] == pytest.approx(
        _by_month(flow), rel=within, abs=within * flow.sum()
    )
    lost = (wanted - week.activity).sum(axis=0)
    assert found.lost[:, at] == pytest.approx(lost, rel=within, abs=within * len(wanted))
    leaked = MODEL.users.leak * lost
    assert found.leaked[:, at] == pytest.approx(leaked, rel=within, abs=within * len(wanted))
    assert found.worst[:, at] == pytest.approx(week.stopped.max(axis=0), abs=within)
    applied = week.applied.sum(axis=1)
    assert found.applied[:, 0, at] == pytest.approx(applied, rel=within, abs=within * applied.sum())
    assert found.round.sum(axis=(0, 1))[at] == pytest.approx(week.round.sum(), rel=within)
    assert found.quote_spot[..., at] == pytest.approx(week.spot[:, [2, 0]], rel=10 * within)
    assert found.quote_inner[..., at] == pytest.approx(week.inner[:, [2, 0]], rel=10 * within)
    spot = week.at_spot.sum(axis=0)
    assert found.at_spot.sum(axis=0)[:, at] == pytest.approx(spot, rel=10 * within, abs=1e-3)


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.parametrize(("kind", "within"), [(np.float64, 1e-9), (np.float32, 1e-5)])
def test_each_lane_is_a_run_of_the_reference(name: str, kind: type, within: float) -> None:
    plan, knobs = SCENARIOS[name], _draws(2)
    found = run(MODEL, plan, knobs, METERS, FIRST, kind)
    standing = np.zeros(found.standing.shape, np.int64)
    for at in range(2):
        draw = _draw(knobs, at, kind)
        wanted = draw.demand * plan.elsewhere.wanted[plan.phase]
        week = reference.run(MODEL, plan, draw)
        _equal(found, at, week, wanted, within)
        standing += week.stopped >= HALTED
    assert np.array_equal(found.standing, standing)


@pytest.mark.parametrize(("kind", "within"), [(np.float64, 1e-9), (np.float32, 1e-5)])
def test_what_arrives_is_counted_alike(kind: type, within: float) -> None:
    rows = {"leaves": np.arange(len(MODEL.trade.base)), "comes": np.arange(len(MODEL.trade.base))}
    counted = meters(rows, arriving=("comes",))
    plan, knobs = SCENARIOS["ways round an office"], _draws(1)
    found = run(MODEL, plan, knobs, counted, FIRST, kind)
    one: Any = Knobs
    draw = one(*(np.array([value]) for value in _draw(knobs, 0, kind)))
    wanted = by_reference(MODEL, plan, counted, FIRST, draw)
    assert np.abs(found.flows - wanted.flows).max() <= within * wanted.flows.sum()
    assert np.abs(found.landed - wanted.landed).max() <= within * wanted.landed.sum()
    assert wanted.landed.sum() > 0


@pytest.mark.slow
def test_neither_blocks_nor_cores_change_a_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    plan, knobs = SCENARIOS["licences"], _draws(2 * WIDTH + 1)
    knobs = knobs._replace(halt_below=np.full(2 * WIDTH + 1, 0.9))
    standing = run(MODEL, plan, knobs, METERS, FIRST).standing
    monkeypatch.setattr("monazite.shock.engine.compiled.run.WIDTH", WIDTH)
    many = run(MODEL, plan, knobs, METERS, FIRST)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    alone = run(MODEL, plan, knobs, METERS, FIRST)
    assert all(np.array_equal(a, b) for a, b in zip(many, alone, strict=True))
    assert np.array_equal(many.standing, standing)
    assert standing.max() > 1
    one = run(
        MODEL, plan, Knobs(*(column[WIDTH + 1 : WIDTH + 2] for column in knobs)), METERS, FIRST
    )
    for whole, part in zip(many[:-1], one[:-1], strict=True):
        assert whole[..., WIDTH + 1] == pytest.approx(part[..., 0], rel=1e-5, abs=1e-5)


def test_progress_is_told_to_the_last_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []
    monkeypatch.setattr("monazite.shock.engine.compiled.run.WIDTH", WIDTH)
    run(MODEL, SCENARIOS["ban"], _draws(WIDTH + 2), METERS, FIRST, told=told.append)
    assert told == [WIDTH, WIDTH + 2]
