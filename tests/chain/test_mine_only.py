"""The artefact of an index that counts mines as own supply (acceptance A6), and its cure."""

from __future__ import annotations

import pytest

from monazite.chain.mine_only import score, separated
from monazite.cli.source import find


def test_the_united_states_look_safe_by_their_mine_and_stand_as_japan_by_what_they_separate() -> (
    None
):
    states, japan = score("USA", 2022), score("JPN", 2022)
    assert states is not None
    assert japan is not None
    assert states.mine_only == pytest.approx(0.0819, abs=5e-5)
    assert states.at_stage == pytest.approx(0.2853, abs=5e-5)
    assert japan.mine_only == japan.at_stage == pytest.approx(0.2815, abs=5e-5)
    assert (states.separated_t, japan.mined_t, japan.separated_t) == (95, None, None)
    assert states.mined_t == pytest.approx(42_500, rel=1e-3)
    assert states.rows == (
        "production/Rare Earths (REO)/USA-2022",
        "usgs-united-states/rare-earths/production/compounds-and-metals-2022",
    )
    assert all(find(row)["source"] for row in states.rows)


def test_what_is_separated_is_known_where_it_is_printed() -> None:
    assert separated(2018) is None
    found = score("USA", 2018)
    assert found is not None
    assert found.separated_t is None


def test_a_place_without_trade_has_no_score() -> None:
    assert score("ZZZ", 2022) is None
