from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from monazite.chain.exposures.all_shares import SCHEMA, all_shares
from monazite.chain.exposures.exposure import exposure
from monazite.chain.stages import SECTOR
from support.chain_networks import of_case, random_network, world

FILE = Path(__file__).parents[2] / "cases" / "chain" / "three_countries_four_stages.yaml"
CASE: dict[str, Any] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
WORLD = world(
    random_network(np.random.default_rng(1), rings=True, scrap=True),
    random_network(np.random.default_rng(2), stages=4, element="Tb"),
)


def test_the_table_says_what_the_hand_says() -> None:
    rows = all_shares(world(of_case(CASE))).to_pylist()
    use = [row for row in rows if (row["country"], row["stage"]) == ("DEU", SECTOR)]
    far = {row["origin"]: row["ultimate"] for row in use if row["origin"]}
    near = {row["origin"]: row["direct"] for row in use if row["direct"] > 0}
    assert far == pytest.approx(CASE["ultimate"])
    assert near == pytest.approx(CASE["direct"])
    assert {row["use_t"] for row in use} == {CASE["use"]}
    assert [row["ultimate"] for row in use if row["origin"] is None] == pytest.approx(
        [CASE["of_unknown_origin"]]
    )


def test_every_row_is_what_one_question_answers() -> None:
    rows = all_shares(WORLD, draws=20).to_pylist()
    asked = {(row["material"], row["country"], row["stage"]) for row in rows}
    for material, country, stage in sorted(asked)[::3]:
        at = None if stage == SECTOR else stage
        one = exposure(WORLD, country, material, stage=at, draws=20)
        own = [
            row
            for row in rows
            if (row["material"], row["country"], row["stage"]) == (material, country, stage)
        ]
        for kind in ("direct", "ultimate"):
            expected = {share.country: share for share in getattr(one, kind)}
            for row in (row for row in own if row["origin"] in expected):
                share = expected[row["origin"]]
                assert row[kind] == pytest.approx(share.share, abs=1e-9)
                band = [row[f"{kind}_{name}"] for name in ("p5", "p50", "p95")]
                assert band == pytest.approx(share.band, abs=1e-9)


def test_direct_shares_add_up_to_one_with_what_is_unknown() -> None:
    table = all_shares(WORLD)
    whole = table.group_by(["material", "country", "stage"]).aggregate([("direct", "sum")])
    assert np.asarray(whole["direct_sum"]) == pytest.approx(np.ones(whole.num_rows), abs=1e-9)


def test_bands_are_null_where_none_are_drawn_and_hold_the_median_where_they_are() -> None:
    assert all_shares(WORLD).column("direct_p50").null_count == all_shares(WORLD).num_rows
    table = all_shares(WORLD, draws=30)
    for kind in ("direct", "ultimate"):
        low, mid, high = (np.asarray(table[f"{kind}_{one}"]) for one in ("p5", "p50", "p95"))
        assert (low <= mid).all()
        assert (mid <= high).all()


def test_a_world_of_nothing_has_no_rows() -> None:
    assert all_shares(world()).schema.equals(SCHEMA)
    assert all_shares(world()).num_rows == 0
