from __future__ import annotations

import numpy as np
import pytest

from monazite.chain.network.nodes import Node
from monazite.chain.packaged.rare_earths.elements import ELEMENTS
from monazite.chain.packaged.rare_earths.sketch import GUESS
from monazite.chain.packaged.rare_earths.ways import sketch
from monazite.chain.stages import COMPONENT, MAGNET, MAKE, MARKET, STAGES, USE

YEARS = range(2018, 2025)
ALLOWED = {(MAKE, MARKET), (MARKET, MARKET), (MARKET, MAKE), (MARKET, USE)}


@pytest.mark.slow
@pytest.mark.parametrize("year", YEARS)
def test_goods_go_from_makers_through_markets_to_makers_and_uses(year: int) -> None:
    for source, target in sketch(year).ways:
        assert (source.kind, target.kind) in ALLOWED
        if (source.kind, target.kind) == (MARKET, MARKET):
            assert (source.stage, source.material) == (target.stage, target.material)
            assert source.country != target.country
        else:
            assert source.country == target.country
        assert STAGES.index(source.stage) <= STAGES.index(target.stage)


@pytest.mark.parametrize("year", YEARS)
def test_every_way_carries_something_and_nothing_below_zero(year: int) -> None:
    for ends, way in sketch(year).ways.items():
        assert way.amounts.shape == (len(ELEMENTS),)
        assert (way.amounts >= 0).all(), ends
        assert way.amounts.any(), ends
        assert way.spread > 0


def test_every_market_that_gets_something_has_somewhere_for_it_to_go() -> None:
    ways = sketch(2024).ways
    gone = {source for source, _ in ways}
    assert [target for _, target in ways if target.kind == MARKET and target not in gone] == []


def test_half_of_what_the_united_states_use_in_parts_was_built_abroad() -> None:
    ways = sketch(2024).ways
    here = Node("NdFeB-heavy", COMPONENT, "USA", MARKET)
    come = {source: way for (source, target), way in ways.items() if target == here}
    own = come.pop(Node("NdFeB-heavy", COMPONENT, "USA", MAKE)).amounts
    abroad = np.sum([way.amounts for way in come.values()], axis=0)
    assert abroad == pytest.approx(own)
    assert {way.known for way in come.values()} == {GUESS}


def test_magnets_hold_only_what_their_alloy_does() -> None:
    for (source, _), way in sketch(2024).ways.items():
        if source.stage == MAGNET and source.material == "SmCo":
            assert [name for name, at in zip(ELEMENTS, way.amounts, strict=True) if at] == ["Sm"]
