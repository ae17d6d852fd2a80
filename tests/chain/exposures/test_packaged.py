"""Exposure over the world that Monazite carries: what must hold whatever its figures say."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.chain.exposures.all_shares import all_shares
from monazite.chain.exposures.exposure import exposure
from monazite.chain.packaged.world import world

if TYPE_CHECKING:
    from monazite.chain.exposures.values import Exposure
    from monazite.chain.worlds import World


@cache
def packaged() -> World:
    return world(2024)


def share(found: Exposure, country: str) -> float:
    return next((one.share for one in found.ultimate if one.country == country), 0.0)


def test_direct_shares_of_every_country_stage_and_material_add_up_to_one() -> None:
    table = all_shares(packaged())
    whole = table.group_by(["material", "country", "stage"]).aggregate([("direct", "sum")])
    # Shares below 1e-9 are left out of the table.
    assert np.asarray(whole["direct_sum"]) == pytest.approx(np.ones(whole.num_rows), abs=2e-7)
    assert np.asarray(table["ultimate"]).max() <= 1 + 1e-9
    assert set(packaged().networks) == set(table["material"].to_pylist())


@pytest.mark.parametrize("country", ["DEU", "JPN", "USA"])
@pytest.mark.parametrize("material", ["Dy", "Nd", "Ga", "W", "Sb", "GRAPHITE"])
def test_what_was_made_at_each_stage_adds_up(country: str, material: str) -> None:
    found = exposure(packaged(), country, material, draws=0)
    assert found.use > 0
    for at in found.made:
        whole = sum(one.share for one in at.shares) + at.later + at.unknown
        assert whole == pytest.approx(1, abs=1e-6)
    assert sum(one.share for one in found.forms) == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize("country", ["DEU", "JPN", "USA"])
def test_magnets_made_at_home_or_in_japan_still_stand_on_chinese_dysprosium(country: str) -> None:
    found = exposure(packaged(), country, "Dy", draws=0)
    direct = {one.country: one.share for one in found.direct}
    assert share(found, "CHN") > 0.9 > direct.get("CHN", 0.0)
    oxide = next(at for at in found.made if at.stage == "refining")
    assert oxide.shares[0].country == "CHN"


def test_an_alloy_of_the_world_tells_of_each_element_by_itself() -> None:
    found = exposure(packaged(), "DEU", "NdFeB-heavy", draws=0)
    assert {"Nd", "Dy"} <= {one.material for one in found.elements}
    lowest, highest = (which(share(one, "CHN") for one in found.elements) for which in (min, max))
    assert lowest <= share(found, "CHN") <= highest


def test_every_row_behind_an_exposure_is_named() -> None:
    found = exposure(packaged(), "JPN", "REE", stage="refining", draws=0)
    assert found.grounds
    assert all(one.row and 0 < one.share <= 1 for one in found.grounds)


def test_taiwan_is_one_place_in_every_network() -> None:
    for network in packaged().networks.values():
        assert not any(node.country == "S19" for node in network.nodes)
    assert exposure(packaged(), "Taiwan", "REE", draws=0).use > 0
