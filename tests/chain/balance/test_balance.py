from __future__ import annotations

import numpy as np
import pytest

from monazite.chain.network.network import ESTIMATED
from monazite.chain.packaged.world import world


@pytest.mark.parametrize("estimates", [True, False])
def test_no_node_of_the_packaged_world_gives_more_than_it_has(estimates: bool) -> None:
    year = world(2024, estimates=estimates)
    assert len(year.networks) >= 22
    for found in year.networks.values():
        edges, count = found.edges, len(found.nodes)
        has = np.bincount(edges.target, edges.amount, count) + found.entering + found.unknown
        for at, node in enumerate(found.nodes):
            plant = year.plants.get(node)
            if plant is not None and plant.recovery is not None:
                has[at] *= plant.recovery.value
        gives = np.bincount(edges.source, edges.amount, count)
        assert (gives <= has * (1 + 1e-9) + 1e-12).all()
        assert estimates or (edges.basis != ESTIMATED).all()


def test_what_the_balance_of_the_packaged_world_moved_is_told_worst_first() -> None:
    moved = world(2024).residuals
    assert sum(map(len, moved.values())) > 100
    for told in moved.values():
        sizes = [abs(one.size) for one in told]
        assert sizes == sorted(sizes, reverse=True)
    for element, told in moved.items():
        network = world(2024).networks[element]
        edges = network.edges
        after = {round(float(one), 6) for one in edges.amount}
        for one in told:
            assert (one.size > 0) == (one.after > one.before)
            assert one.what != "edge" or round(one.after, 6) in after
    # Antimony's figures come from sources that disagree: some trade had to give way.
    assert any(one.what == "edge" and one.rows for one in moved["Sb"])
