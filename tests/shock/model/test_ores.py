"""Two ores: whose clay stops takes the dysprosium with it, and little neodymium."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.chain.packaged.world import world
from monazite.shock.engine.reference.run import run
from monazite.shock.model.model import Good
from monazite.shock.model.of_world import model
from monazite.shock.model.ores import IONIC, LIGHT, ores
from support.shock_schedules import USUAL, schedule

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Model


@pytest.mark.parametrize("element", ["Nd", "Dy", "Tb", "Sm", "Y"])
def test_what_is_mined_is_separated_or_sent(element: str) -> None:
    network = world(2024).networks[element]
    found = ores(world(2024), element)
    mined = sum(
        network.entering[at] for at, node in enumerate(network.nodes) if node.stage == "mining"
    )
    assert sum(found.mined.values()) == pytest.approx(mined)
    parts: dict[str, float] = {}
    for (_, country), part in found.part.items():
        parts[country] = parts.get(country, 0.0) + part
    assert list(parts.values()) == pytest.approx([1.0] * len(parts))


def test_clays_hold_the_heavy_ones() -> None:
    of_dy, of_nd = (ores(world(2024), element).part for element in ("Dy", "Nd"))
    assert of_dy[IONIC, "CHN"] > 0.8
    assert of_nd[LIGHT, "CHN"] > 0.6


def test_a_country_sends_its_own_ore_first() -> None:
    trade = ores(world(2024), "Nd").trade
    assert trade[IONIC, "MYS", "CHN"] > 0
    assert trade.get((LIGHT, "MYS", "CHN"), 0.0) < 0.01 * trade[IONIC, "MYS", "CHN"]
    assert trade[LIGHT, "AUS", "MYS"] > 0


def test_without_myanmar_dysprosium_falls_and_neodymium_hardly() -> None:
    found = model(world(2024), ("NdFeB",))
    count = len(found.countries)
    ore = np.array([good.stage == "mining" for good in found.goods])
    source = found.trade.source
    rows = np.flatnonzero(ore[source // count] & (source % count == found.countries.index("MMR")))
    stop = schedule(found, weeks=60, since=4, rows=rows, covered=1.0, banned=1.0)
    made = run(found, stop, USUAL).made[-1]
    assert _output(found, made, "Dy") < 0.75
    assert _output(found, made, "Nd") > 0.85


def _output(found: Model, made: Floats, element: str) -> float:
    """What all plants put out of an oxide, of what they did."""
    outputs = found.makers.outputs
    good = found.goods.index(Good(element, "refining"))
    rows = outputs.market // len(found.countries) == good
    of = np.repeat(np.arange(len(made)), np.diff(outputs.start))
    return float((outputs.base * made[of])[rows].sum() / outputs.base[rows].sum())
