from __future__ import annotations

import pytest

from monazite.chain.disagreements import disagreements
from monazite.chain.figures import REPORTED, Figure, Reading
from monazite.chain.network.nodes import Node
from monazite.chain.packaged.world import world
from monazite.chain.worlds import Plant, World


def made(material: str, country: str, *amounts: float, unit: str = "t") -> tuple[Node, Plant]:
    first, *others = (Figure(one, "t", 2024, "a source", REPORTED) for one in amounts)
    told = tuple(Figure(one.value, unit, 2024, "another", REPORTED) for one in others)
    plant = Plant(Reading(first, told, "first"), None, None, None, None)
    return Node(material, "mining", country, "make"), plant


def of(*plants: tuple[Node, Plant]) -> World:
    return World(2024, {}, dict(plants), {}, {}, ())


def test_who_is_apart_by_most_of_the_stage_comes_first() -> None:
    # 100 + 10 + 90 t are taken: China's 20 t are 10 % of them, Peru's 40 t are 20 %.
    found = disagreements(
        of(made("Sb", "CHN", 100, 90, 110), made("Sb", "PER", 10, 50), made("Sb", "RUS", 90)), None
    )
    assert [one.node.country for one in found] == ["PER", "CHN"]
    assert [one.apart for one in found] == pytest.approx([0.2, 0.1])


def test_rounding_and_shares_in_other_units_are_no_disagreement() -> None:
    world = of(made("Sb", "CHN", 100, 100.5), made("Sb", "RUS", 100, 7, unit="%"))
    assert disagreements(world, None) == ()


def test_single_rare_earths_stand_in_their_sum_unless_they_are_asked_for() -> None:
    world = of(made("REE", "CHN", 100, 50), made("Dy", "CHN", 2, 1), made("Sb", "CHN", 4, 2))
    assert {one.node.material for one in disagreements(world, None)} == {"REE", "Sb"}
    assert {one.node.material for one in disagreements(world, {"Dy"})} == {"Dy"}


def test_all_that_is_said_of_antimony_mined_in_china_is_kept_and_one_is_chosen() -> None:
    found = disagreements(world(2024), {"Sb"})
    china = next(one for one in found if one.node[1:3] == ("mining", "CHN"))
    assert china.reading.chosen.value == 46_223
    assert [one.value for one in china.reading.others] == [40_000, 60_000]
    assert china.reading.why == "one_table"
