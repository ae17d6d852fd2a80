"""Prices: what a duty adds, and what contracts follow."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from monazite.shock.engine.reference.pricing import QUARTER, duty_abroad
from monazite.shock.engine.reference.run import run
from support.shock_models import chain_model
from support.shock_schedules import USUAL, exports, scenarios, schedule

MODEL = chain_model(seed=7, goods=3, countries=6, density=0.5)


@pytest.mark.parametrize("general", [None, 1.0])
def test_without_scarcity_the_spread_is_the_duty(general: float | None) -> None:
    """Whether no licence is needed, or all pass under a general one."""
    held = {} if general is None else {"covered": 1.0, "general": general}
    found = run(MODEL, schedule(MODEL, weeks=200, duty=0.5, what=held), USUAL)
    assert found.spot[-1] / found.inner[-1] == pytest.approx(1.5, rel=0.01)


def test_a_duty_counts_by_what_leaves_home() -> None:
    trade, goods = MODEL.trade, len(MODEL.goods)
    rows = exports(MODEL)
    asked = np.where(np.arange(len(rows)) % 2, 0.5, 0.0)
    found = duty_abroad(MODEL, rows, asked)
    for good in range(goods):
        mine = trade.source[rows] // len(MODEL.countries) == good
        base = trade.base[rows][mine]
        assert found[good] == pytest.approx((asked[mine] * base).sum() / base.sum())


def test_a_duty_on_what_others_sell_raises_no_price_of_home() -> None:
    others = exports(MODEL, country=2)
    assert np.all(duty_abroad(MODEL, others, np.ones(len(others))) == 0)


def test_contracts_follow_what_was_paid_by_volume_in_the_quarter() -> None:
    found = run(MODEL, scenarios(MODEL)["ban"], USUAL)
    before = MODEL.price
    for quarter in range(3):
        weeks = slice(quarter * QUARTER, (quarter + 1) * QUARTER)
        at_contract, at_spot = found.at_contract[weeks], found.at_spot[weeks]
        worth = at_contract * before + at_spot * found.spot[weeks]
        paid = worth.sum(axis=0) / (at_contract + at_spot).sum(axis=0)
        assert found.contract[weeks][:-1] == pytest.approx(np.tile(before, (QUARTER - 1, 1)))
        before = before + USUAL.repricing * (paid - before)
        assert found.contract[weeks][-1] == pytest.approx(before)
    assert (before / MODEL.price).max() > 1.05


def test_quotes_of_few_goods_hardly_move_contracts() -> None:
    """No office decides: quotes rise, and nearly all that is still sold is sold under contract."""
    plan = schedule(MODEL, weeks=78, covered=0.5, throughput=0.0)
    found = run(MODEL, plan, USUAL._replace(contract=1.0, repricing=1.0, hoarding=0.0))
    quoted, agreed = (price[60] / MODEL.price - 1 for price in (found.spot, found.contract))
    assert quoted.max() > 0.5
    assert np.all(agreed < 0.25 * quoted)


def test_contracts_come_down_with_the_quote() -> None:
    """A ban of a year, then none: nobody stays bound to pay more than the quote."""
    banned = schedule(MODEL, weeks=260, banned=1.0, covered=1.0)
    weeks = np.arange(260)
    lifted = replace(banned, phase=np.where((weeks >= 8) & (weeks < 60), 1, 0))
    found = run(MODEL, lifted, USUAL._replace(repricing=0.7))
    assert (found.contract.max(axis=0) / MODEL.price).max() > 1.2
    assert np.all(found.contract[-1] <= found.spot[-1] * 1.02)
