from __future__ import annotations

import pytest

from monazite.chain.network.nodes import Node
from monazite.chain.packaged.rare_earths.elements import TO_OXIDE
from monazite.chain.packaged.rare_earths.metals import output
from monazite.chain.packaged.rare_earths.separated import separated
from monazite.chain.packaged.rare_earths.sketch import SUM, Sketch
from monazite.chain.packaged.rare_earths.traded import add_traded
from monazite.chain.packaged.shipments import shipments
from monazite.chain.stages import MARKET, METAL, REFINING


@pytest.fixture(scope="module")
def compounds() -> Sketch:
    sketch = Sketch(2024)
    makers = {country: plant.output for country, plant in separated(2024).items()}
    add_traded(sketch, REFINING, makers)
    return sketch


@pytest.fixture(scope="module")
def metals() -> Sketch:
    sketch = Sketch(2024)
    add_traded(sketch, METAL, output(2024))
    return sketch


def between(stage: str, seller: str, buyer: str) -> tuple[Node, Node]:
    return Node("", stage, seller, MARKET), Node("", stage, buyer, MARKET)


def test_concentrates_that_are_declared_as_something_else_are_not_there(
    compounds: Sketch, metals: Sketch
) -> None:
    assert between(REFINING, "MMR", "CHN") not in compounds.ways
    assert between(METAL, "AUS", "MYS") not in metals.ways


def test_a_shipment_holds_oxides_in_proportion_to_its_mass(compounds: Sketch) -> None:
    printed = [
        one
        for code in ("284610", "284690")
        for one in shipments(code, 2024)
        if (one.seller, one.buyer) == ("CHN", "JPN")
    ]
    way = compounds.ways[between(REFINING, "CHN", "JPN")]
    assert way.amounts @ TO_OXIDE == pytest.approx(0.7 * sum(one.mass_t for one in printed))
    assert way.known == SUM
    assert {one.row for one in printed} <= set(way.rows)


def test_rubble_at_five_cents_a_kilogram_is_no_rare_earth(compounds: Sketch) -> None:
    # 40,700 t from Turkey to Benin in 2024, at 0.05 dollars a kilogram.
    assert between(REFINING, "TUR", "BEN") not in compounds.ways


def test_dear_metal_from_vietnam_is_neodymium_and_cheap_metal_to_norway_is_not(
    metals: Sketch,
) -> None:
    dear = metals.ways[between(METAL, "VNM", "JPN")].amounts
    cheap = metals.ways[between(METAL, "CHN", "NOR")].amounts
    assert dear[3] / dear.sum() > 0.5
    assert cheap[3] / cheap.sum() < 0.1
