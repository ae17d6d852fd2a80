from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from monazite.trade.mirror.controls import Control
from monazite.trade.mirror.panel import Panel
from monazite.trade.mirror.transshipment import Excess, matched_excess
from support.mirror_panels import (
    CONTROL_MONTH,
    PANEL_MONTHS,
    average_precision,
    transshipment_panel,
    year_on_year,
)

pytestmark = pytest.mark.slow

CONTROL = Control("a ban", ("282580",), "CHN", "USA", date(2003, 1, 1))
FIRST = 24_000  # 2000-01
AFTER = np.arange(PANEL_MONTHS) >= CONTROL_MONTH


def panel(inward: np.ndarray, outward: np.ndarray, direct: np.ndarray | None = None) -> Panel:
    lost = np.where(AFTER, 0.0, 1_000.0) if direct is None else direct
    return Panel(
        "282580", np.arange(PANEL_MONTHS) + FIRST, ("THA",), inward[None], outward[None], lost
    )


def only(found: tuple[Excess, ...]) -> Excess:
    (one,) = found
    return one


def test_the_months_of_the_simulation_are_those_of_the_control() -> None:
    assert CONTROL.first_month == FIRST + CONTROL_MONTH


def test_acceptance_matched_excess_beats_the_year_on_year_ratio() -> None:
    """Simulated: 8 articles of 24 products and 40 partners; AP of .79 was published for ours."""
    precision, rival, first_ten = [], [], []
    for article in range(8):
        scores, ratios, truths = [], [], []
        for product in range(24):
            simulated, truth = transshipment_panel(100 * article + product)
            by_third = {one.third: one.score for one in matched_excess(simulated, CONTROL)}
            scores += [by_third[third] for third in simulated.thirds]
            ratios += year_on_year(simulated).tolist()
            truths += truth.tolist()
        score, truth = np.asarray(scores), np.asarray(truths)
        precision.append(average_precision(score, truth))
        rival.append(average_precision(np.asarray(ratios), truth))
        first_ten.append(np.mean(truth[np.argsort(-score)[:10]]))
    assert np.mean(precision) >= 0.7
    assert min(precision) > 2 * max(rival)
    assert np.mean(first_ten) >= 0.95


def test_goods_that_come_and_go_are_matched() -> None:
    flow = np.where(AFTER, 600.0, 0.0)
    found = only(matched_excess(panel(flow, flow), CONTROL)).figures
    assert found is not None
    assert (found.matched_kg, found.lost_kg, found.share_of_lost) == (14_400.0, 24_000.0, 0.6)
    assert (found.z_inward, found.z_outward, found.lag_months) == (10.0, 10.0, 0)
    assert found.score == pytest.approx(6.0)


@pytest.mark.parametrize("lag", [0, 1, 2])
def test_goods_that_leave_later_are_matched_at_their_lag(lag: int) -> None:
    rng = np.random.default_rng(1)
    flow = np.where(AFTER, 600.0 * rng.lognormal(0, 1, PANEL_MONTHS), 0.0)
    found = only(matched_excess(panel(flow, np.roll(flow, lag)), CONTROL)).figures
    assert found is not None
    assert found.lag_months == lag
    assert found.matched_kg == pytest.approx(flow[: PANEL_MONTHS - lag].sum())


@pytest.mark.parametrize("leg", [0, 1])
def test_growth_on_one_leg_alone_is_nothing(leg: int) -> None:
    legs = [np.full(PANEL_MONTHS, 50.0), np.full(PANEL_MONTHS, 50.0)]
    legs[leg] = np.where(AFTER, 900.0, 50.0)
    assert only(matched_excess(panel(*legs), CONTROL)).score == 0


def test_growth_of_production_at_home_is_subtracted() -> None:
    flow = np.where(AFTER, 600.0, 0.0)
    found = only(matched_excess(panel(flow, flow), CONTROL, {"THA": 450.0})).figures
    assert found is not None
    assert found.matched_kg == 24 * 150.0
    assert only(matched_excess(panel(flow, flow), CONTROL, {"THA": 700.0})).score == 0


def test_one_large_shipment_moves_no_score() -> None:
    flow = np.full(PANEL_MONTHS, 50.0)
    flow[CONTROL_MONTH + 5] = 9_000.0
    assert only(matched_excess(panel(flow, flow), CONTROL)).score == 0


def test_first_seen_needs_twelve_months_of_known_nothing_and_something_since() -> None:
    new, old = np.where(AFTER, 600.0, 0.0), np.full(PANEL_MONTHS, 600.0)
    unknown = np.where(np.arange(PANEL_MONTHS) < CONTROL_MONTH - 8, np.nan, new)
    nothing = np.zeros(PANEL_MONTHS)
    seen = [
        only(matched_excess(panel(new, leg), CONTROL)).first_seen
        for leg in (new, old, unknown, nothing)
    ]
    assert seen == [True, False, False, False]


def test_an_unknown_month_is_no_excess_and_no_zero() -> None:
    flow = np.where(AFTER, 600.0, 100.0)
    flow[CONTROL_MONTH + 3] = np.nan
    found = only(matched_excess(panel(flow, flow), CONTROL))
    assert found.figures is not None
    assert found.figures.matched_kg == 23 * 500.0
    assert (found.months_before, found.months_after) == (24, 23)


@pytest.mark.parametrize(
    ("months", "direct", "reason"),
    [
        (slice(0, CONTROL_MONTH - 10), None, "too_few_before"),
        (slice(CONTROL_MONTH + 2, None), None, "too_few_after"),
        (slice(0, 0), np.full(PANEL_MONTHS, np.nan), "direct_flow_unknown"),
        (slice(0, 0), np.where(AFTER, np.nan, 1.0), "direct_flow_unknown"),
        (slice(0, 0), np.full(PANEL_MONTHS, 1_000.0), "nothing_lost"),
    ],
)
def test_where_nothing_can_be_said_there_is_a_reason(
    months: slice, direct: np.ndarray | None, reason: str
) -> None:
    flow = np.where(AFTER, 600.0, 1.0)
    flow[months] = np.nan
    found = only(matched_excess(panel(flow, flow, direct), CONTROL))
    assert (found.figures, found.reason, found.score) == (None, reason, 0.0)


def test_the_highest_score_comes_first() -> None:
    flow = np.where(AFTER, 600.0, 0.0)
    several = replace(
        panel(flow, flow),
        thirds=("MEX", "THA", "VNM"),
        inward=np.stack([flow, 2 * flow, flow / 2]),
        outward=np.stack([flow, 2 * flow, flow / 2]),
    )
    assert [one.third for one in matched_excess(several, CONTROL)] == ["THA", "MEX", "VNM"]
