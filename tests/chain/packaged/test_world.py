from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import yaml

from monazite.catalogue.groups import GROUPS
from monazite.catalogue.texts import keys
from monazite.chain.exposures.exposure import exposure
from monazite.chain.figures import ESTIMATE
from monazite.chain.network.network import ESTIMATED, Network
from monazite.chain.packaged.csvs import table as chain_table
from monazite.chain.packaged.rows import PREFIXES
from monazite.chain.packaged.rows import row as chain_row
from monazite.chain.packaged.world import YEARS, world
from monazite.chain.stages import MAKE, USE
from monazite.errors import InputError
from monazite.facts import row as facts_row
from monazite.facts import table
from monazite.trade.indicators.keys import REST
from monazite.trade.indicators.n_minus_one import n_minus_one
from monazite.trade.packaged.rows import row as extract_row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.worlds import World

CASES = Path(__file__).parents[2] / "cases" / "chain" / "rare_earth_shares.yaml"
TONNE = 1.0
OTHERS = {"Ga", "Ge", "Sb", "W", "GRAPHITE"}


def outputs(network: Network, stage: str) -> Mapping[str, float]:
    found: dict[str, float] = defaultdict(float)
    for source, amount in zip(network.edges.source, network.edges.amount, strict=True):
        node = network.nodes[source]
        if (node.stage, node.kind) == (stage, MAKE):
            found[node.country] += float(amount)
    return found


def left(made: World, network: Network) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """By node what no edge takes of what it has, over what it has; what a use has is its own."""
    count = len(network.nodes)
    edges = network.edges
    come = np.bincount(edges.target, edges.amount, count) + network.entering + network.unknown
    gone = np.bincount(edges.source, edges.amount, count)
    plants = [made.plants.get(node) for node in network.nodes]
    gain = np.array([one.recovery.value if one and one.recovery else 1.0 for one in plants])
    used = np.array([node.kind == USE for node in network.nodes])
    return np.where(used, 0.0, gain * come - gone) / np.maximum(come, TONNE)


@pytest.mark.parametrize(
    "case", yaml.safe_load(CASES.read_text("utf-8")), ids=lambda one: one["says"]
)
def test_a_share_is_that_which_the_publisher_prints(case: dict[str, Any]) -> None:
    made = world(case["year"])
    whole: dict[str, float] = defaultdict(float)
    for element in case["elements"]:
        for country, amount in outputs(made.networks[element], case["stage"]).items():
            whole[country] += amount
    share = whole[case["country"]] / sum(whole.values())
    assert share == pytest.approx(case["share"], abs=case["within"])


def test_every_rare_earth_but_promethium_has_a_network_and_so_has_their_sum() -> None:
    elements = set(GROUPS["REE"].elements) - {"Pm"}
    assert set(world(2024).networks) == elements | {"REE"} | OTHERS
    assert all(network.nodes for network in world(2024).networks.values())


@pytest.mark.parametrize("year", YEARS)
def test_every_node_is_in_balance(year: int) -> None:
    made = world(year)
    for network in made.networks.values():
        assert np.isfinite(network.edges.amount).all()
        assert (network.edges.amount >= 0).all()
        over = left(made, network)
        assert over.min() > -1e-9, network.element
        if network.element not in OTHERS:
            # Of the others stocks may be built: more ore is traded than smelters are known to take.
            # Ways of less than a gram are left out, so that some grams may go nowhere.
            assert over.max() < 1e-5, network.element


@pytest.mark.slow
@pytest.mark.parametrize("estimates", [True, False])
@pytest.mark.parametrize("year", YEARS)
def test_what_is_left_closes_every_balance(year: int, estimates: bool) -> None:
    made = world(year, estimates=estimates)
    for element, network in made.networks.items():
        edges, count = network.edges, len(network.nodes)
        come = np.bincount(edges.target, edges.amount, count) + network.entering + network.unknown
        gone = np.bincount(edges.source, edges.amount, count) + made.left[element]
        plants = [made.plants.get(node) for node in network.nodes]
        gain = np.array([one.recovery.value if one and one.recovery else 1.0 for one in plants])
        used = np.array([node.kind == USE for node in network.nodes])
        open_ = np.where(used, 0.0, np.abs(gain * come - gone)) / np.maximum(come, TONNE)
        assert open_.max() < 1e-9, element
        assert made.left[element].min() >= 0


def test_what_was_printed_is_not_cut_to_a_recalled_capacity() -> None:
    mine = outputs(world(2024).networks["REE"], "mining")["USA"]
    assert mine == pytest.approx(45_493, rel=0.002)


def test_scandium_is_a_source_of_scandium_alone() -> None:
    for element, network in world(2024).networks.items():
        rows = {row for rows in network.edges.rows for row in rows}
        assert ("scandium/2024" in rows) == (element in {"Sc", "REE"}), element
    made = world(2024).plants
    for node, plant in made.items():
        if (node.stage, node.country) == ("refining", "CHN") and plant.production:
            on = "scandium/2024" in plant.production.chosen.rows
            assert on == (node.material == "Sc"), node


def test_without_estimates_no_maker_has_an_estimated_output() -> None:
    for node, plant in world(2024, estimates=False).plants.items():
        assert plant.production is None or plant.production.chosen.confidence != ESTIMATE, node


def test_what_stands_on_an_estimate_of_what_enters_is_an_estimate() -> None:
    made = world(2024)
    network = made.networks["Sb"]
    guessed = {row.id for row in chain_table("entering") if row.confidence == ESTIMATE}
    seen = 0
    for rows, basis in zip(network.edges.rows, network.edges.basis, strict=True):
        if guessed & set(rows):
            assert basis == ESTIMATED
            seen += 1
    assert seen


def test_what_the_balance_moved_is_told_worst_first() -> None:
    for moved in world(2024).residuals.values():
        sizes = [abs(one.size) for one in moved]
        assert sizes == sorted(sizes, reverse=True)
    assert world(2024).residuals["REE"]


def test_without_estimates_nothing_is_estimated_and_less_is_known() -> None:
    for element, network in world(2024, estimates=False).networks.items():
        assert not (network.edges.basis == ESTIMATED).any(), element
    full, bare = (world(2024, estimates=one).networks["Dy"] for one in (True, False))
    assert len(bare.edges.amount) < len(full.edges.amount)
    assert (full.edges.basis == ESTIMATED).any()


def test_a_world_is_made_once() -> None:
    assert world(2023) is world(2023)


@pytest.mark.parametrize("year", [2017, 2025])
def test_a_year_that_is_not_carried_is_refused(year: int) -> None:
    with pytest.raises(InputError, match="2018 to 2024"):
        world(year)


def test_every_figure_can_be_followed_to_its_row() -> None:
    seen: set[str] = set()
    for network in world(2024).networks.values():
        seen |= {row for rows in network.edges.rows for row in rows}
    for plant in world(2024).plants.values():
        figures = [plant.capacity, plant.recovery, plant.lead_time, plant.stock]
        if plant.production:
            figures += [plant.production.chosen, *plant.production.others]
        seen |= {row for figure in figures if figure for row in figure.rows}
    assert len(seen) > 1000
    for each in seen:
        first = each.partition("/")[0]
        if first in PREFIXES and first != "flow":
            assert chain_row(each).id == each
        elif first.startswith("production") and first != "production-readings":
            assert extract_row(each).id == each
        elif first != "flow":
            assert facts_row(each).id == each
    flow = next(each for each in sorted(seen) if each.startswith("flow/2846"))
    assert chain_row(flow).id == flow


def test_an_alloy_has_its_makers_with_a_mass_of_alloy() -> None:
    made = world(2024)
    whole = {
        node.country: plant.production.chosen
        for node, plant in made.plants.items()
        if node.material == "NdFeB-heavy" and node.stage == "magnet" and plant.production
    }
    assert whole["CHN"].unit == "t of the alloy"
    assert whole["CHN"].value / sum(one.value for one in whole.values()) == pytest.approx(0.94)


def test_refined_magnet_rare_earths_of_2035_without_the_largest_supplier() -> None:
    supply = {
        REST if one.fields["country"] == "other" else one.fields["country"]: float(
            one.fields["quantity_kt"]
        )
        for one in table("iea-stage-supply")
        if one.id.startswith("iea-stage-supply/rare-earth-elements/refining/")
        and one.fields["year"] == "2035"
    }
    left = n_minus_one(supply)
    assert left.supplier == "CN"
    assert left.supply_left == pytest.approx(28.1, abs=0.05)


@pytest.mark.parametrize("year", [2022, 2023, 2024])
def test_compounds_of_the_united_states_stand_on_china_about_as_those_of_japan_do(
    year: int,
) -> None:
    # A mine-only index has .08 for the United States, for its ore counts as its own supply.
    made = {
        country: next(
            one.share
            for one in exposure(world(year), country, "REE", stage="refining", draws=0).ultimate
            if one.country == "CHN"
        )
        for country in ("US", "JP")
    }
    assert made["US"] > 0.5
    assert made["JP"] > 0.5
    assert made["US"] == pytest.approx(made["JP"], abs=0.2)


def test_magnets_of_the_united_states_cover_what_is_known_of_their_origin() -> None:
    found = exposure(world(2024), "US", "NdFeB-heavy", stage="magnet", draws=0)
    assert found.direct[0].country == "CHN"
    assert 0.7 < found.direct[0].share < 0.8
    assert found.direct_unknown == pytest.approx(0.07, abs=0.02)
    # Through every stage, hardly any dysprosium gets there past China.
    dysprosium = exposure(world(2024), "US", "Dy", draws=0)
    assert next(one.share for one in dysprosium.ultimate if one.country == "CHN") > 0.9


def test_every_sector_reason_and_gap_has_words() -> None:
    made = world(2024)
    sectors = {node.sector for network in made.networks.values() for node in network.nodes} - {""}
    reasons = {plant.production.why for plant in made.plants.values() if plant.production}
    said = [f"chain.sector.{one}" for one in sectors]
    said += [f"chain.choice.{one}" for one in reasons]
    said += [f"chain.gap.{one.why}" for one in made.gaps]
    assert set(said) <= set(keys())
    assert "worked_out" in reasons
