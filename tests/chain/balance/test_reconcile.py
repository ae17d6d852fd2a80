from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize

from monazite.chain.balance.reconcile import reconcile
from monazite.chain.balance.residuals import EDGE, ENTERING, UNKNOWN
from monazite.chain.balance.spreads import UNEXPLAINED
from monazite.chain.figures import REPORTED, Figure, Reading
from monazite.chain.network.network import BALANCED, ESTIMATED, OBSERVED, Edges
from monazite.chain.worlds import Plant
from monazite.errors import InputError
from support.chain_networks import network, node, random_network

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.chain.balance.reconcile import Balanced
    from monazite.chain.network.network import Network
    from monazite.chain.network.nodes import Node

    Floats = NDArray[np.float64]

seeded = settings(derandomize=True, max_examples=50, deadline=None)
SEEDS = st.integers(0, 10_000)
NONE = Plant(None, None, None, None, None)


def figure(value: float, confidence: str = REPORTED) -> Figure:
    return Figure(value, "t", 2024, "a source", confidence, ("a/row",))


def named(*flows: tuple[str, str, float], spread: float = 0.1, **entering: float) -> Network:
    """Flows between nodes in words; entering by place, as mining_CHN=10."""
    mines = {node(f"make {place.replace('_', ' ')}", "Dy"): t for place, t in entering.items()}
    return network([(node(a, "Dy"), node(b, "Dy"), t) for a, b, t in flows], mines, spread=spread)


def balanced(found: Network, plants: dict[Node, Plant] | None = None) -> Balanced:
    return reconcile(found, plants or {}, np.zeros(len(found.nodes)))


def amounts(found: Balanced) -> dict[tuple[Node, Node], float]:
    edges, nodes = found.network.edges, found.network.nodes
    return {
        (nodes[a], nodes[b]): float(t)
        for a, b, t in zip(edges.source, edges.target, edges.amount, strict=True)
    }


def openness(found: Balanced, plants: dict[Node, Plant]) -> float:
    """The largest difference of a node's two sides by a plain loop, over what runs through."""
    after, worst = found.network, 0.0
    for at, one in enumerate(after.nodes):
        if one.kind == "use":
            continue
        known = plants.get(one, NONE).recovery
        came = after.entering[at] + after.unknown[at]
        went = found.left[at]
        for source, target, amount in zip(*after.edges[:3], strict=True):
            came += amount * (target == at)
            went += amount * (source == at)
        out = came * (known.value if known else 1.0)
        worst = max(worst, abs(out - went) / max(out, went, 1e-300))
    return worst


def some_plants(found: Network, rng: np.random.Generator) -> dict[Node, Plant]:
    """Recoveries for most makers, capacities for some."""
    plants = {}
    for one in found.nodes:
        if one.kind == "make" and rng.random() < 0.8:
            capacity = figure(float(rng.uniform(2, 6))) if rng.random() < 0.5 else None
            plants[one] = Plant(None, capacity, figure(float(rng.uniform(0.5, 1))), None, None)
    return plants


@seeded
@given(SEEDS, st.booleans(), st.sampled_from([0.0, 1.0, 5.0]))
def test_every_node_balances_and_nothing_is_negative(seed: int, rings: bool, off: float) -> None:
    rng = np.random.default_rng(seed)
    drawn = random_network(rng, rings=rings)
    scattered = drawn.edges.amount * rng.lognormal(0, off, len(drawn.edges.amount))
    drawn = replace(drawn, edges=drawn.edges._replace(amount=scattered))
    plants = some_plants(drawn, rng)
    found = balanced(drawn, plants)
    after = found.network
    assert openness(found, plants) < 1e-9
    for numbers in (after.edges.amount, after.entering, after.unknown, found.left):
        assert (numbers >= 0).all()
    for (source, _), amount in amounts(found).items():
        plant = plants.get(source)
        if plant and plant.capacity:
            assert amount <= plant.capacity.value


def test_figures_that_agree_stay_as_they_are() -> None:
    found = balanced(
        named(
            ("make mining CHN", "market mining CHN", 100),
            ("market mining CHN", "make refining CHN", 80),
            ("market mining CHN", "make refining JPN", 20),
            mining_CHN=100,
        )
    )
    assert found.residuals == ()
    assert set(found.network.edges.basis) == {OBSERVED}


def test_two_figures_of_one_flow_meet_by_their_spreads_and_the_rest_is_said() -> None:
    drawn = named(
        ("make refining CHN", "market refining CHN", 100),
        ("market refining CHN", "use wind CHN", 120),
        refining_CHN=100,
    )
    spread = np.array([0.03, 0.1])
    found = balanced(replace(drawn, edges=drawn.edges._replace(spread=spread)))
    made, used = found.network.edges.amount
    market = drawn.index[node("market refining CHN", "Dy")]
    # What lacks, 20 t, is shared out as the variances stand: 3, 12 and 0.12 x 120 = 14.4 t squared;
    # the maker's own market is balanced by what enters there, which is printed once.
    whole = 3**2 + 12**2 + (UNEXPLAINED * 120) ** 2
    assert made == pytest.approx(100 + 20 * 3**2 / whole, rel=2e-3)
    assert used == pytest.approx(120 - 20 * 12**2 / whole, rel=2e-3)
    unseen = found.network.unknown[market]
    assert unseen == pytest.approx(20 * (UNEXPLAINED * 120) ** 2 / whole, rel=2e-3)
    assert [(one.what, one.rows) for one in found.residuals if one.what == EDGE] == [
        (EDGE, ("row/1",)), (EDGE, ("row/0",)),
    ]  # fmt: skip
    assert set(found.network.edges.basis) == {BALANCED}


def test_figures_that_are_far_apart_do_not_drag_each_other() -> None:
    drawn = named(
        ("make refining CHN", "market refining CHN", 100),
        ("market refining CHN", "use wind CHN", 1000),
        refining_CHN=100,
    )
    found = balanced(drawn)
    made, used = found.network.edges.amount
    # The use has a deviation of 100 t and the market one of 250 t: 100^2 / 250 = 40 t at most.
    assert used == pytest.approx(960)
    assert made < 101
    assert found.residuals[0].what == UNKNOWN
    assert found.residuals[0].target == node("market refining CHN", "Dy")
    assert found.residuals[0].after == pytest.approx(960 - made)


def test_every_move_says_what_was_before_what_is_after_and_how_far_for_its_spread() -> None:
    """100 t are made and 120 t used; deviations are 10 t, 12 t, and 30 t of what comes unseen.

    What costs least to close 20 t has them share as 100 : 144 : 900 of 1144: 1.748, 2.517, 15.734.
    """
    made = ("make refining CHN", "market refining CHN", 100)
    used = ("market refining CHN", "use wind CHN", 120)
    told = balanced(named(made, used, refining_CHN=100, spread=0.1)).residuals[:3]
    assert [one.what for one in told] == [UNKNOWN, EDGE, EDGE]
    assert [one.before for one in told] == [0.0, 120.0, 100.0]
    assert [one.after for one in told] == pytest.approx([15.734, 117.483, 101.748], abs=1e-3)
    assert [one.size for one in told] == pytest.approx([0.5245, -0.2098, 0.1748], abs=1e-4)
    market = node("market refining CHN", "Dy")
    ends = [(one.source, one.target) for one in told]
    assert ends[0] == (None, market)
    assert ends[1] == (market, node("use wind CHN", "Dy"))
    assert ends[2] == (node("make refining CHN", "Dy"), market)
    assert [one.rows for one in told] == [(), ("row/1",), ("row/0",)]


def test_residuals_come_worst_first_in_units_of_their_spread() -> None:
    found = balanced(random_network(np.random.default_rng(7)))
    sizes = [abs(one.size) for one in found.residuals]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 0.5
    for one in found.residuals:
        if one.what == EDGE:
            assert one.size == pytest.approx((one.after - one.before) / (0.1 * one.before))


def test_an_estimate_moves_before_a_figure_does_and_stays_an_estimate() -> None:
    drawn = named(
        ("make refining CHN", "market refining CHN", 100),
        ("market refining CHN", "use wind CHN", 90),
        ("market refining CHN", "use wind JPN", 30),
        refining_CHN=100,
        spread=0.03,
    )
    guessed = drawn.edges._replace(
        basis=np.array([OBSERVED, OBSERVED, ESTIMATED]), spread=np.array([0.03, 0.03, 0.5])
    )
    found = balanced(replace(drawn, edges=guessed))
    moves = np.abs(found.network.edges.amount - drawn.edges.amount)
    assert moves[2] > 10 * max(moves[0], moves[1])
    assert found.network.edges.basis.tolist() == [BALANCED, BALANCED, ESTIMATED]


def test_a_flow_of_nothing_stays_nothing() -> None:
    found = balanced(
        named(
            ("make mining CHN", "market mining CHN", 50),
            ("market mining CHN", "make refining CHN", 90),
            ("market mining MMR", "market mining CHN", 0),
            mining_CHN=50,
        )
    )
    assert found.network.edges.amount[2] == 0


def test_a_maker_puts_out_no_more_than_its_capacity() -> None:
    drawn = named(
        ("make refining CHN", "market refining CHN", 100),
        ("market refining CHN", "use wind CHN", 150),
        refining_CHN=100,
    )
    maker = node("make refining CHN", "Dy")
    free = balanced(drawn)
    held = balanced(drawn, {maker: replace(NONE, capacity=figure(100.5))})
    assert free.network.edges.amount[0] > 101
    assert held.network.edges.amount[0] == 100.5


def test_what_a_maker_puts_out_stays_in_the_range_that_its_source_prints() -> None:
    drawn = named(
        ("make refining CHN", "market refining CHN", 100),
        ("market refining CHN", "use wind CHN", 60),
        refining_CHN=100,
    )
    maker = node("make refining CHN", "Dy")
    printed = Reading(replace(figure(100), low=99, high=110), (), "only")
    free = balanced(drawn, {maker: replace(NONE, production=Reading(figure(100), (), "only"))})
    held = balanced(drawn, {maker: replace(NONE, production=printed)})
    over = balanced(drawn, {maker: replace(NONE, production=printed, capacity=figure(90))})
    assert free.network.edges.amount[0] < 98.5
    assert held.network.edges.amount[0] == 99
    assert over.network.edges.amount[0] == 90


def test_what_a_maker_loses_is_not_called_left() -> None:
    drawn = named(
        ("market mining CHN", "make refining CHN", 100),
        ("make refining CHN", "market refining CHN", 80),
        ("market refining CHN", "use wind CHN", 80),
        ("make mining CHN", "market mining CHN", 100),
        mining_CHN=100,
    )
    plants = {node("make refining CHN", "Dy"): replace(NONE, recovery=figure(0.8))}
    assert balanced(drawn, plants).residuals == ()
    unsaid = balanced(drawn)
    assert unsaid.left[drawn.index[node("make refining CHN", "Dy")]] > 5


def test_a_use_without_supply_is_computed_and_its_supply_is_unknown() -> None:
    found = balanced(named(("market refining DEU", "use wind DEU", 40)))
    market = found.network.index[node("market refining DEU", "Dy")]
    assert found.network.edges.amount.tolist() == [40]
    assert found.network.unknown[market] == 40


def test_what_nobody_takes_is_left_where_it_is() -> None:
    found = balanced(named(("make mining USA", "market mining USA", 40), mining_USA=40))
    assert found.left[found.network.index[node("market mining USA", "Dy")]] == 40
    assert found.residuals == ()


def test_what_enters_moves_by_the_confidence_of_its_reading_and_names_its_rows() -> None:
    drawn = named(
        ("market refining CHN", "make metal CHN", 50),
        ("make metal CHN", "market metal CHN", 100),
        ("market metal CHN", "use wind CHN", 100),
        ("make refining CHN", "market refining CHN", 50),
        refining_CHN=50,
        metal_CHN=30,
    )
    maker = node("make metal CHN", "Dy")
    reading = Reading(figure(30), (), "only")
    sure = balanced(drawn, {maker: replace(NONE, production=reading)})
    unsaid = balanced(drawn)
    moved = {
        found: next(one for one in found.residuals if (one.what, one.target) == (ENTERING, maker))
        for found in (sure, unsaid)
    }
    assert 30 < moved[sure].after < moved[unsaid].after
    assert moved[sure].rows == ("a/row",)
    assert moved[unsaid].rows == ()


@seeded
@given(SEEDS)
def test_the_order_of_nodes_and_edges_does_not_matter(seed: int) -> None:
    rng = np.random.default_rng(seed)
    drawn = random_network(rng, rings=True)
    plants = some_plants(drawn, rng)
    places, order = rng.permutation(len(drawn.nodes)), rng.permutation(len(drawn.edges.amount))
    new = np.argsort(places)
    edges = drawn.edges
    turned = replace(
        drawn, nodes=tuple(drawn.nodes[at] for at in places), entering=drawn.entering[places],
        unknown=drawn.unknown[places],
        edges=Edges(
            new[edges.source[order]], new[edges.target[order]], edges.amount[order],
            edges.basis[order], edges.spread[order], tuple(edges.rows[at] for at in order),
        ),
    )  # fmt: skip
    one, other = balanced(drawn, plants), balanced(turned, plants)
    expected = amounts(one)
    assert amounts(other) == pytest.approx(expected, rel=1e-7, abs=1e-9)


@seeded
@given(SEEDS, st.sampled_from([1e-6, 1e3, 1e9]))
def test_other_units_give_the_same_balance(seed: int, factor: float) -> None:
    drawn = random_network(np.random.default_rng(seed))
    scaled = replace(
        drawn, edges=drawn.edges._replace(amount=drawn.edges.amount * factor),
        entering=drawn.entering * factor, unknown=drawn.unknown * factor,
    )  # fmt: skip
    one, other = balanced(drawn), balanced(scaled)
    assert other.network.edges.amount == pytest.approx(
        one.network.edges.amount * factor, rel=1e-7, abs=1e-9 * factor
    )


def test_twins_stay_twins() -> None:
    flows = [
        (f"market mining {mine}", f"make refining {mine}", 60.0) for mine in ("C01", "C02")
    ] + [(f"make refining {mine}", f"market refining {mine}", 50.0) for mine in ("C01", "C02")]
    flows += [(f"market refining {mine}", "use wind DEU", 55.0) for mine in ("C01", "C02")]
    flows += [(f"make mining {mine}", f"market mining {mine}", 58.0) for mine in ("C01", "C02")]
    found = balanced(named(*flows, mining_C01=58, mining_C02=58)).network.edges.amount
    assert found[::2] == pytest.approx(found[1::2], rel=1e-12)
    assert not np.allclose(found[:2], 60)


@pytest.mark.slow
@seeded
@given(SEEDS)
def test_small_networks_are_balanced_as_by_a_general_solver(seed: int) -> None:
    rng = np.random.default_rng(seed)
    drawn = random_network(rng, countries=2, stages=2)
    drawn = replace(drawn, entering=np.zeros(len(drawn.nodes)), unknown=np.zeros(len(drawn.nodes)))
    found = balanced(drawn)
    assert found.network.edges.amount == pytest.approx(general(drawn), rel=1e-4)


def general(drawn: Network) -> Floats:
    """Amounts of edges alone by a general descent: their squares, and Huber's loss of each gap."""
    count, edges = len(drawn.nodes), drawn.edges
    incidence = np.zeros((count, len(edges.amount)))
    for at, (source, target) in enumerate(zip(edges.source, edges.target, strict=True)):
        incidence[target, at] += 1
        incidence[source, at] -= 1
    into = np.maximum(incidence, 0) @ edges.amount
    out = np.maximum(-incidence, 0) @ edges.amount
    kept = np.array([one.kind != "use" for one in drawn.nodes]) & (into > 0) & (out > 0)
    unseen = UNEXPLAINED * np.maximum(into, out)[kept]

    def cost(moved: Floats) -> tuple[float, Floats]:
        gap = incidence[kept] @ (edges.amount * (1 + 0.1 * moved)) / unseen
        loss = np.where(np.abs(gap) <= 1, gap**2 / 2, np.abs(gap) - 0.5)
        pull = incidence[kept].T @ (np.clip(gap, -1, 1) / unseen)
        return float((moved**2).sum() / 2 + loss.sum()), moved + 0.1 * edges.amount * pull

    solved = minimize(
        cost, np.zeros(len(edges.amount)), jac=True, method="L-BFGS-B", bounds=[(-10, None)] * len(edges.amount),
        options={"ftol": 1e-15, "gtol": 1e-10, "maxiter": 5000},
    )  # fmt: skip
    return np.asarray(edges.amount * (1 + 0.1 * solved.x), dtype=np.float64)


@pytest.mark.parametrize("recovery", [0.0, 1.2, -1.0, float("nan")])
def test_a_recovery_that_cannot_be_is_refused(recovery: float) -> None:
    drawn = named(("make mining CHN", "market mining CHN", 50), mining_CHN=50)
    plants = {node("make mining CHN", "Dy"): replace(NONE, recovery=figure(recovery))}
    with pytest.raises(InputError, match="recovery"):
        balanced(drawn, plants)
