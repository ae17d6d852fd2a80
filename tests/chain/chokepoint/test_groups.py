from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from monazite.chain.chokepoint.of_world import chokepoints
from monazite.chain.packaged.world import world as packaged
from support.chain_networks import of_case, world

FILE = Path(__file__).parents[2] / "cases" / "chain" / "group_of_two.yaml"
CASE: dict[str, Any] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
WORLD = world(of_case(CASE))


@pytest.mark.parametrize("supplier", CASE["lost"])
def test_what_two_members_lose_by_hand(supplier: str) -> None:
    (found,) = chokepoints(WORLD, "Dy", country="EU", supplier=supplier, draws=0)
    expected = CASE["lost"][supplier]
    assert (found.country, found.supplier, found.use) == ("EU", supplier, 100)
    assert found.loss == pytest.approx(expected["loss"])
    assert found.binding == expected["binding"]
    assert sum(found.by_stage.values()) == pytest.approx(found.loss)
    assert found.low <= found.loss <= found.high + 1e-9


def test_own_makers_are_one_supplier_among_all() -> None:
    found = chokepoints(WORLD, "Dy", country="EU", draws=0)
    assert {one.supplier for one in found} == {"CHN", "EU"}


def test_users_abroad_and_at_home_lose_what_the_whole_group_made() -> None:
    found = {one.country: one for one in chokepoints(WORLD, "Dy", supplier="EU", draws=0)}
    assert found.keys() == {"CHN", "DEU", "FRA"}
    assert found["CHN"].loss == pytest.approx(0)
    # Their own markets stay, as they do for a country without its own plants.
    assert found["DEU"].loss == pytest.approx(0.1875)
    assert found["FRA"].loss == pytest.approx(0.75)


def test_the_band_of_a_group_of_one_is_its_members() -> None:
    flows = {
        name: {end: amount for end, amount in ends.items() if end != "use wind FRA"}
        for name, ends in CASE["flows"].items()
    }
    net = world(of_case(CASE | {"flows": flows}))
    group, member = (
        chokepoints(net, "Dy", country=name, supplier="CHN", draws=40)[0] for name in ("EU", "DEU")
    )
    assert member.band is not None
    assert group.band == pytest.approx(member.band)


def test_the_band_of_two_lies_around_their_loss() -> None:
    (found,) = chokepoints(WORLD, "Dy", country="EU", supplier="CHN", draws=40)
    assert found.band is not None
    assert found.band.p5 < found.loss < found.band.p95


def test_the_packaged_union_loses_what_its_members_lose() -> None:
    net = packaged(2024)
    (found,) = chokepoints(net, "Dy", country="EU", supplier="CHN", draws=0)
    users = {node.country for node in net.networks["Dy"].nodes}
    members = [one for one in ("DEU", "FIN", "SVN", "NLD", "FRA") if one in users]
    lost = sum(
        chokepoints(net, "Dy", country=one, supplier="CHN", draws=0)[0].lost for one in members
    )
    assert lost <= found.lost
    assert found.lost == pytest.approx(lost, rel=0.01)
    assert found.left_out is not None
    assert "FRA" in found.left_out.members
    assert not found.left_out.main
