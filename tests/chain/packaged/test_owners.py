from __future__ import annotations

import pytest

from monazite.chain.network.nodes import Node
from monazite.chain.packaged.owners import owners

YEARS = range(2018, 2025)


def held(material: str, stage: str, country: str, year: int = 2024) -> dict[str, float]:
    node = Node(material, stage, country, "make")
    return {who: one.value for who, one in owners([node], year).get(node, {}).items()}


def test_a_maker_in_malaysia_is_held_from_australia_for_every_rare_earth() -> None:
    assert held("Dy", "refining", "MYS") == {"AUS": 1.0}
    assert held("REE", "refining", "MYS") == {"AUS": 1.0}


def test_alloys_of_magnets_share_their_makers() -> None:
    assert held("NdFeB-heavy", "magnet", "FIN") == held("SmCo", "magnet", "FIN") == {"USA": 1.0}


def test_owners_change_with_the_year() -> None:
    assert held("NdFeB-heavy", "magnet", "JPN", 2020) == {"JPN": 1.0}
    assert held("NdFeB-heavy", "magnet", "JPN", 2024).keys() == {"JPN", "USA"}
    assert held("Ge", "refining", "DEU", 2019) == {}


def test_parts_that_are_not_known_are_left_out() -> None:
    assert sum(held("W", "metal", "DEU").values()) == pytest.approx(0.7)
    assert held("Sb", "refining", "OMN") == {}


def test_a_market_and_a_user_have_no_owner() -> None:
    nodes = [Node("Dy", "refining", "MYS", "market"), Node("Dy", "sector", "MYS", "use", "wind")]
    assert owners(nodes, 2024) == {}


@pytest.mark.parametrize("year", YEARS)
def test_no_maker_is_held_more_than_once(year: int) -> None:
    stages = ("mining", "refining", "metal", "magnet")
    places = ("CHN", "USA", "AUS", "TJK", "JPN", "DEU", "BEL", "VNM", "BRA", "MDG", "NOR", "AUT")
    materials = ("REE", "Dy", "NdFeB-heavy", "Sb", "W", "Ga", "Ge", "GRAPHITE")
    nodes = [Node(m, s, c, "make") for m in materials for s in stages for c in places]
    found = owners(nodes, year)
    assert len(found) > 20
    for node, parts in found.items():
        assert 0 < sum(one.value for one in parts.values()) <= 1 + 1e-9, node
        assert all(one.rows and one.confidence in {"memory", "uncertain"} for one in parts.values())
