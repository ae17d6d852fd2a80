from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.chain.figures import ESTIMATE, REPORTED, Figure
from monazite.chain.packaged.choice import choose
from monazite.chain.packaged.shares import (
    entering,
    made,
    outputs,
    processed,
    recovery,
    total,
    whole,
)
from monazite.chain.packaged.steps import following, mine, taken

PARTS = st.floats(0.01, 1.0)


def part(value: float) -> Figure:
    return Figure(value, "1", 2024, "somebody", REPORTED)


@given(
    mined=st.floats(1, 1e6),
    shares=st.lists(PARTS, min_size=2, max_size=6),
    scrap=st.lists(st.floats(0, 0.9), min_size=2, max_size=6),
    out=st.floats(0.2, 1.0),
)
def test_makers_by_share_take_all_that_was_mined(
    mined: float, shares: list[float], scrap: list[float], out: float
) -> None:
    by_place = {f"C{n:02}": part(one) for n, one in enumerate(shares)}
    parts = {f"C{n:02}": part(one) for n, one in enumerate(scrap)}
    mines = mine("Sb", {"CHN": choose([Figure(mined, "t", 2024, "somebody", REPORTED)])})
    recovered = part(out)
    step = following(mines, "refining", by_place, parts, recovered, {}, confidence="derived-weak")
    assert sum(taken(step).values()) == pytest.approx(mined)


def test_what_comes_from_scrap_is_made_beside_what_was_mined() -> None:
    shares = {"CHN": part(0.5), "BEL": part(0.5)}
    assert whole(100, shares, {}, 0.9) == pytest.approx(90)
    assert whole(100, shares, {"BEL": part(1.0)}, 0.9) == pytest.approx(180)


def test_outputs_divide_the_total_though_shares_do_not_add_up() -> None:
    made_by = outputs({"CHN": part(0.6), "BEL": part(0.2)}, 80, confidence="derived-weak")
    assert made_by["CHN"].chosen.value == pytest.approx(60)
    assert made_by["BEL"].chosen.value == pytest.approx(20)


def test_an_output_by_shares_of_another_year_is_an_estimate_of_this_one() -> None:
    chosen = outputs(processed("Sb"), 80, confidence="derived-weak")["CHN"].chosen
    assert chosen.estimated(2024)
    assert not chosen.estimated(chosen.year)


def test_shares_of_processing_are_those_printed_and_small_ones_are_left_out() -> None:
    assert processed("Sb")["CHN"].value == pytest.approx(0.518)
    assert processed("W")["CHN"].value == pytest.approx(0.856)
    assert "ARG" not in processed("Sb")


@pytest.mark.parametrize(("material", "stage"), [("W", "metal"), ("Ga", "metal")])
def test_own_estimates_of_shares_add_up_and_are_marked(material: str, stage: str) -> None:
    shares = made(material, stage, 2024)
    assert sum(one.value for one in shares.values()) == pytest.approx(1)
    assert {one.confidence for one in shares.values()} == {ESTIMATE}


def test_estimated_parts_of_scrap_can_be_switched_off() -> None:
    assert "CHN" in entering("W", "refining", 2024, estimates=True)
    assert entering("W", "refining", 2024, estimates=False) == {}


def test_recoveries_lie_between_their_bounds() -> None:
    for material, stage in (("Sb", "refining"), ("W", "refining"), ("GRAPHITE", "refining")):
        one = recovery(material, stage, 2024)
        assert one.low is not None
        assert one.high is not None
        assert 0 < one.low <= one.value <= one.high <= 1


def test_what_no_row_says_is_a_lookup_error() -> None:
    with pytest.raises(LookupError, match="recovery of Sb"):
        recovery("Sb", "magnet", 2024)
    with pytest.raises(LookupError, match="world output of Ga"):
        total("Ga", "metal", 1999)
