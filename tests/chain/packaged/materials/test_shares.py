"""Shares of makers in the balanced world against what publishers print."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from monazite.chain.packaged.world import world
from monazite.chain.stages import MAKE

CASES = Path(__file__).parents[3] / "cases" / "chain" / "other_shares.yaml"


def told(case: dict[str, Any]) -> str:
    return f"{case['says']}: {case['material']} {case['stage']} {case['country']} {case['year']}"


@pytest.mark.parametrize("case", yaml.safe_load(CASES.read_text(encoding="utf-8")), ids=told)
def test_a_share_is_that_which_the_publisher_prints(case: dict[str, Any]) -> None:
    network = world(case["year"]).networks[case["material"]]
    made: dict[str, float] = defaultdict(float)
    for source, amount in zip(network.edges.source, network.edges.amount, strict=True):
        node = network.nodes[source]
        if (node.stage, node.kind) == (case["stage"], MAKE):
            made[node.country] += float(amount)
    share = made[case["country"]] / sum(made.values())
    assert share == pytest.approx(case["share"], abs=case["within"])
