from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.chain.exposures.exposure import exposure
from monazite.chain.figures import Figure
from monazite.chain.network.network import ESTIMATED, OBSERVED
from monazite.chain.network.nodes import Node
from monazite.chain.stages import MAKE, MARKET, SECTOR, USE
from monazite.chain.worlds import Alloy, Plant
from monazite.errors import InputError
from support.chain_networks import network, node, random_network, world

if TYPE_CHECKING:
    from collections.abc import Iterable

    from monazite.chain.exposures.values import Share
    from monazite.chain.network.network import Network
    from monazite.chain.worlds import World

CASES = [(seed, rings) for seed in range(6) for rings in (False, True)]


def shares(found: Iterable[Share]) -> dict[str, float]:
    return {one.country: one.share for one in found}


def figure(value: float, unit: str = "1") -> Figure:
    return Figure(value, unit, 2024, "by hand", "found")


def drawn(seed: int, rings: bool, scrap: bool | None = None) -> Network:
    rng = np.random.default_rng(seed)
    return random_network(rng, rings=rings, scrap=rings if scrap is None else scrap)


@pytest.mark.parametrize(("seed", "rings"), CASES)
def test_shares_and_what_is_unknown_add_up_to_one(seed: int, rings: bool) -> None:
    found = exposure(world(drawn(seed, rings)), "C01", "Dy", draws=0)
    direct = sum(one.share for one in found.direct) + found.direct_unknown
    assert direct == pytest.approx(1, abs=1e-9)
    assert sum(one.share for one in found.forms) == pytest.approx(1, abs=1e-9)
    for at in found.made:
        whole = sum(one.share for one in at.shares) + at.later + at.unknown
        assert whole == pytest.approx(1, abs=1e-9)


@pytest.mark.parametrize(("seed", "rings"), CASES)
def test_an_ultimate_share_lies_between_those_by_stage_and_their_sum(
    seed: int, rings: bool
) -> None:
    # With scrap the same goods may pass a stage twice, and one share by stage is of the last time.
    found = exposure(world(drawn(seed, rings, scrap=False)), "C02", "Dy", draws=0)
    for one in found.ultimate:
        by_stage = [shares(at.shares).get(one.country, 0.0) for at in found.made]
        assert max(by_stage) - 1e-9 <= one.share <= min(1.0, sum(by_stage)) + 1e-9


@pytest.mark.parametrize(("seed", "rings"), CASES)
def test_ultimate_shares_fall_apart_by_the_form_in_which_goods_came(seed: int, rings: bool) -> None:
    found = exposure(world(drawn(seed, rings)), "C03", "Dy", draws=0)
    for one in found.ultimate:
        if one.country != "C03":
            came = sum(shares(form.upstream).get(one.country, 0.0) for form in found.forms)
            assert came == pytest.approx(one.share, abs=1e-9)


@pytest.mark.parametrize(("seed", "rings"), CASES)
def test_the_order_and_the_names_of_nodes_do_not_matter(seed: int, rings: bool) -> None:
    before = drawn(seed, rings)
    order = np.random.default_rng(seed).permutation(len(before.nodes))
    place = np.argsort(order)
    names = {"C00": "Q7", "C01": "C01", "C02": "A", "C03": "ZZZ"}
    after = replace(
        before,
        nodes=tuple(
            before.nodes[at]._replace(country=names[before.nodes[at].country]) for at in order
        ),
        edges=before.edges._replace(
            source=place[before.edges.source], target=place[before.edges.target]
        ),
        entering=before.entering[order],
        unknown=before.unknown[order],
    )
    one, other = (exposure(world(net), "C01", "Dy", draws=20) for net in (before, after))
    for kind in ("direct", "ultimate"):
        expected = {names[share.country]: share for share in getattr(one, kind)}
        found = {share.country: share for share in getattr(other, kind)}
        assert found.keys() == expected.keys()
        for name, share in found.items():
            assert share.share == pytest.approx(expected[name].share, abs=1e-9)
            # The draws belong to edges, not to names.
            assert share.band == pytest.approx(expected[name].band, abs=1e-9)


def twins(before: Network, split: Node) -> Network:
    """A maker as two equal ones, of the same country, stage and material but for a word."""
    at = before.index[split]
    nodes = (*before.nodes, split._replace(sector="twin"))
    edges = before.edges
    touching = np.flatnonzero((edges.source == at) | (edges.target == at))
    amount = edges.amount.copy()
    amount[touching] /= 2
    source, target = edges.source[touching].copy(), edges.target[touching].copy()
    source[source == at] = target[target == at] = len(before.nodes)
    return replace(
        before,
        nodes=nodes,
        edges=edges._replace(
            source=np.append(edges.source, source),
            target=np.append(edges.target, target),
            amount=np.append(amount, amount[touching]),
            basis=np.append(edges.basis, edges.basis[touching]),
            spread=np.append(edges.spread, edges.spread[touching]),
            rows=(*edges.rows, *(edges.rows[edge] for edge in touching)),
        ),
        entering=_halved(before.entering, at),
        unknown=_halved(before.unknown, at),
    )


def _halved(
    amount: np.ndarray[tuple[int], np.dtype[np.float64]], at: int
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    found = np.append(amount, amount[at] / 2)
    found[at] /= 2
    return found


@pytest.mark.parametrize(("seed", "rings"), CASES)
def test_a_node_split_into_equal_twins_changes_nothing(seed: int, rings: bool) -> None:
    before = drawn(seed, rings)
    for each in (one for one in before.nodes if one.kind != USE):
        one, other = (
            exposure(world(net), "C01", "Dy", draws=0) for net in (before, twins(before, each))
        )
        for kind in ("direct", "ultimate"):
            expected = shares(getattr(one, kind))
            assert shares(getattr(other, kind)) == pytest.approx(expected, abs=1e-9)
        for here, there in zip(one.made, other.made, strict=True):
            assert shares(there.shares) == pytest.approx(shares(here.shares), abs=1e-9)


MINE, ORE = Node("Dy", "mining", "CHN", MAKE), Node("Dy", "mining", "CHN", MARKET)
OTHER = Node("Dy", "mining", "AUS", MAKE)
OTHER_ORE = Node("Dy", "mining", "AUS", MARKET)
CAR, TURBINE = (Node("Dy", SECTOR, "DEU", USE, name) for name in ("traction", "wind"))
HOME = Node("Dy", "mining", "DEU", MARKET)
FLOWS = [
    (MINE, ORE, 60.0), (OTHER, OTHER_ORE, 40.0), (ORE, HOME, 60.0), (OTHER_ORE, HOME, 40.0),
    (HOME, CAR, 75.0), (HOME, TURBINE, 25.0),
]  # fmt: skip
SMALL = network(FLOWS, {MINE: 60.0, OTHER: 40.0})


def test_who_controls_a_mine_counts_beside_where_it_stands() -> None:
    owners = {OTHER: {"CHN": figure(0.25), "AUS": figure(0.5)}}
    found = exposure(world(SMALL, owners=owners), "DEU", "Dy", draws=0)
    assert shares(found.ultimate) == pytest.approx({"CHN": 0.6, "AUS": 0.4})
    assert shares(found.owned) == pytest.approx({"CHN": 0.1, "AUS": 0.2})
    assert found.unowned == pytest.approx(0.6 + 0.1)
    (mined,) = found.made
    assert shares(mined.owned) == pytest.approx({"CHN": 0.1, "AUS": 0.2})
    assert mined.unowned == pytest.approx(0.7)


def test_one_owner_of_two_stages_counts_once() -> None:
    refinery, oxide = (Node("Dy", "refining", "DEU", kind) for kind in (MAKE, MARKET))
    use = Node("Dy", SECTOR, "DEU", USE, "wind")
    net = network([*FLOWS, (HOME, refinery, 9.0), (refinery, oxide, 9.0), (oxide, use, 9.0)], {})
    owners = {OTHER: {"JPN": figure(1)}, refinery: {"JPN": figure(0.5), "DEU": figure(0.5)}}
    wind = exposure(world(net, owners=owners), "DEU", "Dy", sector="wind", stage=None, draws=0)
    by_hand = 25 / 34 * 0.4 + 9 / 34 * (0.5 + 0.5 * 0.4)
    assert shares(wind.owned)["JPN"] == pytest.approx(by_hand)


def test_parts_of_a_maker_never_add_up_to_more_than_it() -> None:
    owners = {OTHER: {"CHN": figure(0.9), "AUS": figure(0.9)}}
    found = exposure(world(SMALL, owners=owners), "DEU", "Dy", draws=0)
    assert shares(found.owned) == pytest.approx({"CHN": 0.2, "AUS": 0.2})


def test_finished_goods_are_not_zero_where_no_trade_in_them_is_known() -> None:
    assert exposure(world(SMALL), "DEU", "Dy", draws=0).finished is None


def test_a_sector_has_the_use_of_its_own() -> None:
    assert exposure(world(SMALL), "DEU", "Dy", sector="wind", draws=0).use == pytest.approx(25)
    assert exposure(world(SMALL), "DEU", "Dy", draws=0).use == pytest.approx(100)


def test_a_user_without_use_is_told_of_no_share() -> None:
    found = exposure(world(SMALL), "JP", "Dy")
    assert (found.country, found.use, found.direct, found.ultimate, found.made) == (
        "JPN", 0.0, (), (), (),
    )  # fmt: skip


def test_bands_hold_the_share_and_are_the_same_again() -> None:
    one, other = (exposure(world(SMALL), "DEU", "Dy") for _ in range(2))
    assert one.direct == other.direct
    for share in one.direct:
        assert share.band is not None
        assert share.band.p5 < share.band.p50 < share.band.p95
        assert share.band.p5 < share.share < share.band.p95
        assert share.band.p50 == pytest.approx(share.share, abs=0.02)


def test_less_sure_figures_make_wider_bands() -> None:
    def width(spread: float) -> float:
        net = network(FLOWS, {MINE: 60.0, OTHER: 40.0}, spread=spread)
        band = exposure(world(net), "DEU", "Dy").direct[0].band
        assert band is not None
        return band.p95 - band.p5

    assert width(0.0) == pytest.approx(0, abs=1e-12)
    assert width(0.03) < width(0.25) < width(0.5)


def test_an_estimate_counts_where_it_decides_on_a_mix() -> None:
    def estimated(*at: int) -> float:
        basis = np.array([ESTIMATED if edge in at else OBSERVED for edge in range(len(FLOWS))])
        net = replace(SMALL, edges=SMALL.edges._replace(basis=basis))
        return exposure(world(net), "DEU", "Dy", draws=0).estimated

    assert estimated() == pytest.approx(0)
    assert estimated(3) == pytest.approx(0.4)
    assert estimated(2, 3) == pytest.approx(1)
    # Of a market that one mine feeds all is from there, however much it is.
    assert estimated(0, 1, 4) == pytest.approx(0)


def test_the_rows_behind_it_come_weightiest_first() -> None:
    found = exposure(world(SMALL), "DEU", "Dy", sector="wind", draws=0).grounds
    assert [one.row for one in found] == ["row/5", "row/0", "row/2", "row/1", "row/3"]
    assert found[0].share == pytest.approx(1)
    assert found[1].share == pytest.approx(0.6)


def plant(stock: Figure | None = None, lead_time: Figure | None = None) -> Plant:
    return Plant(None, None, None, lead_time, stock)


def test_a_stock_covers_the_use_and_longer_what_is_missed_of_it() -> None:
    plants = {HOME: plant(stock=figure(20, "t")), MINE: plant(lead_time=figure(10, "a"))}
    cover = exposure(world(SMALL, plants=plants), "DEU", "Dy", draws=0).cover
    assert cover.days == pytest.approx(73)
    assert cover.survive(0.5) == pytest.approx(146)
    assert cover.survive(0.0) == np.inf
    assert [(stage, time.value) for stage, time in cover.lead_times] == [("mining", 10)]


def test_days_of_use_are_days_and_an_unknown_stock_is_not_none() -> None:
    plants = {HOME: plant(stock=figure(60, "days of use"))}
    assert exposure(world(SMALL, plants=plants), "DEU", "Dy", draws=0).cover.days == 60
    unknown = exposure(world(SMALL), "DEU", "Dy", draws=0).cover
    assert (unknown.days, unknown.survive(0.5)) == (None, None)


def alloyed() -> World:
    """An alloy of Nd, half Australian and half unknown, Dy from China, and iron of no network."""

    def chain(element: str, miner: str) -> Network:
        mine, ore = (Node(element, "mining", miner, kind) for kind in (MAKE, MARKET))
        magnet, market = (Node("NdFeB", "magnet", "DEU", kind) for kind in (MAKE, MARKET))
        use = Node("NdFeB", SECTOR, "DEU", USE, "wind")
        flows = [(mine, ore, 3.0), (ore, magnet, 3.0), (magnet, market, 3.0), (market, use, 3.0)]
        other = Node(element, SECTOR, "DEU", USE, "lighting")
        lost = {ore: 3.0 if element == "Nd" else 0.0}
        return network([*flows, (ore, other, 50.0)], {mine: 53.0}, lost, element=element)

    holds = {"Nd": figure(0.27), "Dy": figure(0.03), "Fe": figure(0.7)}
    nets = chain("Nd", "AUS"), chain("Dy", "CHN")
    return world(*nets, alloys={"NdFeB": Alloy("NdFeB", "magnet", holds)})


def test_an_alloy_stands_on_its_elements_by_mass_and_each_of_them_is_told() -> None:
    found = exposure(alloyed(), "DEU", "NdFeB", draws=20)
    assert shares(found.ultimate) == pytest.approx({"DEU": 1.0, "AUS": 0.45, "CHN": 0.1})
    assert found.use == pytest.approx(6)
    assert found.covered == pytest.approx(0.3)
    assert found.worst == "Dy"
    assert {one.material: shares(one.ultimate) for one in found.elements} == {
        "Nd": pytest.approx({"AUS": 0.5, "DEU": 1.0}),
        "Dy": pytest.approx({"CHN": 1.0, "DEU": 1.0}),
    }


@pytest.mark.parametrize(
    ("field", "country", "material", "stage", "sector"),
    [
        ("material", "DEU", "Unobtainium", None, None),
        ("stage", "DEU", "Dy", "selling", None),
        ("sector", "DEU", "Dy", "mining", "wind"),
        ("country", "Atlantis", "Dy", None, None),
        ("sector", "DEU", "Dy", None, "toys"),
    ],
)
def test_what_is_asked_wrong_is_said(
    field: str, country: str, material: str, stage: str | None, sector: str | None
) -> None:
    with pytest.raises(InputError) as error:
        exposure(world(SMALL), country, material, stage=stage, sector=sector)
    assert error.value.field == field


def test_an_alloy_is_not_asked_about_before_it_is_made() -> None:
    assert exposure(alloyed(), "DEU", "NdFeB", stage="magnet", draws=0).use == pytest.approx(6)
    with pytest.raises(InputError, match="magnet, sector"):
        exposure(alloyed(), "DEU", "NdFeB", stage="mining")


def test_only_what_a_seller_abroad_sent_came_in_as_finished_goods() -> None:
    built = node("market component DEU", "Dy")
    flows = [
        (node("make component DEU", "Dy"), built, 30.0),
        (node("make component JPN", "Dy"), node("market component JPN", "Dy"), 25.0),
        (node("market component JPN", "Dy"), built, 20.0),
        (node("market component JPN", "Dy"), node("use wind JPN", "Dy"), 5.0),
        (built, node("use wind DEU", "Dy"), 100.0),
    ]
    makers = {node(f"make component {place}", "Dy"): 30.0 for place in ("DEU", "JPN")}
    found = world(network(flows, makers, {built: 50.0}))
    assert exposure(found, "DEU", "Dy", draws=0).finished == pytest.approx(0.2)
    assert exposure(found, "JPN", "Dy", draws=0).finished is None


def test_an_estimated_amount_of_a_use_is_told_apart_from_printed_ones() -> None:
    flows = [
        (node("make mining DEU", "Dy"), node("market mining DEU", "Dy"), 100.0),
        (node("market mining DEU", "Dy"), node("use wind DEU", "Dy"), 75.0),
        (node("market mining DEU", "Dy"), node("use optics DEU", "Dy"), 25.0),
    ]
    drawn_up = network(flows, {node("make mining DEU", "Dy"): 100.0})
    basis = np.array([OBSERVED, OBSERVED, ESTIMATED])
    net = replace(drawn_up, edges=drawn_up.edges._replace(basis=basis))
    found = exposure(world(net), "DEU", "Dy", draws=0)
    assert found.guessed == pytest.approx(0.25)
    assert found.estimated == pytest.approx(0)
