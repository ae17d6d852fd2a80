from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.chain.balance.balance import balance
from monazite.chain.balance.fill import fill
from monazite.chain.balance.reconcile import reconcile
from monazite.chain.balance.routes import Route
from monazite.chain.figures import ESTIMATE, REPORTED, SPREAD, Figure, Reading
from monazite.chain.network.network import ESTIMATED, OBSERVED
from monazite.chain.worlds import Plant
from monazite.errors import InputError
from support.chain_networks import network, node, random_network

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from monazite.chain.balance.fill import Filled
    from monazite.chain.network.network import Network
    from monazite.chain.network.nodes import Node

seeded = settings(derandomize=True, max_examples=50, deadline=None)
SEEDS = st.integers(0, 10_000)


def plant(*, production: float | None = None, recovery: float | None = None) -> Plant:
    def figure(value: float) -> Figure:
        return Figure(value, "t", 2024, "a source", REPORTED)

    made = None if production is None else Reading(figure(production), (), "only")
    return Plant(made, None, None if recovery is None else figure(recovery), None, None)


class Case:
    """A network in words, and the routes that it lacks."""

    def __init__(
        self, known: Mapping[str, float], entering: Mapping[str, float], routes: str
    ) -> None:
        self.routes = [self.route(line) for line in routes.splitlines() if line.strip()]
        flows = [(*self.ends(way), amount) for way, amount in known.items()]
        comes = {node(where, "Dy"): amount for where, amount in entering.items()}
        touched = dict.fromkeys((end for way in self.routes for end in way[:2]), 0.0)
        self.network = network(flows, comes, touched)

    def ends(self, way: str) -> tuple[Node, Node]:
        source, target = way.split(" > ")
        return node(source.strip(), "Dy"), node(target.strip(), "Dy")

    def route(self, line: str) -> Route:
        way, guess = line.split(":")
        return Route(*self.ends(way), float(guess), ("a/guess",))

    def filled(
        self,
        plants: Mapping[str, Plant] | None = None,
        uses: Mapping[str, float] | None = None,
        *,
        estimates: bool = True,
    ) -> Filled:
        return fill(
            self.network,
            {node(name, "Dy"): one for name, one in (plants or {}).items()},
            self.routes,
            {node(name, "Dy"): t for name, t in (uses or {}).items()},
            estimates=estimates,
        )

    def amounts(
        self,
        plants: Mapping[str, Plant] | None = None,
        uses: Mapping[str, float] | None = None,
    ) -> list[float]:
        found = self.filled(plants, uses).network.edges.amount
        return [round(float(t), 4) for t in found[-len(self.routes) :]]


def test_a_market_hands_on_what_is_left_as_the_guesses_stand() -> None:
    case = Case(
        {"make magnet CHN > market magnet CHN": 100, "market magnet CHN > market magnet DEU": 20},
        {"make magnet CHN": 100},
        """
        market magnet CHN > use wind CHN: 1
        market magnet CHN > use traction CHN: 3
        market magnet DEU > use wind DEU: 5
        """,
    )
    assert case.amounts() == [20, 60, 20]


def test_trade_that_nobody_prints_goes_from_those_who_have_to_those_who_lack() -> None:
    case = Case(
        {
            "make metal CHN > market metal CHN": 90,
            "make metal JPN > market metal JPN": 10,
            "market metal CHN > use wind CHN": 30,
            "market metal DEU > use wind DEU": 45,
            "market metal USA > use wind USA": 25,
        },
        {"make metal CHN": 90, "make metal JPN": 10},
        """
        market metal CHN > market metal DEU: 1
        market metal CHN > market metal USA: 1
        market metal JPN > market metal DEU: 1
        market metal JPN > market metal USA: 1
        """,
    )
    # Proportional fitting of 60 and 10 to 45 and 25.
    assert case.amounts() == pytest.approx(
        [60 * 45 / 70, 60 * 25 / 70, 10 * 45 / 70, 10 * 25 / 70], abs=1e-3
    )


def test_a_maker_takes_what_its_production_needs_and_sells_what_it_makes() -> None:
    case = Case(
        {"make mining MYS > market mining MYS": 50},
        {"make mining MYS": 50},
        """
        market mining MYS > make refining MYS: 7
        market mining MYS > make refining CHN: 7
        make refining MYS > market refining MYS: 1
        """,
    )
    known = {"make refining MYS": plant(production=24, recovery=0.8)}
    assert case.amounts(known) == pytest.approx([30, 20, 24], abs=1e-3)


def test_a_known_use_is_met_and_the_others_share_the_rest() -> None:
    case = Case(
        {"make magnet JPN > market magnet JPN": 80},
        {"make magnet JPN": 80},
        """
        market magnet JPN > use wind JPN: 1
        market magnet JPN > use traction JPN: 1
        market magnet JPN > use medical JPN: 3
        """,
    )
    assert case.amounts(uses={"use wind JPN": 60}) == pytest.approx([60, 5, 15], abs=1e-3)


@pytest.mark.parametrize("factor", [1e-4, 1.0, 1e4])
def test_where_totals_are_known_only_how_guesses_compare_counts(factor: float) -> None:
    case = Case(
        {"make magnet JPN > market magnet JPN": 80},
        {"make magnet JPN": 80},
        f"""
        market magnet JPN > use wind JPN: {factor}
        market magnet JPN > use traction JPN: {3 * factor}
        """,
    )
    assert case.amounts() == pytest.approx([20, 60], abs=1e-3)


def test_what_cannot_be_met_stays_open_and_nothing_falls_below_zero() -> None:
    case = Case(
        {
            "make magnet JPN > market magnet JPN": 80,
            "market magnet JPN > use wind JPN": 100,
        },
        {"make magnet JPN": 80},
        "market magnet JPN > use traction JPN: 3",
    )
    (extra,) = case.amounts()
    assert 0 <= extra < 0.1
    assert case.filled().left.tolist() == [0, 0, 0, 0]


def test_an_estimate_is_marked_and_carries_its_rows() -> None:
    case = Case(
        {"make magnet JPN > market magnet JPN": 80},
        {"make magnet JPN": 80},
        "market magnet JPN > use wind JPN: 1",
    )
    edges = case.filled().network.edges
    assert edges.basis.tolist() == [OBSERVED, ESTIMATED]
    assert edges.spread[1] == SPREAD[ESTIMATE]
    assert edges.rows == (("row/0",), ("a/guess",))


def test_without_routes_nothing_is_filled() -> None:
    case = Case({"make magnet JPN > market magnet JPN": 80}, {"make magnet JPN": 80}, "")
    assert case.filled().network is case.network


def test_with_estimates_off_what_is_not_known_is_said_and_no_figure_moves() -> None:
    case = Case(
        {
            "make magnet CHN > market magnet CHN": 100,
            "market magnet CHN > market magnet JPN": 30,
            "market magnet JPN > use wind JPN": 45,
        },
        {"make magnet CHN": 100},
        """
        market magnet CHN > use wind CHN: 1
        market magnet JPN > use traction DEU: 2
        """,
    )
    found = case.filled(uses={"use traction DEU": 7.0}, estimates=False)
    assert found.network.edges.amount.tolist() == [100, 30, 45]
    at = found.network.index
    unknown = {one: float(found.network.unknown[place]) for one, place in at.items()}
    assert unknown[node("market magnet JPN", "Dy")] == 15
    assert unknown[node("use traction DEU", "Dy")] == 7
    assert sum(unknown.values()) == 22
    assert found.left[at[node("market magnet CHN", "Dy")]] == 70
    assert found.left.sum() == 70
    kept = reconcile(found.network, {}, found.left)
    assert kept.residuals == ()
    assert kept.network.edges.amount.tolist() == [100, 30, 45]


def test_with_estimates_off_edges_that_were_estimated_before_go_too() -> None:
    drawn = network(
        [
            (node("market metal CHN", "Dy"), node("make magnet CHN", "Dy"), 60.0),
            (node("make magnet CHN", "Dy"), node("market magnet CHN", "Dy"), 50.0),
        ],
        {node("market metal CHN", "Dy"): 60.0},
    )
    guessed = replace(drawn, edges=drawn.edges._replace(basis=np.array([ESTIMATED, OBSERVED])))
    found = fill(guessed, {}, [], {}, estimates=False)
    assert found.network.edges.amount.tolist() == [50]
    assert found.network.edges.rows == (("row/1",),)
    assert found.network.unknown.tolist() == [0, 50, 0]
    assert found.left.tolist() == [60, 0, 50]


@pytest.mark.parametrize(
    "wrong",
    [
        "market magnet JPN > use wind JPN: 0",
        "market magnet JPN > use wind JPN: -1",
        "market magnet JPN > use wind JPN: nan",
        "market magnet JPN > use wind JPN: 1\nmarket magnet JPN > use wind JPN: 1",
    ],
)
def test_a_route_that_cannot_be_asked_for_is_refused(wrong: str) -> None:
    case = Case({"make magnet JPN > market magnet JPN": 80}, {"make magnet JPN": 80}, wrong)
    with pytest.raises(InputError, match="route"):
        case.filled()


def test_a_route_beside_a_known_edge_is_what_that_edge_does_not_show() -> None:
    case = Case(
        {
            "make metal CHN > market metal CHN": 100,
            "market metal CHN > market metal JPN": 30,
            "market metal JPN > use wind JPN": 80,
        },
        {"make metal CHN": 100},
        "market metal CHN > market metal JPN: 7\nmarket metal CHN > use wind CHN: 3",
    )
    assert case.amounts() == [50, 20]
    edges = case.filled().network.edges
    assert edges.amount[1] == 30
    assert edges.basis.tolist() == [OBSERVED] * 3 + [ESTIMATED] * 2


def test_a_route_to_a_node_that_the_network_does_not_have_is_refused() -> None:
    case = Case({"make magnet JPN > market magnet JPN": 80}, {"make magnet JPN": 80}, "")
    case.routes.append(case.route("market magnet JPN > use wind JPN: 1"))
    with pytest.raises(InputError, match="route"):
        case.filled()


@pytest.mark.slow
@seeded
@given(SEEDS)
def test_gaps_in_a_network_that_balances_are_filled_so_that_it_balances_again(seed: int) -> None:
    rng = np.random.default_rng(seed)
    whole = in_balance(random_network(rng, rings=True))
    hidden = np.flatnonzero(rng.random(len(whole.edges.amount)) < 0.3)
    routes = [
        Route(*ends(whole, int(at)), float(rng.uniform(0.5, 5)))
        for at in hidden
        if whole.edges.amount[at] > 0
    ]
    known = edges_at(whole, np.setdiff1d(np.arange(len(whole.edges.amount)), hidden))
    found = balance(known, {}, routes, {}, estimates=True)
    assert (found.network.edges.basis == ESTIMATED).sum() == len(routes)
    assert (found.network.edges.amount >= 0).all()
    # The hidden amounts were a way to fill it, so that no printed figure has to move.
    assert max((abs(one.size) for one in found.residuals), default=0.0) < 1e-3


def in_balance(drawn: Network) -> Network:
    """A balance of the network in which all that is left somewhere is used there."""
    found = reconcile(drawn, {}, np.zeros(len(drawn.nodes)))
    flows = [
        (*ends(found.network, at), float(t)) for at, t in enumerate(found.network.edges.amount)
    ]
    more = [
        (one, node(f"use rest{place} {one.country}", "Dy"), float(found.left[place]))
        for place, one in enumerate(found.network.nodes)
        if found.left[place] > 0
    ]
    after = found.network
    comes, unknown = (
        dict(zip(after.nodes, numbers.tolist(), strict=True))
        for numbers in (after.entering, after.unknown)
    )
    return network(flows + more, comes, unknown)


def ends(found: Network, at: int) -> tuple[Node, Node]:
    return found.nodes[found.edges.source[at]], found.nodes[found.edges.target[at]]


def edges_at(found: Network, places: NDArray[np.int64]) -> Network:
    edges = found.edges
    kept = edges._replace(
        source=edges.source[places], target=edges.target[places], amount=edges.amount[places],
        basis=edges.basis[places], spread=edges.spread[places],
        rows=tuple(edges.rows[at] for at in places),
    )  # fmt: skip
    return replace(found, edges=kept)
