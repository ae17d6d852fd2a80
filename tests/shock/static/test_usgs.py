"""Gallium and germanium beside the bands of the USGS."""

from __future__ import annotations

import numpy as np

from monazite.catalogue.texts import say
from monazite.shock.static.usgs import GAPS, MATERIALS, compared, losses, stakes

DRAWS = 512


def test_both_cost_at_most_the_sum_of_each_and_at_least_the_larger() -> None:
    found = losses(DRAWS, 1)
    assert (found["both"] <= found["Ga"] + found["Ge"] + 1e-9).all()
    assert (found["both"] >= np.maximum(found["Ga"], found["Ge"])).all()
    assert (found["overlap"] < 1).any()


def test_medians_lie_in_the_published_bands() -> None:
    rows = {row.observation.of: row for row in compared(DRAWS, 1)}
    assert [name for name, row in rows.items() if row.verdict != "kept"] == []
    assert rows["Ga"].p5 < rows["Ga"].p50 < rows["Ga"].p95


def test_no_more_is_lost_than_stands_on_the_material() -> None:
    found = losses(DRAWS, 1)
    for material in MATERIALS:
        at_stake = sum(one.value_bn * one.part for one in stakes(material))
        # The factor for what goes with it is at most 2.
        assert (found[material] < 2 * at_stake).all()
        assert (found[f"{material}-price"] > 1).all()


def test_the_seed_decides() -> None:
    assert np.array_equal(losses(16, 3)["Ga"], losses(16, 3)["Ga"])
    assert not np.array_equal(losses(16, 3)["Ga"], losses(16, 4)["Ga"])


def test_what_was_not_printed_is_named() -> None:
    for gap in GAPS:
        for lang in ("en", "zh"):
            assert len(say(f"shock.static.gap.{gap}", lang)) > 20
