from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest

from monazite.watch.ownership.proof import Step
from support.holdings import found


def test_the_fewest_holdings_show_it_the_listed_first() -> None:
    lines = ["X A 50%", "A B 40%", "X B 10%", "Q B 50%", "B C 20%", "Z C 30%", "A C 5%"]
    party = {one.party: one for one in found(lines, ["X", "Z"]).parties}["C"]
    assert party.steps == (
        Step("X", "A", Decimal("0.5")),
        Step("A", "B", Decimal("0.4")),
        Step("X", "B", Decimal("0.1")),
        Step("Z", "C", Decimal("0.3")),
        Step("B", "C", Decimal("0.2")),
    )
    assert party.way == (Step("Z", "C", Decimal("0.3")),)


@pytest.mark.parametrize("seed", range(8))
def test_every_step_rests_on_steps_before_it_and_meets_the_threshold(seed: int) -> None:
    rng = np.random.default_rng(seed)
    names = [f"N{n}" for n in range(30)]
    lines = [
        f"{names[a]} {names[b]} {share}%"
        for a, b, share in zip(
            rng.integers(0, 30, 90), rng.integers(0, 30, 90), rng.integers(15, 60, 90), strict=True
        )
        if a != b
    ]
    listed = names[:8]
    answer = found(lines, listed)
    shown = [one for one in answer.parties if one.state == "reached"]
    assert shown
    for one in shown:
        reached, held = set(listed), dict.fromkeys(names, Decimal(0))
        for step in one.steps:
            assert step.owner in reached
            assert step.share is not None
            held[step.owned] += step.share
            if held[step.owned] >= answer.terms.threshold:
                reached.add(step.owned)
        assert one.party in reached
        assert one.way[0].owner in listed
        assert one.way[-1].owned == one.party
        assert all(a.owned == b.owner for a, b in zip(one.way, one.way[1:], strict=False))


def test_an_open_share_is_a_step_without_a_number() -> None:
    party = {one.party: one for one in found(["X A ?"], ["X"]).parties}["A"]
    assert party.steps == (Step("X", "A", None),)


def test_of_an_endless_chain_the_part_next_to_the_party_is_shown() -> None:
    lines = [f"N{n} N{n + 1} 100%" for n in range(400)]
    party = {one.party: one for one in found(lines, ["N0"]).parties}["N400"]
    assert party.state == "reached"
    assert len(party.steps) == len(party.way) == 200
    assert party.way[-1].owned == "N400"


def test_several_holdings_of_one_pair_are_one_step() -> None:
    party = {one.party: one for one in found(["X A 20%", "Z A 35%", "X A 20%"], ["X", "Z"]).parties}
    assert party["A"].steps == (Step("X", "A", Decimal("0.4")), Step("Z", "A", Decimal("0.35")))
