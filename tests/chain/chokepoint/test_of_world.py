from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from monazite.chain.chokepoint.bands import LARGEST, largest
from monazite.chain.chokepoint.cut import LEAST
from monazite.chain.chokepoint.of_world import chokepoints
from monazite.chain.chokepoint.spare import spare
from monazite.chain.figures import REPORTED, Figure, Reading
from monazite.chain.packaged.world import world as packaged
from monazite.chain.worlds import Alloy, Plant
from monazite.errors import InputError
from support.chain_networks import network, node, world

if TYPE_CHECKING:
    from monazite.chain.network.network import Network

WAYS = (
    ("make mining CHN", "market mining CHN", 6.0), ("make mining AUS", "market mining AUS", 4.0),
    ("market mining CHN", "make refining CHN", 6.0), ("market mining AUS", "make refining CHN", 2.0),
    ("market mining AUS", "make refining MYS", 2.0),
    ("make refining CHN", "market refining CHN", 8.0), ("make refining MYS", "market refining MYS", 2.0),
    ("market refining CHN", "market refining JPN", 5.0), ("market refining MYS", "market refining JPN", 2.0),
    ("market refining CHN", "use wind CHN", 3.0),
    ("market refining JPN", "use wind JPN", 5.0), ("market refining JPN", "use defence JPN", 2.0),
)  # fmt: skip


def small(spread: float = 0.1) -> Network:
    flows = [(node(a, "Dy"), node(b, "Dy"), amount) for a, b, amount in WAYS]
    mined = {node("make mining CHN", "Dy"): 6.0, node("make mining AUS", "Dy"): 4.0}
    return network(flows, mined, spread=spread)


def figure(value: float) -> Figure:
    return Figure(value, "t", 2024, "a source", REPORTED)


def plant(production: float | None, capacity: float | None) -> Plant:
    made = None if production is None else Reading(figure(production), (), "only")
    return Plant(made, None if capacity is None else figure(capacity), None, None, None)


MYS = node("make refining MYS", "Dy")


def test_all_pairs_are_told_most_tonnes_first() -> None:
    found = chokepoints(world(small()), "Dy", draws=0)
    assert {(one.country, one.supplier) for one in found} == {
        (user, supplier) for user in ("CHN", "JPN") for supplier in ("AUS", "CHN", "JPN", "MYS")
    }
    assert [one.lost for one in found] == sorted((one.lost for one in found), reverse=True)
    assert all(one.band is None for one in found)
    # Japan: 5 of 7 t separated in China; of the rest Malaysia's, which is Australian ore.
    (japan,) = (one for one in found if (one.country, one.supplier) == ("JPN", "CHN"))
    assert (japan.loss, japan.lost) == pytest.approx((5 / 7, 5))
    assert japan.binding == "refining"


@pytest.mark.parametrize(
    ("asked", "use"),
    [({"sector": "wind"}, 5.0), ({"stage": "refining"}, 7.0), ({"country": "Japan"}, 7.0)],
)
def test_one_may_ask_about_a_sector_a_stage_or_a_country(asked: dict[str, Any], use: float) -> None:
    found = chokepoints(world(small()), "Dy", supplier="CN", draws=0, **asked)
    (japan,) = (one for one in found if one.country == "JPN")
    assert japan.use == pytest.approx(use)
    assert japan.loss == pytest.approx(5 / 7)


def test_capacity_that_is_known_may_be_used() -> None:
    plants = {MYS: plant(2.0, 3.0), node("make refining CHN", "Dy"): plant(None, 9.0)}
    found = world(small(), plants=plants)
    asked: dict[str, Any] = {"country": "JPN", "supplier": "CHN", "rerouting": "routes", "draws": 0}
    (without,) = chokepoints(found, "Dy", **asked)
    (with_spare,) = chokepoints(found, "Dy", **asked, spare=True)
    assert without.loss == pytest.approx(5 / 7)
    # Malaysia puts out a half more: 3 of 7 t, from Australian ore of which China had half.
    assert with_spare.loss == pytest.approx(4 / 7)


def test_spare_capacity_is_that_beyond_production_and_none_where_nobody_says() -> None:
    found = small()
    for known, expected in (
        (plant(2.0, 3.0), 0.5), (plant(2.0, 1.0), 0.0), (plant(None, 3.0), 0.0),
        (plant(2.0, None), 0.0), (plant(0.0, 3.0), 0.0),
    ):  # fmt: skip
        assert spare(world(found, plants={MYS: known}), found)[found.index[MYS]] == expected


def test_the_largest_pairs_of_two_countries_have_bands_that_hold_their_losses() -> None:
    found = chokepoints(world(small()), "Dy", draws=60)
    with_band = {(one.country, one.supplier) for one in found if one.band}
    assert with_band == {(one.country, one.supplier) for one in largest(found)}
    assert all(one.country != one.supplier and one.loss > 0 for one in largest(found))
    for one in found:
        if one.band:
            assert one.band.p5 <= one.band.p50 <= one.band.p95
            assert one.band.p5 - 1e-9 <= one.loss <= one.band.p95 + 1e-9
    again = chokepoints(world(small()), "Dy", draws=60)
    assert again == found


def test_a_band_widens_with_the_spread_of_the_figures() -> None:
    def width(spread: float) -> float:
        (one,) = chokepoints(world(small(spread)), "Dy", country="JPN", supplier="CHN", draws=60)
        assert one.band is not None
        return one.band.p95 - one.band.p5

    assert width(1e-12) == pytest.approx(0.0, abs=1e-9)
    assert 0.01 < width(0.05) < width(0.3)


def test_an_alloy_is_asked_about_by_its_elements() -> None:
    magnets = Alloy("NdFeB-heavy", "magnet", {"Dy": figure(0.04), "Tb": figure(0.01)})
    flows = [
        (node("make mining CHN", "Dy"), node("market mining CHN", "Dy"), 2.0),
        (node("market mining CHN", "Dy"), node("make magnet CHN", "NdFeB-heavy"), 1.0),
        (node("make magnet CHN", "NdFeB-heavy"), node("market magnet CHN", "NdFeB-heavy"), 1.0),
        (node("market magnet CHN", "NdFeB-heavy"), node("market magnet JPN", "NdFeB-heavy"), 1.0),
        (node("market magnet JPN", "NdFeB-heavy"), node("use wind JPN", "NdFeB-heavy"), 1.0),
        (node("market mining CHN", "Dy"), node("use glass CHN", "Dy"), 1.0),
    ]
    one = world(
        network(flows, {node("make mining CHN", "Dy"): 2.0}), alloys={"NdFeB-heavy": magnets}
    )
    found = chokepoints(one, "NdFeB-heavy", supplier="CHN", draws=0)
    assert [(each.material, each.country, each.loss) for each in found] == [("Dy", "JPN", 1.0)]


@pytest.mark.parametrize(
    ("material", "asked", "field"),
    [
        ("Unobtainium", {}, "material"), ("Dy", {"stage": "polishing"}, "stage"),
        ("Dy", {"stage": "mining", "sector": "wind"}, "sector"),
        ("Dy", {"country": "Brazil"}, "country"), ("Dy", {"supplier": "Brazil"}, "supplier"),
        ("Dy", {"rerouting": "all"}, "rerouting"), ("Dy", {"spare": True}, "spare"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_names_the_field(
    material: str, asked: dict[str, Any], field: str
) -> None:
    with pytest.raises(InputError) as raised:
        chokepoints(world(small()), material, draws=0, **asked)
    assert raised.value.field == field


def test_the_packaged_world_says_where_japan_is_bound() -> None:
    found = chokepoints(packaged(), "REE", country="JPN", draws=0)
    assert found[0].supplier == "CHN"
    assert found[0].binding == "refining"
    for one in found:
        assert one.low - 1e-9 <= one.loss <= one.high + 1e-9
        assert sum(one.by_stage.values()) == pytest.approx(one.loss, abs=LEAST)
        assert all(share >= LEAST for share in one.by_stage.values())
    assert len(largest(found)) == LARGEST
