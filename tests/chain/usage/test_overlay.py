"""What a desk saw in place of statistics: hand-computed, and what never changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.chain.exposures.tracing import hits, trace
from monazite.chain.stages import MAKE, MARKET
from monazite.chain.usage.overlay import overlaid
from monazite.chain.usage.ways import Delivered
from support.usage import at, network, use

if TYPE_CHECKING:
    from monazite.chain.network.network import Network
    from monazite.chain.network.nodes import Node

YEAR = 1460  # four years of 365 days


def way(amount: float, sector: str = "electronics", country: str = "JPN") -> Delivered:
    return Delivered("Ga", "refining", "CHN", country, sector, amount, ("L1",), assumed=False)


def flow(found: Network, source: Node, target: Node) -> float:
    index = found.index
    edges = found.edges
    if source not in index or target not in index:
        return 0.0
    mask = (edges.source == index[source]) & (edges.target == index[target])
    return float(edges.amount[mask].sum())


def chinese(found: Network, user: Node) -> float:
    member = np.array([n.kind == MAKE and n.country == "CHN" for n in found.nodes], float)
    return float(hits(trace(found), member[:, None])[found.index[user], 0])


def test_a_sector_has_the_origin_of_its_own_goods() -> None:
    found = overlaid(network(), [way(24.0)])
    seller, market = at("CHN", MARKET), at("JPN", MARKET)
    assert flow(found, seller, use("JPN", "electronics")) == 24.0
    assert flow(found, market, use("JPN", "electronics")) == pytest.approx(6.0)
    assert flow(found, seller, market) == pytest.approx(16.0)
    assert flow(found, market, use("JPN", "solar")) == 20.0
    # Japan's market has 16 from China and 10 from Australia: 8 / 13 is Chinese.
    assert chinese(found, use("JPN", "solar")) == pytest.approx(8 / 13)
    assert chinese(found, use("JPN", "electronics")) == pytest.approx(0.8 + 0.2 * 8 / 13)
    assert chinese(network(), use("JPN", "electronics")) == pytest.approx(0.8)


def test_more_than_statistics_know_is_all_that_the_sector_uses() -> None:
    found = overlaid(network(), [way(70.0)])
    assert flow(found, at("JPN", MARKET), use("JPN", "electronics")) == 0.0
    assert flow(found, at("CHN", MARKET), at("JPN", MARKET)) == 0.0
    assert chinese(found, use("JPN", "electronics")) == pytest.approx(1.0)


def test_of_no_known_sector_it_only_adds_what_trade_lacks() -> None:
    found = overlaid(network(), [way(30.0, ""), way(20.0)])
    assert flow(found, at("CHN", MARKET), at("JPN", MARKET)) == pytest.approx(30.0)
    assert overlaid(network(), [way(30.0, "")]).edges.amount == pytest.approx(
        network().edges.amount
    )


def test_a_country_that_statistics_do_not_know_is_there_now() -> None:
    found = overlaid(network(), [way(3.0, "solar", "OMN"), way(2.0, "", "OMN")])
    assert chinese(found, use("OMN", "solar")) == pytest.approx(1.0)
    assert flow(found, at("CHN", MARKET), at("OMN", MARKET)) == pytest.approx(2.0)


def test_a_stage_that_statistics_do_not_know_stands_on_the_one_before() -> None:
    lens = way(5.0)._replace(material="Ga", stage="intermediate")
    found = overlaid(network(), [lens])
    assert flow(found, at("CHN", MARKET), use("JPN", "electronics")) == 5.0
    # Trade in what comes before it is not trade in it.
    assert flow(found, at("CHN", MARKET), at("JPN", MARKET)) == 40.0


def test_of_a_country_without_any_market_the_origin_is_not_known() -> None:
    found = overlaid(network(), [way(30.0)._replace(origin="OMN")])
    assert chinese(found, use("JPN", "electronics")) == 0.0
    assert found.unknown[found.index[use("JPN", "electronics")]] == 30.0


def test_goods_that_stay_are_left_to_statistics() -> None:
    home = way(50.0, "other", "CHN")
    assert overlaid(network(), [home]).edges.amount == pytest.approx(network().edges.amount)


def test_the_network_that_was_given_stays_as_it_is() -> None:
    before = network()
    amounts = before.edges.amount.copy()
    overlaid(before, [way(24.0)])
    assert (before.edges.amount == amounts).all()


@given(
    st.lists(
        st.tuples(
            st.floats(0.01, 200), st.sampled_from(["", "solar", "electronics", "glass"]),
            st.sampled_from(["JPN", "OMN", "CHN"]),
        ),
        max_size=6,
    )
)  # fmt: skip
def test_nothing_is_below_zero_and_shares_stay_shares(ways: list[tuple[Any, ...]]) -> None:
    given_ways = [way(amount, sector, country) for amount, sector, country in ways]
    found = overlaid(network(), given_ways)
    assert (found.edges.amount >= 0).all()
    traced = trace(found)
    every = np.array([node.kind == MAKE for node in found.nodes], float)[:, None]
    known = hits(traced, every)[:, 0]
    assert (known <= 1 + 1e-9).all()
    sold = flow(found, at("CHN", MARKET), at("JPN", MARKET)) + sum(
        way.amount for way in given_ways if way.country == "JPN" and way.sector
    )
    assert sold >= 40.0 - 1e-9
