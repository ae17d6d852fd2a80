from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.chain.exposures.exposure import exposure
from monazite.chain.history import history
from monazite.chain.notes import of_years
from monazite.chain.own_year import is_of, of_all, of_use_in, other_years, own_by_stage
from monazite.chain.packaged.world import world
from support.chain_networks import network, node

if TYPE_CHECKING:
    from monazite.chain.network.network import Network
    from monazite.chain.worlds import World

HELD = ("rare-earth-makers/magnet-NdFeB-JPN",)


@cache
def of_2020() -> World:
    return world(2020)


def mixed(*rows: tuple[str, ...]) -> Network:
    """Japan mixes 30 t of its own with 70 t of China's; rows: behind those two amounts."""
    found = network(
        [
            (node("make magnet JPN", "Dy"), node("market magnet JPN", "Dy"), 30.0),
            (node("market magnet CHN", "Dy"), node("market magnet JPN", "Dy"), 70.0),
            (node("make magnet CHN", "Dy"), node("market magnet CHN", "Dy"), 70.0),
            (node("market magnet JPN", "Dy"), node("use wind JPN", "Dy"), 100.0),
        ],
        {node("make magnet JPN", "Dy"): 30.0, node("make magnet CHN", "Dy"): 70.0},
    )
    return replace(found, edges=found.edges._replace(rows=(*rows, HELD, HELD)))


@pytest.mark.parametrize(
    ("row", "years"),
    [
        ("rare-earth-makers/magnet-NdFeB-CHN", {2024}),
        ("magnet-imports/USA-JPN", {2021}),
        ("magnets/2025-06/JP", set()),
        ("magnets/2024/WORLD", {2024}),
        ("output-shares/W/metal/CN", set()),
        ("eu-supply-shares/antimony/processing/global/CN", {2018, 2019, 2020}),
        ("recoveries/Sb/refining", {*range(2018, 2025)}),
        ("rare-earth-codes/280530", {*range(2018, 2025)}),
    ],
)
def test_a_row_speaks_of_its_years(row: str, years: set[int]) -> None:
    assert {year for year in range(2018, 2025) if is_of(row, year)} == years


def test_only_what_decides_counts_and_a_row_of_the_year_itself_settles_it() -> None:
    start = np.array([1.0 if one.kind == "use" else 0.0 for one in mixed(HELD, HELD).nodes])
    old = replace(mixed(HELD, ("magnets/2020/JP",)), year=2020)
    both = other_years(old, start)
    # China's makers are all that its market has, whatever their amount: they decide nothing.
    assert both.share == pytest.approx(0.3)
    assert both.tables == ("rare-earth-makers",)
    own = ("flow/850511/CHN-JPN-2020", *HELD)
    assert other_years(replace(mixed(own, own), year=2020), start).share == 0.0
    assert other_years(mixed(HELD, HELD), start).share == 0.0


def test_makers_without_a_row_of_the_year_are_not_its_own() -> None:
    found = replace(mixed(HELD, HELD), year=2020)
    assert own_by_stage(found) == {"magnet": 0.0}
    assert own_by_stage(mixed(HELD, HELD)) == {"magnet": 1.0}
    nothing = mixed((), ())
    assert own_by_stage(nothing) == {"magnet": pytest.approx(0.7)}


def test_before_2024_shares_of_makers_of_magnets_are_those_of_2024_and_it_is_said() -> None:
    found = of_2020()
    assert of_use_in(found, exposure(found, "JPN", "Dy", draws=0)).share > 0.9
    told = of_all(found.networks["Dy"])
    assert {"rare-earth-makers", "magnets"} <= {*told.tables}
    (note,) = of_years(found.networks["Dy"])
    assert "makers of metal and magnets as of 2024" in note.text("en")
    assert "2025年若干月份" in note.text("zh")
    stages = own_by_stage(found.networks["Dy"])
    assert stages["mining"] == 1.0
    assert stages["magnet"] == stages["component"] == 0.0


def test_graphite_before_2024_says_that_it_counts_no_battery_grade() -> None:
    codes = [one.code for one in of_years(of_2020().networks["GRAPHITE"])]
    assert codes == ["graphite_flake"]


@pytest.mark.slow
def test_each_year_of_a_history_says_what_is_its_own() -> None:
    own = {one.year: one.own for one in history("JPN", "Dy", "CHN")}
    assert own[2018] == pytest.approx(0.0, abs=0.05)
    assert own[2024] is not None
    assert own[2024] > 0.5


@pytest.mark.slow
def test_a_use_that_is_mostly_counted_elsewhere_has_no_history() -> None:
    assert {one.share for one in history("FRA", "Dy", "CHN")} == {None}
