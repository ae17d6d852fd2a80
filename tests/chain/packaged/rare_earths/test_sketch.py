from __future__ import annotations

import pytest

from monazite.chain.figures import ESTIMATE, MEMORY
from monazite.chain.network.network import ESTIMATED, OBSERVED
from monazite.chain.network.nodes import Node
from monazite.chain.packaged.rare_earths.elements import TO_OXIDE, vector
from monazite.chain.packaged.rare_earths.sketch import (
    EACH,
    GUESS,
    OURS,
    SUM,
    SUM_OF_ALL,
    Sketch,
    Way,
    drawn,
    told,
)  # fmt: skip

HERE, THERE = (Node("", "refining", country, "market") for country in ("CHN", "JPN"))
MAKER = Node("NdFeB-heavy", "magnet", "CHN", "make")
AMOUNTS = vector({"Nd": 10.0, "Dy": 2.0})


def way(known: int, spread: float = 0.1, *rows: str) -> Way:
    return Way(AMOUNTS, known, spread, rows)


def sketch(known: int) -> Sketch:
    made = Sketch(2024)
    made.add(HERE, THERE, way(known))
    return made


@pytest.mark.parametrize(
    ("known", "of_one", "of_all"),
    [(EACH, 1, 1), (OURS, 1, 1), (SUM, 0, 1), (GUESS, 0, 0)],
)
def test_what_is_known_is_an_edge_and_the_rest_is_sought(
    known: int, of_one: int, of_all: int
) -> None:
    for element, edges in (("Dy", of_one), (SUM_OF_ALL, of_all)):
        found = drawn(sketch(known), element)
        assert len(found.network.edges.amount) == edges
        assert len(found.routes) == 1 - edges
        assert {node.material for node in found.network.nodes} == {element}


def test_the_sum_is_in_oxides_and_an_element_in_itself() -> None:
    assert drawn(sketch(EACH), "Dy").network.edges.amount == pytest.approx([2.0])
    whole = drawn(sketch(EACH), SUM_OF_ALL).network.edges.amount
    assert whole == pytest.approx([float(AMOUNTS @ TO_OXIDE)])
    assert drawn(sketch(GUESS), "Dy").routes[0].guess == pytest.approx(2.0)


def test_our_own_estimate_is_marked() -> None:
    assert drawn(sketch(OURS), "Dy").network.edges.basis.tolist() == [ESTIMATED]
    assert drawn(sketch(EACH), "Dy").network.edges.basis.tolist() == [OBSERVED]
    assert told(ESTIMATE, held=False) == OURS
    assert told(MEMORY, held=False) == EACH
    assert told(MEMORY, held=True) == OURS


def test_an_element_that_is_not_there_has_no_way() -> None:
    assert drawn(sketch(EACH), "Lu").network.nodes == ()


def test_two_ways_between_the_same_are_one_and_known_as_the_worse() -> None:
    made = Sketch(2024)
    made.add(HERE, THERE, way(SUM, 0.1, "a", "b"))
    made.add(HERE, THERE, way(EACH, 0.3, "b", "c"))
    one = made.ways[HERE, THERE]
    assert one.amounts == pytest.approx(2 * AMOUNTS)
    assert (one.known, one.spread, one.rows) == (SUM, 0.3, ("a", "b", "c"))


def test_the_sum_may_be_better_known_than_its_parts() -> None:
    made = Sketch(2024)
    made.add(HERE, THERE, Way(AMOUNTS, EACH, 0.25, (), 0.03))
    assert drawn(made, "Dy").network.edges.spread == pytest.approx([0.25])
    assert drawn(made, SUM_OF_ALL).network.edges.spread == pytest.approx([0.03])


def test_an_alloy_keeps_its_name_and_what_enters_its_place() -> None:
    made = Sketch(2024)
    made.add(HERE, MAKER, way(EACH))
    made.entering[HERE] = AMOUNTS
    made.unknown[HERE] = AMOUNTS / 2
    network = drawn(made, "Dy").network
    at = network.index[HERE._replace(material="Dy")]
    assert MAKER in network.index
    assert network.entering[at] == pytest.approx(2.0)
    assert network.unknown[at] == pytest.approx(1.0)
    assert network.entering[network.index[MAKER]] == 0.0
