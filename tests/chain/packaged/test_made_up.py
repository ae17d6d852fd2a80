"""What the balance makes up of trade: never through a third country, and always a named gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.catalogue.groups import GROUPS
from monazite.chain.network.network import BALANCED, ESTIMATED, OBSERVED
from monazite.chain.packaged.world import YEARS, world
from monazite.chain.stages import MAKE, MARKET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.chain.network.network import Network
    from monazite.chain.network.nodes import Node


RARE_EARTHS = {"REE", *GROUPS["REE"].elements}
HELD = {"shares_of_2016_2020", "unpublished"}
PRINTED = ("flow/", "magnets/", "magnet-imports/")
"""What the ids of rows begin with that print trade between two countries, if of another year."""


def sent(network: Network) -> Iterator[tuple[Node, Node, tuple[str, ...]]]:
    """Estimated flows between markets: seller, buyer and the rows behind."""
    edges = network.edges
    for source, target, amount, basis, rows in zip(
        edges.source, edges.target, edges.amount, edges.basis, edges.rows, strict=True
    ):
        ends = network.nodes[source], network.nodes[target]
        if basis == ESTIMATED and amount > 0 and ends[0].kind == ends[1].kind == MARKET:
            yield *ends, rows


@pytest.mark.parametrize("year", YEARS)
def test_an_estimated_flow_passes_no_third_country_that_no_printed_trade_names(year: int) -> None:
    for element, network in world(year).networks.items():
        made_up = [
            (seller, buyer)
            for seller, buyer, rows in sent(network)
            if not any(row.startswith(PRINTED) for row in rows)
        ]
        through = {seller for seller, _ in made_up} & {buyer for _, buyer in made_up}
        assert not through, element


@pytest.mark.parametrize("year", YEARS)
def test_trade_that_is_made_up_is_a_named_gap(year: int) -> None:
    made = world(year)
    named = {(one.material, one.stage) for one in made.gaps if one.quantity == "trade"}
    for element, network in made.networks.items():
        for seller, _, _ in sent(network):
            materials = {seller.material, "REE"} if element in RARE_EARTHS else {seller.material}
            assert named & {(one, seller.stage) for one in materials}, seller


@pytest.mark.parametrize("year", [2019, 2024])
def test_an_output_that_a_gap_says_is_estimated_is_marked_so(year: int) -> None:
    made = world(year)
    said = {
        (one.material, one.stage, one.country)
        for one in made.gaps
        if one.quantity == "production" and one.why in HELD and one.filled
    }
    found = 0
    for network in made.networks.values():
        edges = network.edges
        for source, basis in zip(edges.source, edges.basis, strict=True):
            node = network.nodes[source]
            places = {(node.material, node.stage, one) for one in ("", node.country)}
            if node.kind == MAKE and said & places and not printed_by_itself(node):
                assert basis == ESTIMATED, node
                found += 1
    assert found > 20


def printed_by_itself(node: Node) -> bool:
    """The United States print what their smelters make, beside the shares of all others."""
    return (node.material, node.country) == ("Sb", "USA")


def test_magnets_by_a_share_of_another_year_are_an_estimate() -> None:
    for year, expected in ((2023, {ESTIMATED}), (2024, {OBSERVED, BALANCED, ESTIMATED})):
        network = world(year).networks["Nd"]
        basis = {
            int(basis)
            for source, basis in zip(network.edges.source, network.edges.basis, strict=True)
            if network.nodes[source][1:4] == ("magnet", "CHN", MAKE)
        }
        assert basis <= expected
        assert (basis == {ESTIMATED}) == (year == 2023)


def test_ore_of_antimony_goes_from_its_mines_to_those_who_smelt_it() -> None:
    found = {
        (seller.country, buyer.country)
        for seller, buyer, _ in sent(world(2024).networks["Sb"])
        if seller.stage == "mining"
    }
    assert {("RUS", "CHN"), ("TJK", "CHN"), ("MMR", "CHN")} <= found
    assert not {buyer for _, buyer in found} & {"IRN", "KAZ"}
    assert "USA" not in {seller for seller, _ in found}
