"""What each rule reaches on the records that are made for it; held to what its file promises."""

from __future__ import annotations

import importlib
from statistics import mean
from typing import TYPE_CHECKING

import pytest

from monazite.watch.patterns.making.measuring import measured
from monazite.watch.patterns.rulebook import rules
from monazite.watch.patterns.running import run

if TYPE_CHECKING:
    from monazite.watch.patterns.making.world import World

SEEDS = (11, 12, 13)
"""Others than those of the table in the documentation."""


def made(rule: str, seed: int) -> World:
    module = importlib.import_module(f"monazite.watch.patterns.making.{rules()[rule].name}")
    world: World = module.make(seed)
    return world


@pytest.mark.parametrize("rule", sorted(rules()))
def test_a_rule_keeps_what_it_promises(rule: str) -> None:
    worlds = [made(rule, seed) for seed in SEEDS]
    found = [measured(world, run(world.records, [rule]).leads, rule) for world in worlds]
    assert mean(each.precision for each in found) >= rules()[rule].precision
    assert mean(each.recall for each in found) >= rules()[rule].recall
    for each in found:
        assert len(each.by_shape) >= 3


@pytest.mark.slow
@pytest.mark.parametrize("rule", sorted(rules()))
def test_what_is_made_depends_on_the_seed_alone(rule: str) -> None:
    first, again, other = made(rule, 5), made(rule, 5), made(rule, 6)
    assert first == again
    assert first != other
    ids = {
        f"{kind}:{row.id}"
        for kind, rows in (
            ("shipment", first.records.shipments), ("licence", first.records.licences),
            ("application", first.records.applications), ("assay", first.records.assays),
            ("party", first.records.parties),
        )
        for row in rows
    }  # fmt: skip
    ids |= {f"holding:{row.owner}>{row.owned}" for row in first.records.holdings}
    assert all(planted.evidence and planted.evidence <= ids for planted in first.planted)
