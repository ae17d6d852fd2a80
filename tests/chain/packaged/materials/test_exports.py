"""What the balance lets China sell, against what its customs print.

No amount is taken from the customs figures; the parts of the world's use were chosen with them in
view (`use-countries`), and these tests hold that they still do what they were chosen for.
"""

from __future__ import annotations

import pytest

from monazite.chain.packaged.world import world
from monazite.chain.stages import MARKET
from monazite.facts import row


def sold(element: str, year: int) -> float:
    """What China's markets send to others beyond the ore, t."""
    network = world(year).networks[element]
    edges = network.edges
    nodes = [network.nodes[at] for at in range(len(network.nodes))]
    return sum(
        float(amount)
        for source, target, amount in zip(edges.source, edges.target, edges.amount, strict=True)
        if nodes[source].kind == nodes[target].kind == MARKET
        and nodes[source].country == "CHN"
        and nodes[source].stage != "mining"
    )


def test_gallium_sold_by_china_comes_near_what_its_customs_print() -> None:
    printed = float(row("gallium/2024/WORLD").fields["quantity"]) / 1000
    assert sold("Ga", 2024) == pytest.approx(printed, rel=0.3)


def test_germanium_sold_by_china_comes_near_half_a_year_of_its_customs_twice() -> None:
    months = [row(f"germanium/2024-{month:02}/WORLD") for month in range(2, 8)]
    printed = 2 * sum(float(one.fields["quantity"]) for one in months) / 1000
    assert sold("Ge", 2024) == pytest.approx(printed, rel=0.3)


def test_antimony_sold_by_china_comes_near_what_its_customs_print() -> None:
    # Gross mass, mostly of oxide, of which 83.5 % is antimony.
    printed = float(row("antimony-products/2024/WORLD").fields["quantity"]) * 0.835
    assert sold("Sb", 2024) == pytest.approx(printed, rel=0.3)
