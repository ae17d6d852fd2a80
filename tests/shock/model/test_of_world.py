"""The model of the world: in balance, flat, and true to the chain."""

from __future__ import annotations

import numpy as np
import pytest

from monazite.chain.packaged.world import world
from monazite.errors import InputError
from monazite.shock.model.levels import exports
from monazite.shock.model.model import LONGEST, Good
from monazite.shock.model.of_world import model
from support.shock_balance import drift, gap

SCOPES = [
    ("NdFeB",), ("SmCo",), ("magnets",), ("Dy",), ("Y",), ("La", "Ce"), ("Sc",), ("Gd",),
    ("Ga", "Ge"), ("Sb",), ("W",), ("GRAPHITE",), ("magnets", "Y", "Ga", "Ge", "Sb", "W"),
]  # fmt: skip


@pytest.mark.parametrize("scope", SCOPES, ids="+".join)
def test_every_market_balances_and_nothing_moves_by_itself(scope: tuple[str, ...]) -> None:
    found = model(world(2024), scope)
    assert gap(found) <= 1e-12
    assert drift(found, 30) <= 1e-6


@pytest.mark.parametrize("scope", SCOPES, ids="+".join)
def test_it_is_of_a_size_that_an_engine_runs_and_all_numbers_are_sound(
    scope: tuple[str, ...],
) -> None:
    found = model(world(2024), scope)
    assert len(found.goods) <= 30
    assert len(found.countries) <= 50
    assert found.countries[found.home] == "CHN"
    assert (found.trade.lag >= 1).all()
    assert (found.trade.lag < LONGEST).all()
    assert (found.makers.capacity >= 1).all()
    for base in (found.trade.base, found.makers.outputs.base, found.users.inputs.base):
        assert (base > 0).all()
    assert (found.price > 0).all()
    assert (found.users.value_added >= 0).all()
    assert ((found.users.substitutable >= 0) & (found.users.substitutable <= 1)).all()


def test_rows_of_trade_are_sorted_by_target() -> None:
    found = model(world(2024), ("magnets",))
    assert (np.diff(found.trade.target) >= 0).all()


def test_no_year_of_the_chain_fails() -> None:
    for year in (2018, 2021, 2022):
        assert gap(model(world(year), ("magnets", "Ga", "Sb"))) <= 1e-12


def test_chinas_exports_of_magnets_are_what_customs_printed() -> None:
    found = model(world(2024), ("magnets",))
    # 58,152 t in 2024 (magnets/2024/WORLD); the balance of the chain moved them by less than 2 %
    assert exports(found, "magnet") * 365.25 / 7 == pytest.approx(58152, rel=0.02)


def test_a_magnet_takes_its_elements_in_fixed_parts() -> None:
    found = model(world(2024), ("NdFeB",))
    count = len(found.countries)
    taken, given = found.makers.inputs, found.makers.outputs
    heavy = found.goods.index(Good("NdFeB-heavy", "magnet")) * count + found.home
    row = int(np.argmax(np.where(given.market == heavy, given.base, 0)))
    maker = int(np.searchsorted(given.start, row, "right")) - 1
    rows = slice(taken.start[maker], taken.start[maker + 1])
    bought = {found.goods[m // count] for m in taken.market[rows]}
    assert bought == {Good(e, "metal") for e in ("Nd", "Pr", "Dy", "Tb")}
    # 30 % rare earths in the magnet, 75 % of the metal ends in it
    made = given.base[row]
    assert taken.base[rows].sum() * 0.75 / made == pytest.approx(0.30, rel=0.01)


def test_what_the_figures_leave_unexplained_is_little() -> None:
    found = model(world(2024), ("magnets",))
    left = found.users.sector == found.sectors.index("left")
    of = np.repeat(np.arange(len(left)), np.diff(found.users.inputs.start))
    worth = found.users.inputs.base * found.price[found.users.inputs.market // len(found.countries)]
    assert worth[left[of]].sum() < 0.001 * worth.sum()


def test_what_is_left_bears_on_nobodys_output() -> None:
    found = model(world(2024), ("magnets",))
    left = found.users.sector == found.sectors.index("left")
    assert (found.users.value_added[left] == 0).all()
    assert (np.diff(found.users.inputs.start)[left] == 1).all()


def test_printed_capacities_are_taken() -> None:
    found = model(world(2024), ("Ga",))
    count = len(found.countries)
    japan = found.countries.index("JPN")
    made = found.goods.index(Good("Ga", "refining")) * count + japan
    row = int(np.flatnonzero(found.makers.outputs.market == made)[0])
    maker = int(np.searchsorted(found.makers.outputs.start, row, "right")) - 1
    assert found.makers.capacity[maker] == pytest.approx(10 / 3)


@pytest.mark.parametrize("scope", [(), ("Unobtainium",), ("REE",), ("Dy", "Fe")])
def test_what_no_network_has_is_told(scope: tuple[str, ...]) -> None:
    with pytest.raises(InputError) as caught:
        model(world(2024), scope)
    assert caught.value.field == "scope"
    assert "NdFeB" in caught.value.accepted
