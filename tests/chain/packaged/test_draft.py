from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from monazite.chain.balance.routes import Route
from monazite.chain.figures import ESTIMATE, REPORTED, SPREAD, Figure, Reading
from monazite.chain.network.network import ESTIMATED, OBSERVED
from monazite.chain.network.nodes import Node
from monazite.chain.packaged.draft import draft
from monazite.chain.packaged.ladder import Flow, Ladder, Step, Use

CHINA, JAPAN = "CHN", "JPN"


def figure(value: float, confidence: str = REPORTED, row: str = "row/1") -> Figure:
    return Figure(value, "t", 2024, "somebody", confidence, (row,))


def reading(value: float, confidence: str = REPORTED) -> Reading:
    return Reading(figure(value, confidence), (), "only")


def ladder(*, confidence: str = REPORTED) -> Ladder:
    """China mines 100 and smelts 90 at 90 %; Japan smelts 45 of 90 %, 9 of them from scrap."""
    mines = Step("Sb", "mining", {CHINA: reading(100)}, None, {CHINA: figure(1.0)}, None)
    smelters = Step(
        "Sb",
        "refining",
        {CHINA: reading(45), JAPAN: reading(45, confidence), "KOR": None},
        ("Sb", "mining"),
        {JAPAN: figure(0.2)},
        figure(0.9, row="recoveries/Sb"),
    )
    sold = Flow("Sb", "mining", CHINA, JAPAN, figure(40))
    used = Use("Sb", "refining", JAPAN, "batteries", figure(30))
    way = Route(
        Node("Sb", "refining", JAPAN, "market"), Node("Sb", "refining", "USA", "market"), 5.0
    )
    return Ladder("Sb", 2024, (mines, smelters), (sold,), (used,), (way,))


def amounts(known: Ladder, *, estimates: bool = True) -> dict[tuple[Node, Node], float]:
    made = draft(known, estimates=estimates)
    pairs = zip(made.edges.source, made.edges.target, made.edges.amount, strict=True)
    return {(made.nodes[a], made.nodes[b]): float(amount) for a, b, amount in pairs}


def node(stage: str, country: str, kind: str, sector: str = "") -> Node:
    return Node("Sb", stage, country, kind, sector)


def test_makers_pay_for_what_they_lose_and_take_no_more_than_scrap_leaves() -> None:
    found = amounts(ladder())
    at_mine = node("mining", CHINA, "market")
    assert found[at_mine, node("refining", CHINA, "make")] == pytest.approx(50)
    bought = found[node("mining", JAPAN, "market"), node("refining", JAPAN, "make")]
    assert bought == pytest.approx(45 * 0.8 / 0.9)


def test_what_enters_and_what_is_taken_gives_the_output_after_losses() -> None:
    made = draft(ladder(), estimates=True)
    maker = made.index[node("refining", JAPAN, "make")]
    into = made.edges.amount[made.edges.target == maker].sum() + made.entering[maker]
    assert into * 0.9 == pytest.approx(45)
    assert made.entering[made.index[node("mining", CHINA, "make")]] == 100


def test_flows_and_uses_are_edges_and_ways_are_nodes_alone() -> None:
    found = amounts(ladder())
    assert found[node("mining", CHINA, "market"), node("mining", JAPAN, "market")] == 40
    user = node("sector", JAPAN, "use", "batteries")
    assert found[node("refining", JAPAN, "market"), user] == 30
    nodes = draft(ladder(), estimates=True).nodes
    assert node("refining", "USA", "market") in nodes
    assert not any(node("refining", "USA", "market") in pair for pair in found)


def test_a_maker_whose_output_nobody_says_is_there_without_an_edge() -> None:
    made = draft(ladder(), estimates=True)
    korea = made.index[node("refining", "KOR", "make")]
    assert korea not in {*made.edges.source.tolist(), *made.edges.target.tolist()}


def test_every_amount_keeps_its_rows_and_its_spread() -> None:
    made = draft(ladder(), estimates=True)
    maker = made.index[node("refining", JAPAN, "make")]
    (at,) = np.flatnonzero(made.edges.target == maker)
    assert set(made.edges.rows[at]) == {"row/1", "recoveries/Sb"}
    assert made.edges.spread[at] == pytest.approx(SPREAD[REPORTED] * 3**0.5)
    assert set(made.edges.basis.tolist()) == {OBSERVED}


def test_a_reading_of_another_year_is_an_estimate_of_this_one() -> None:
    found = ladder()
    mines, smelters = found.steps
    of_2018 = replace(reading(45), chosen=replace(figure(45), year=2018))
    older = replace(smelters, makers={**smelters.makers, CHINA: of_2018})
    made = draft(replace(found, steps=(mines, older)), estimates=True)
    maker = made.index[node("refining", CHINA, "make")]
    here = (made.edges.source == maker) | (made.edges.target == maker)
    assert made.edges.basis[here].tolist() == [ESTIMATED, ESTIMATED]
    assert set(made.edges.basis[~here].tolist()) == {OBSERVED}


def test_estimates_are_marked_and_without_them_nothing_enters_by_them() -> None:
    known = ladder(confidence=ESTIMATE)
    maker = node("refining", JAPAN, "make")
    marked = draft(known, estimates=True)
    assert ESTIMATED in marked.edges.basis.tolist()
    assert marked.entering[marked.index[maker]] > 0
    without = draft(known, estimates=False)
    assert without.entering[without.index[maker]] == 0
    of_maker = without.edges.source == without.index[maker]
    assert without.edges.basis[of_maker].tolist() == [ESTIMATED]
