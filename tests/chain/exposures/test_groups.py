from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import yaml

from monazite.chain.exposures.bands import drawn, quantiles
from monazite.chain.exposures.exposure import exposure
from monazite.chain.exposures.groups import group_of
from monazite.chain.figures import Figure
from monazite.chain.network.nodes import Node
from monazite.chain.packaged.world import world as packaged
from monazite.chain.stages import MARKET
from monazite.chain.worlds import Plant
from monazite.errors import InputError
from support.chain_networks import of_case, random_network, world

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from monazite.chain.exposures.values import Exposure, Share
    from monazite.chain.network.network import Network

FILE = Path(__file__).parents[2] / "cases" / "chain" / "group_of_two.yaml"
CASE: dict[str, Any] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
CASES = [(seed, rings) for seed in range(4) for rings in (False, True)]
TWO = {"C00": "CHN", "C01": "JPN", "C02": "DEU", "C03": "FRA"}


def shares(found: Iterable[Share]) -> dict[str, float]:
    return {one.country: one.share for one in found}


def named(names: Mapping[str, str], seed: int, rings: bool) -> Network:
    found = random_network(np.random.default_rng(seed), rings=rings, scrap=rings)
    nodes = tuple(one._replace(country=names[one.country]) for one in found.nodes)
    return replace(found, nodes=nodes)


@pytest.fixture(scope="module")
def found() -> Exposure:
    return exposure(world(of_case(CASE)), CASE["group"], CASE["element"], draws=0)


def test_two_members_by_hand(found: Exposure) -> None:
    assert found.use == pytest.approx(CASE["use"])
    assert shares(found.direct) == pytest.approx(CASE["direct"])
    assert shares(found.ultimate) == pytest.approx(CASE["ultimate"])
    assert {at.stage: shares(at.shares) for at in found.made} == {
        stage: pytest.approx(expected) for stage, expected in CASE["made"].items()
    }
    forms = {f"{one.stage} {one.seller}": one.share for one in found.forms}
    assert forms == pytest.approx(CASE["forms"])


def test_members_are_all_named_and_those_of_unknown_use_too(found: Exposure) -> None:
    assert len(found.members) == 27
    used = {one.country: one.use for one in found.members if one.use > 0}
    assert used == pytest.approx(CASE["members"])
    assert list(used) == [one.country for one in found.members[:2]]
    assert sum(one.share for one in found.members) == pytest.approx(1)


@pytest.mark.parametrize(("seed", "rings"), CASES)
def test_shares_abroad_are_those_of_the_members_by_use(seed: int, rings: bool) -> None:
    net = world(named(TWO, seed, rings))
    whole = exposure(net, "EU", "Dy", draws=0)
    parts = [exposure(net, name, "Dy", draws=0) for name in ("DEU", "FRA")]
    use = sum(one.use for one in parts)
    assert whole.use == pytest.approx(use, abs=1e-9)
    assert whole.unknown == pytest.approx(sum(one.use * one.unknown for one in parts) / use)
    for country in ("CHN", "JPN"):
        by_hand = sum(one.use * shares(one.ultimate).get(country, 0.0) for one in parts) / use
        assert shares(whole.ultimate).get(country, 0.0) == pytest.approx(by_hand, abs=1e-9)
    for at in whole.made:
        by_hand = sum(
            one.use * (_made(one, at.stage, "DEU") + _made(one, at.stage, "FRA")) for one in parts
        )
        assert shares(at.shares).get("EU", 0.0) == pytest.approx(by_hand / use, abs=1e-9)


def _made(found: Exposure, stage: str, country: str) -> float:
    return sum(shares(at.shares).get(country, 0.0) for at in found.made if at.stage == stage)


@pytest.mark.parametrize(("seed", "rings"), CASES)
def test_what_members_sell_to_one_another_is_no_import(seed: int, rings: bool) -> None:
    found = exposure(world(named(TWO, seed, rings)), "EU", "Dy", draws=0)
    assert shares(found.direct).keys() <= {"EU", "CHN", "JPN"}
    whole = sum(one.share for one in found.direct) + found.direct_unknown
    assert whole == pytest.approx(1, abs=1e-9)
    assert {one.seller for one in found.forms} <= {"EU", "CHN", "JPN", ""}
    assert sum(one.share for one in found.forms) == pytest.approx(1, abs=1e-9)
    for at in found.made:
        made = sum(one.share for one in at.shares) + at.later + at.unknown
        assert made == pytest.approx(1, abs=1e-9)


@pytest.mark.parametrize(("seed", "rings"), CASES)
def test_a_group_of_one_is_its_member(seed: int, rings: bool) -> None:
    net = world(named(TWO | {"C03": "USA"}, seed, rings))
    group, member = (exposure(net, name, "Dy", draws=20) for name in ("EU", "DEU"))
    for kind in ("direct", "ultimate"):
        expected = {
            one.country.replace("DEU", "EU"): (one.share, one.band) for one in getattr(member, kind)
        }
        assert {one.country: (one.share, one.band) for one in getattr(group, kind)} == {
            name: (pytest.approx(share), pytest.approx(band))
            for name, (share, band) in expected.items()
        }
    assert group.finished == member.finished
    assert group.grounds == member.grounds


def test_which_member_is_which_does_not_matter() -> None:
    other = TWO | {"C02": "ITA", "C03": "EST"}
    one, two = (
        exposure(world(named(names, 3, rings=True)), "EU", "Dy", draws=20) for names in (TWO, other)
    )
    assert (one.direct, one.ultimate, one.made) == (two.direct, two.ultimate, two.made)


def test_bands_are_of_the_group_draw_by_draw() -> None:
    net, draws = named(TWO, 1, rings=True), 20
    found = exposure(world(net), "EU", "Dy", draws=draws)
    each = [
        shares(exposure(world(_with(net, amount)), "EU", "Dy", draws=0).ultimate)
        for amount in drawn(net, draws)
    ]
    for one in found.ultimate:
        ends = quantiles(np.array([draw.get(one.country, 0.0) for draw in each]))
        assert one.band == pytest.approx(tuple(ends), abs=1e-9)


def _with(net: Network, amount: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Network:
    return replace(net, edges=net.edges._replace(amount=amount))


def test_owners_of_members_are_one_owner() -> None:
    plant = Node("Dy", "refining", "CHN", "make")
    owned = {plant: {name: _figure(0.25, "1") for name in ("DEU", "FRA", "JPN")}}
    net = of_case(CASE)
    found = exposure(world(net, owners=owned), "EU", "Dy", draws=0)
    # Of Chinese oxide (.70) the two members control a half.
    assert shares(found.owned) == pytest.approx({"EU": 0.35, "JPN": 0.175})


def _figure(value: float, unit: str) -> Figure:
    return Figure(value, unit, 2024, "by hand", "found")


def test_stocks_last_as_the_members_say_and_only_if_all_users_say() -> None:
    def days(**stocks: float) -> float | None:
        plants = {
            Node("Dy", "refining", name, MARKET): Plant(
                None, None, None, None, _figure(held, "days of use")
            )
            for name, held in stocks.items()
        }
        return exposure(world(of_case(CASE), plants=plants), "EU", "Dy", draws=0).cover.days

    assert days(DEU=50, FRA=100) == pytest.approx(60)
    assert days(DEU=50) is None


def test_a_world_may_have_a_country_that_is_called_so() -> None:
    net = named(TWO | {"C02": "EU"}, 0, rings=False)
    assert group_of(world(net), "EU") is None
    assert exposure(world(net), "EU", "Dy", draws=0).members == ()


def test_a_group_that_was_none_yet_is_refused() -> None:
    with pytest.raises(InputError, match="country"):
        exposure(replace(world(of_case(CASE)), year=1950), "EU", "Dy")


@pytest.mark.slow
@pytest.mark.parametrize("material", ["Dy", "REE", "Ga", "Sb", "W", "GRAPHITE", "Ge"])
def test_the_packaged_union_is_the_sum_of_its_members(material: str) -> None:
    net = packaged(2024)
    whole = exposure(net, "European Union", material, draws=0)
    parts = [exposure(net, one.country, material, draws=0) for one in whole.members]
    assert [one.use for one in parts] == pytest.approx([one.use for one in whole.members])
    use = sum(one.use for one in parts)
    assert whole.use == pytest.approx(use, abs=1e-9)
    for one in whole.ultimate:
        if one.country != "EU":
            on = sum(each.use * shares(each.ultimate).get(one.country, 0.0) for each in parts)
            assert one.share == pytest.approx(on / use, abs=1e-9)


def test_of_whom_no_source_tells_stands_with_the_answer() -> None:
    found = exposure(packaged(2024), "EU", "Dy", draws=0)
    left = {one.country for one in found.members if one.left_out is not None}
    assert "FRA" in left
    assert "DEU" not in left
    assert found.left_out is not None
    assert set(found.left_out.members) == left
    # Germany is told of, so that the shares are no small part.
    assert not found.left_out.main


def test_the_members_are_those_of_the_year() -> None:
    for year, member in ((2019, True), (2024, False)):
        found = exposure(packaged(year), "EU", "W", draws=0)
        assert ("GBR" in {one.country for one in found.members}) == member


def test_an_alloy_tells_the_members_of_each_element() -> None:
    found = exposure(packaged(2024), "G7", "NdFeB-heavy", draws=0)
    assert len(found.members) == 7
    assert found.use == pytest.approx(sum(one.use for one in found.members))
    for one in found.elements:
        assert one.use == pytest.approx(sum(each.use for each in one.members))
