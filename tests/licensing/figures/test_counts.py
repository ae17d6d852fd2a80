from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.licensing.figures.counts import CLASSES, counts
from monazite.licensing.figures.facts import Fact, columns, number
from monazite.licensing.figures.shares import Share, among_applied, among_decided, share, wilson
from support.figures import AS_OF, FIRST, any_fact, facts

FILE = Path(__file__).parents[2] / "cases/licensing/figures.yaml"
CASES = yaml.safe_load(FILE.read_text(encoding="utf-8"))
SHARES = {"among_decided": among_decided, "among_applied": among_applied}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_case_of_the_field(case: dict[str, Any]) -> None:
    found = counts(columns(facts(case["cases"])), number(case["as_of"]))
    names = ("applied", "accepted", *CLASSES)
    assert {name: getattr(found, name) for name in names} == {
        name: case["counts"].get(name, 0) for name in names
    }
    for name, expected in case.get("shares", {}).items():
        got = SHARES[name](found)
        if "none" in expected:
            assert (got.value, got.reason) == (None, expected["none"])
        else:
            assert (got.numerator, got.denominator) == tuple(expected["of"])
            assert got.value is not None
            assert f"{got.value * 100:.1f}" == expected["percent"]


@settings(deadline=None)
@given(st.lists(any_fact(), max_size=40), st.integers(-30, 600))
def test_every_case_is_counted_once_on_any_day(cases: list[Fact], after: int) -> None:
    on = number(FIRST) + after
    found = counts(columns(cases), on)
    filed = sum(number(case.filed) <= on for case in cases)
    assert found.applied == filed == sum(cell or 0 for cell in found.classes())
    assert 0 <= (found.accepted or 0) <= filed


@pytest.mark.slow
@settings(deadline=None)
@given(st.lists(any_fact(), max_size=30), st.lists(any_fact(), max_size=30))
def test_the_counts_of_two_heaps_are_those_of_both(one: list[Fact], other: list[Fact]) -> None:
    on = number(AS_OF)
    apart = [counts(columns(each), on).classes() for each in (one, other)]
    together = counts(columns([*one, *other]), on).classes()
    assert together == tuple((a or 0) + (b or 0) for a, b in zip(*apart, strict=True))


@settings(deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_share_is_its_fraction_and_lies_in_its_interval(few: int, more: int) -> None:
    got = share(few, few + more, "none", interval=True)
    if not few + more:
        assert got == Share(0, 0, None, None, None, "none")
        return
    assert got.value is not None
    assert got.low is not None
    assert got.high is not None
    assert got.value == float(Fraction(few, few + more))
    assert 0 <= got.low <= got.value <= got.high <= 1


def test_wilsons_interval_is_the_published_one() -> None:
    """Newcombe 1998, table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29."""
    for few, many, low, high in (
        (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718),
    ):  # fmt: skip
        assert wilson(few, many) == pytest.approx((low, high), abs=5e-5)


def test_an_outcome_that_no_case_has_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="tuple"):
        columns([Fact(FIRST, decided=FIRST, outcome="approval")])
