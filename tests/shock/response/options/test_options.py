from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.shock.cases.models import of_case
from monazite.shock.engine.state import outflow
from monazite.shock.projects.reading import projects
from monazite.shock.response.assumptions.reading import packaged
from monazite.shock.response.options.feeding import feed
from monazite.shock.response.options.ground import MILLION, YEAR, Ground
from monazite.shock.response.options.plant import columns
from monazite.shock.response.options.plants import unnamed
from monazite.shock.response.options.programmes import finished, programmes
from monazite.shock.response.options.projected import Projected, projected
from monazite.shock.response.options.recipes import holds, recipes
from monazite.shock.response.options.stores import stores
from monazite.shock.response.setting import WEEKS
from monazite.shock.response.world.grouping import grouped
from monazite.shock.response.world.regions import regions

if TYPE_CHECKING:
    from monazite.shock.response.options.plant import Plant


@cache
def ground(place: str = "JPN", months: int = 36) -> Ground:
    model = of_case("magnets-2025")
    of = regions(model, (place,), 12, 2024)
    made = grouped(model, of).model
    planner = np.array([made.countries.index(place)])
    return Ground(made, planner, date(2026, 11, 1), months, packaged(), of, made)


@cache
def named(place: str = "USA", months: int = 36) -> Projected:
    return projected(ground(place, months), projects(known=date(2026, 11, 1)))


def good(name: str) -> int:
    return ["/".join(one) for one in ground().model.goods].index(name)


def of(found: list[Plant], name: str, way: str) -> Plant:
    count = len(ground().model.countries)
    return next(one for one in found if one.market // count == good(name) and one.way == way)


def test_a_recipe_takes_as_much_as_its_largest_makers_do() -> None:
    heavy = next(one for one in recipes(ground().model) if one.main == good("NdFeB-heavy/magnet"))
    assert heavy.inputs.keys() == {good(f"{name}/metal") for name in ("Dy", "Nd", "Pr", "Tb")}
    assert 0.3 < sum(heavy.inputs.values()) < 0.5
    light = next(one for one in recipes(ground().model) if good("REE-light/mining") in one.inputs)
    assert light.main == good("Nd/refining")
    assert light.besides[good("Pr/refining")] == pytest.approx(0.33, abs=0.05)


def test_a_good_holds_what_went_into_it_through_all_stages() -> None:
    found = holds(ground().model)
    in_magnet = found[good("NdFeB-heavy/magnet"), good("Dy/metal")]
    assert found[good("NdFeB-heavy/component"), good("Dy/metal")] == pytest.approx(
        in_magnet * found[good("NdFeB-heavy/component"), good("NdFeB-heavy/magnet")]
    )
    assert found[good("NdFeB-heavy/magnet"), good("Dy/refining")] > in_magnet
    assert np.all(np.diag(found) == pytest.approx(0.0))


def test_plants_of_no_name_make_what_the_planner_uses_and_no_mine_is_among_them() -> None:
    found = list(unnamed(ground()))
    model = ground().model
    assert {model.goods[one.market // len(model.countries)].stage for one in found} == {
        "refining", "metal", "magnet", "component",
    }  # fmt: skip
    magnet = of(found, "NdFeB-heavy/magnet", "plants")
    assert magnet.most == pytest.approx(ground().used()[magnet.market])
    assert magnet.capex == pytest.approx(100_000 * YEAR / MILLION)
    assert magnet.ready == 30
    assert magnet.until_month == 36 - 1 - 30
    assert all(one.floor > model.price[one.market // len(model.countries)] for one in found)


def test_what_comes_with_the_main_output_comes_with_plants_too() -> None:
    plant = of(list(unnamed(ground())), "Nd/refining", "plants")
    assert len(plant.inputs) == 1
    assert len(plant.besides) == 4
    assert plant.floor == pytest.approx(110 * 1.1664, rel=1e-3)  # per kg of oxide


def test_scrap_holds_what_spent_magnets_hold_and_only_a_part_is_collected() -> None:
    plant = of(list(unnamed(ground())), "Nd/refining", "recycling")
    assert plant.inputs == ()
    assert plant.ready == 15
    whole = WEEKS * outflow(ground().model).max()
    assert 0 < plant.most < whole
    dysprosium = dict(plant.besides)[ground().market(good("Dy/refining"), plant.market % 12)]
    assert 0 < dysprosium < 0.2


def test_projects_that_stand_or_of_which_something_is_not_stated_are_no_options() -> None:
    known = {one.key: one for one in projects(known=date(2026, 11, 1))}
    offered = {one.project for one in named().plants}
    assert offered
    for key in offered:
        project = known[key]
        assert project.status not in {"operating", "ramping", "cancelled"}
        assert project.capex_musd is not None
        assert project.first_year is not None
    for project, why in named().left:
        assert project.key not in offered
        if why == "capex":
            assert project.capex_musd is None
        if why == "first_year":
            assert project.first_year is None


def test_a_project_costs_what_is_stated_and_comes_in_its_year() -> None:
    known = {one.key: one for one in projects(known=date(2026, 11, 1))}
    for plant in named().plants:
        project = known[plant.project]
        assert plant.capex * plant.most == pytest.approx(float(project.capex_musd or 0))
        month = (2026 * 12 + 10) + plant.ready
        assert (month // 12, month % 12) == (project.first_year, 6)
        assert plant.least == plant.most
        assert plant.whole


def test_projects_elsewhere_whose_output_is_promised_are_left_to_others() -> None:
    known = {one.key: one for one in projects(known=date(2026, 11, 1))}
    for plant in named("JPN").plants:
        assert known[plant.project].country == "JPN" or not known[plant.project].offtake


def test_what_comes_after_the_last_month_is_said_to_be_late() -> None:
    short = {one.project for one in named("USA", 12).plants}
    late = {project.key for project, why in named("USA", 12).left if why == "late"}
    assert late
    assert not late & short
    assert late & {one.project for one in named().plants}


def test_a_project_takes_in_what_makers_of_its_goods_take() -> None:
    model = ground().model
    metals = feed(model, {good("NdFeB-standard/magnet"): 10.0})
    assert metals.keys() == {good("Nd/metal"), good("Pr/metal")}
    light = feed(model, {good("Nd/refining"): 3.0, good("Pr/refining"): 1.0}, "REE-light")
    assert light.keys() == {good("REE-light/mining")}
    assert light[good("REE-light/mining")] >= (3.0 + 1.0) / 3.0
    assert feed(model, {good("REE-light/mining"): 5.0}) == {}


def test_every_market_that_is_used_may_be_stockpiled() -> None:
    most = np.tile(2 * WEEKS * ground().model.trade.base, (36, 1))
    found, model = stores(ground(), most), ground().model
    used = ground().used()
    assert np.all(used[found.market] > 0)
    assert np.all(found.market % len(model.countries) == ground().planner[0])
    assert found.most_t == pytest.approx(24 * used[found.market])
    assert found.price == pytest.approx(1.1 * model.price[found.market // len(model.countries)])
    trade = model.trade
    into = trade.target == found.market[0]
    assert found.month_t[0] == pytest.approx(WEEKS * trade.base[into].sum())


def test_programmes_and_finished_goods_are_of_the_planners_users() -> None:
    model, here = ground().model, ground().planner[0]
    found = programmes(ground())
    rows = np.concatenate(found.input)
    assert len(set(rows.tolist())) == len(rows)
    assert np.all(found.cost > 0)
    assert np.all((found.share > 0) & (found.share < 1))
    bought = finished(ground())
    assert np.all(model.users.country[bought.user] == here)
    sectors = {model.sectors[model.users.sector[one]] for one in bought.user}
    assert "defence" not in sectors
    assert np.all((bought.most > model.users.leak[bought.user]) & (bought.most <= 1))


def test_no_plant_at_all_makes_empty_columns() -> None:
    found = columns([])
    assert found.name == ()
    assert all(len(column) == 0 for column in found)
    assert found.whole.dtype == np.bool_
