from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import yaml

from monazite.chain.chokepoint.of_world import chokepoints
from monazite.chain.exposures.all_shares import all_shares
from monazite.chain.exposures.exposure import exposure
from monazite.chain.gaps_of import gaps_of
from monazite.chain.goods import named_material
from monazite.chain.outputs import outputs
from monazite.chain.packaged.world import world
from monazite.chain.profiles import profile_in
from monazite.chain.stages import USE
from monazite.chain.sums.sums import SUMS, named_sum, parts, with_sum
from monazite.errors import InputError
from support.chain_magnets import magnets

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.network.network import Network

NAME = "REE_MAGNET"
FOUR = ("Nd", "Pr", "Dy", "Tb")
CASES = Path(__file__).parents[2] / "cases" / "chain" / "rare_earth_shares.yaml"
PRINTED = [
    one for one in yaml.safe_load(CASES.read_text("utf-8")) if set(one["elements"]) == set(FOUR)
]


def made(network: Network) -> dict[str, dict[str, float]]:
    return {
        stage: {country: each.amount for country, each in one.makers.items()}
        for stage, one in outputs(network).items()
    }


def weighed(
    values: Mapping[str, Mapping[Any, float]], use: Mapping[str, float]
) -> dict[Any, float]:
    """Shares of several elements, each by how much of it is used."""
    found: dict[Any, float] = defaultdict(float)
    for element, shares in values.items():
        for name, share in shares.items():
            found[name] += share * use[element] / sum(use.values())
    return found


@pytest.mark.parametrize("estimates", [True, False])
def test_what_the_world_makes_is_what_it_makes_of_the_four(estimates: bool) -> None:
    found = world(2024, estimates=estimates)
    whole = made(with_sum(found, NAME).networks[NAME])
    apart = [made(found.networks[one]) for one in FOUR]
    assert set(whole) == {stage for one in apart for stage in one}
    for stage, by_country in whole.items():
        for country, amount in by_country.items():
            own = sum(one.get(stage, {}).get(country, 0.0) for one in apart)
            assert amount == pytest.approx(own, rel=1e-12), (stage, country)


@pytest.mark.parametrize("case", PRINTED, ids=lambda one: one["says"])
def test_the_shares_that_the_agency_prints_hold(case: dict[str, Any]) -> None:
    # They are what the networks of the four were built from: this holds that nothing moved them.
    by_country = made(with_sum(world(case["year"]), NAME).networks[NAME])[case["stage"]]
    share = by_country[case["country"]] / sum(by_country.values())
    assert share == pytest.approx(case["share"], abs=case["within"])


def test_the_agency_prints_three_stages_of_it() -> None:
    assert {one["stage"] for one in PRINTED} == {"mining", "refining", "magnet"}


@pytest.mark.parametrize("estimates", [True, False])
def test_every_node_of_the_sum_is_in_balance(estimates: bool) -> None:
    found = with_sum(world(2023, estimates=estimates), NAME)
    network = found.networks[NAME]
    edges, count = network.edges, len(network.nodes)
    come = np.bincount(edges.target, edges.amount, count) + network.entering + network.unknown
    gone = np.bincount(edges.source, edges.amount, count) + found.left[NAME]
    plants = [found.plants.get(node) for node in network.nodes]
    gain = np.array([one.recovery.value if one and one.recovery else 1.0 for one in plants])
    used = np.array([node.kind == USE for node in network.nodes])
    open_ = np.where(used, 0.0, np.abs(gain * come - gone)) / np.maximum(come, 1.0)
    assert open_.max() < 1e-9


@pytest.mark.parametrize(
    ("country", "stage"), [("DEU", None), ("JPN", "magnet"), ("USA", "refining")]
)
def test_a_countrys_shares_are_about_those_of_the_four_by_mass(
    country: str, stage: str | None
) -> None:
    found = world(2024)
    whole = exposure(found, country, NAME, stage=stage, draws=0)
    apart = {one: exposure(found, country, one, stage=stage, draws=0) for one in FOUR}
    use = {one: each.use for one, each in apart.items()}
    assert whole.use == pytest.approx(sum(use.values()))
    # Who sold it to a market is the same sum; farther back each node mixes the elements.
    for kind, within in (("direct", 1e-9 if stage else 0.01), ("ultimate", 0.01)):
        own = weighed(
            {e: {s.country: s.share for s in getattr(one, kind)} for e, one in apart.items()}, use
        )
        shares = {one.country: one.share for one in getattr(whole, kind)}
        for name in {*own, *shares}:
            assert shares.get(name, 0.0) == pytest.approx(own[name], abs=within), (kind, name)


def test_a_sum_is_in_no_table_of_all_materials() -> None:
    found = world(2024)
    before = dict(found.networks)
    assert NAME in with_sum(found, NAME).networks
    assert dict(found.networks) == before
    assert NAME not in set(all_shares(found)["material"].to_pylist())


@pytest.mark.parametrize(
    "word", ["REE_MAGNET", "ree magnet", "magnet rare earths", "Magnet Rare Earths", "磁材稀土"]
)
def test_it_has_names_in_both_languages(word: str) -> None:
    assert named_material(world(2024), word) == NAME


@pytest.mark.parametrize("word", ["MREE", "rare earths", "Nd", ""])
def test_other_words_are_not_it(word: str) -> None:
    # The catalogue knows MREE as the medium rare earths.
    assert named_sum(world(2024), word) is None


def test_a_world_without_its_parts_has_no_sum() -> None:
    found = magnets()
    assert with_sum(found, NAME) is found
    with pytest.raises(InputError, match="material"):
        exposure(found, "DEU", NAME, draws=0)


def test_what_is_no_sum_leaves_the_world_as_it_is() -> None:
    found = world(2024)
    assert with_sum(found, "Nd") is found
    more = with_sum(found, NAME)
    assert with_sum(more, NAME) is more


def test_every_question_takes_it() -> None:
    found = world(2024)
    page = profile_in(found, "DE", "magnet rare earths", draws=0)
    assert (page.material, page.element) == (NAME, NAME)
    assert {rung.stage for rung in page.rungs} >= {"mining", "refining", "metal", "magnet"}
    (lost,) = chokepoints(found, NAME, country="JP", supplier="CN", draws=0)
    assert lost.low <= lost.loss <= lost.high


def test_its_gaps_are_those_of_its_parts() -> None:
    found = world(2024)
    assert parts(NAME) == SUMS[NAME]
    assert set(parts(NAME)) == set(FOUR)
    assert gaps_of(found, {NAME}) == gaps_of(found, set(FOUR))
    assert gaps_of(found, {NAME})
