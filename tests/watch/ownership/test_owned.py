from __future__ import annotations

from decimal import Decimal

from support.holdings import found

LINES = ["X A 50%", "A B 30%", "Z B 20%", "X C 10%", "Q C 90%", "Z D ?", "Q E 100%"]


def test_the_order_is_listed_reached_possibly_below_the_nearest_first() -> None:
    answer = found(LINES, ["X", "Z"])
    assert [(one.party, one.state) for one in answer.parties] == [
        ("X", "listed"), ("Z", "listed"), ("A", "reached"), ("B", "reached"), ("D", "possibly"),
        ("C", "below"),
    ]  # fmt: skip


def test_what_is_held_adds_up_listed_and_reached_owners() -> None:
    parties = {one.party: one for one in found(LINES, ["X", "Z"]).parties}
    assert parties["B"].held == parties["B"].at_most == Decimal("0.5")
    assert parties["B"].integrated == 0.35
    assert parties["D"].held == Decimal(0)
    assert parties["D"].at_most == Decimal(1)
    assert parties["D"].open == (("share",),)
    assert parties["C"].held == Decimal("0.1")


def test_what_a_possibly_hangs_on_is_the_least_that_is_enough() -> None:
    lines = ["X A 50%", "A B 50%", "X C 30%", "Z C 30%", "B D 30%", "Z D 30%", "X E ?"]
    parties = {one.party: one for one in found(lines, ["X", "Z"], "cn-61").parties}
    assert parties["B"].open == (("through",),)
    assert parties["C"].open == (("adds_up",),)
    assert parties["D"].open == (("adds_up", "through"),)
    assert parties["E"].open == (("share",),)
    assert parties["A"].open == ()


def test_who_is_listed_and_nowhere_is_told() -> None:
    answer = found(LINES, ["X", "NOBODY"])
    assert answer.strangers == ("NOBODY",)
    assert answer.listed == ("NOBODY", "X")


def test_more_than_the_whole_and_one_pair_twice_are_told_and_counted() -> None:
    answer = found(["X A 30%", "X A 30%", "Q A 70%"], ["X"])
    assert answer.too_much == (("A", Decimal("1.3")),)
    assert [one[:2] for one in answer.doubles] == [("X", "A")]
    assert {one.party: one.state for one in answer.parties}["A"] == "reached"


def test_nothing_is_said_of_nobody() -> None:
    answer = found([], ["X"])
    assert answer.parties == ()
    assert answer.holdings == 0
    assert answer.strangers == ("X",)


def test_the_same_holdings_in_another_order_say_the_same() -> None:
    one, other = found(LINES, ["X", "Z"]), found(reversed(LINES), ["Z", "X"])
    assert one == other


def test_holdings_of_one_pair_are_told_by_their_rows_and_shown_added() -> None:
    lines = ["X A 30%", "Q A 5%", "X A 30% 2030-01-01", "X A 30%", "X A ?", "X B 40%"]
    answer = found(lines, ["X"])
    (one,) = answer.doubles
    share = Decimal("0.3")
    assert one[:] == ("X", "A", (1, 4, 5), (share, share, None))
    assert one.total == Decimal("0.6")
    reached = {each.party: each for each in answer.parties}["A"]
    assert [step.share for step in reached.steps] == [reached.held] == [one.total]
