from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.watch.leads.item import OPEN
from monazite.watch.leads.precision import ordered, precisions, worth
from support.watch_leads import item

if TYPE_CHECKING:
    from collections.abc import Iterable

    from monazite.watch.leads.item import Item


def judged(rule: str, right: int, wrong: int) -> Iterable[Item]:
    for number in range(right + wrong):
        yield item(rule, number, "confirmed" if number < right else "unfounded")


def test_of_what_nobody_looked_at_nothing_is_said() -> None:
    one = precisions([item("C9", 1)])["C9"]
    assert (one.judged, one.share, one.low, one.high, one.expected) == (0, None, None, None, 0.5)


def test_a_share_stands_in_its_interval() -> None:
    one = precisions(judged("C9", 9, 3))["C9"]
    assert (one.judged, one.right, one.share) == (12, 9, 0.75)
    # Wilson's interval, by hand.
    assert one.low == pytest.approx(0.4677, abs=1e-3)
    assert one.high == pytest.approx(0.9111, abs=1e-3)


def test_few_judgements_move_the_expected_share_less_than_many() -> None:
    few = precisions([*judged("C9", 0, 2), *judged("C8", 10, 10)])["C9"]
    many = precisions([*judged("C9", 0, 40), *judged("C8", 10, 10)])["C9"]
    assert 0 < many.expected < few.expected < 0.5


@pytest.mark.parametrize("outcome", ["referred", "inconclusive"])
def test_an_end_that_judges_nothing_counts_for_nothing(outcome: str) -> None:
    assert precisions([item("C9", 1, outcome)])["C9"].judged == 0


def test_without_judgements_scores_order() -> None:
    every = [item("C9", 1, score=0.2), item("C8", 1, score=0.9), item("C10", 1, score=0.5)]
    assert [each.lead.score for each in ordered(every)] == [0.9, 0.5, 0.2]


def test_a_rule_that_was_always_wrong_sinks() -> None:
    fresh = [item("C9", 100, score=0.6), item("C8", 100, score=0.5)]
    every = [*judged("C9", 0, 20), *judged("C8", 15, 5), *fresh]
    found = [each for each in ordered(every) if each.state == OPEN]
    assert [each.lead.rule for each in found] == ["C8", "C9"]
    known = precisions(every)
    assert worth(found[0], known) > worth(found[1], known)
