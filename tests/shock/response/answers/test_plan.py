"""The plan as it is told: by year, with its public money."""

from __future__ import annotations

from dataclasses import replace

import pytest

from monazite.shock.response.answers.plan import plan, spent
from monazite.shock.response.costing import odds
from monazite.shock.response.results import Step
from support.response_by_hand import (
    PRICE,
    by_hand,
    finished,
    limits,
    plant,
    plants,
    programme,
    solved,
    store,
)
from support.response_policies import equipped
from support.response_settings import setting


def test_stock_bought_in_two_years_is_two_steps() -> None:
    """From April 2025 on: nine months of 2025, three of 2026, then six months of stop."""
    given = by_hand(18, range(12, 18), stores=store(month_t=5))
    told = plan(*solved(given))
    assert [(step.year, step.begun) for step in told] == [(2025, "2025-04"), (2026, "2026-01")]
    assert [step.amount for step in told] == pytest.approx([45, 15])
    assert told[0] == Step(
        2025, "stockpile", "NdFeB/magnet", None, "JPN", None, None, pytest.approx(45), "t",  # type: ignore[arg-type]
        "2025-04", None, pytest.approx(45 * 0.06),  # type: ignore[arg-type]
    )  # fmt: skip


def test_holding_goes_to_the_stock_that_is_held() -> None:
    given = by_hand(12, range(6, 12), stores=store(month_t=10)._replace(holding=0.12))
    (step,) = plan(*solved(given))
    assert step.cost_musd == pytest.approx(60 * 0.06 + 360 * 0.06 * 0.01)


def test_a_plant_is_told_with_its_project_and_when_it_is_ready() -> None:
    given = by_hand(12, range(1, 7), plants=plant(project="p-1", name="A plant", fixed=2.0))
    (step,) = plan(*solved(replace(given, whole=True)))
    assert (step.way, step.project, step.name, step.unit) == ("plants", "p-1", "A plant", "t/a")
    assert (step.begun, step.ready) == ("2025-04", "2025-07")
    assert step.amount == pytest.approx(120)
    assert step.cost_musd == pytest.approx(2 + 1)


def test_a_bound_plant_costs_what_its_floor_pays() -> None:
    given = by_hand(12, range(1, 7), plants=plant(capex=1e6, floor=PRICE + 30, way="recycling"))
    (step,) = plan(*solved(given))
    assert (step.way, step.project) == ("offtake", None)
    assert step.cost_musd == pytest.approx(2.7, rel=1e-4)


def test_recycling_substitution_and_finished_goods_are_told_by_name() -> None:
    given = by_hand(
        12,
        range(1, 12),
        plants=plants([{"way": "recycling", "most": 3.0}]),
        programmes=programme(share=0.4),
        finished=finished(),
    )
    told = {step.way: step for step in plan(*solved(given))}
    assert set(told) == {"recycling", "substitution", "finished"}
    replaced, bought = told["substitution"], told["finished"]
    assert (replaced.what, replaced.sector, replaced.name) == (
        "NdFeB/magnet",
        "traction",
        "without magnets",
    )
    assert (replaced.unit, replaced.ready) == ("part", "2025-06")
    assert replaced.amount == pytest.approx(0.4)
    assert (bought.what, bought.country, bought.ready) == ("traction", "JPN", "2025-05")
    assert bought.amount == pytest.approx(0.3)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_steps_costs_add_up_to_what_is_spent(seed: int) -> None:
    given = equipped(setting(seed, 3, 5, 3, 10, 2), seed)
    given = replace(given, limits=limits(budget=20.0))
    made, found = solved(given)
    total = spent(made.costs, found.values, odds(given))
    assert 0 < total <= 20 + 1e-6
    assert sum(step.cost_musd for step in plan(made, found)) == pytest.approx(total, abs=1e-4)
