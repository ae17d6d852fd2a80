from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.errors import InputError
from monazite.trade.monthly.claims import check_change, check_claim, check_run
from monazite.trade.monthly.levels import base_period, level
from monazite.trade.monthly.series import WORLD, load
from monazite.trade.periods import parse

EARTHS = load("rare-earths")
MAGNETS = load("magnets")
LEVELS = st.decimals(min_value="0.1", max_value="99999", places=1)


@given(now=LEVELS, base=LEVELS)
def test_a_change_computed_from_true_levels_is_always_consistent(
    now: Decimal, base: Decimal
) -> None:
    change = ((now / base - 1) * 100).quantize(Decimal("0.1"))
    assert check_claim(now, change, before=base).state == "consistent"


@pytest.mark.slow
@given(now=LEVELS, base=LEVELS, off=st.integers(min_value=1, max_value=50))
def test_a_change_beyond_every_rounding_is_always_inconsistent(
    now: Decimal, base: Decimal, off: int
) -> None:
    verdict = check_claim(now, "0", before=base)
    assert verdict.interval is not None
    claimed = (verdict.interval.high + off).quantize(Decimal("0.1"))
    assert check_claim(now, claimed, before=base).state == "inconsistent"


def test_coarse_claims_stand_for_more() -> None:
    assert check_claim("4343.5", "9", before="4000.3").state == "consistent"
    assert check_claim("4343.5", "9.0", before="4000.3").state == "inconsistent"


@pytest.mark.parametrize(
    ("figure", "change", "before", "field"),
    [("x", "1", "1", "figure"), ("1", "x", "1", "change"), ("1", "1", "-2", "before")],
)
def test_bad_numbers_name_their_field(figure: str, change: str, before: str, field: str) -> None:
    with pytest.raises(InputError) as caught:
        check_claim(figure, change, before=before)
    assert caught.value.field == field


def test_packaged_levels_are_judged_only_where_they_were_printed() -> None:
    now = level(EARTHS, parse("2025-05"), WORLD, "tonnes")
    base = level(EARTHS, parse("2024-05"), WORLD, "tonnes")
    assert check_change(now, Decimal("-5.67"), base).state == "consistent"
    magnets = [level(MAGNETS, parse(p), WORLD, "tonnes") for p in ("2025-05", "2024-05")]
    assert check_change(magnets[0], Decimal(-74), magnets[1]).reason == "derived_inputs"
    joined = level(EARTHS, parse("2025-02"), WORLD, "tonnes")
    assert check_change(joined, Decimal(3), base).reason == "joined"
    assert check_change(now, Decimal(3), joined).reason == "joined"


def test_every_printed_change_between_printed_levels_holds() -> None:
    """The packaged data agree with themselves: no printed change contradicts its levels."""
    states = {
        change.row: check_change(
            level(series, change.period, change.to, change.measure),
            change.pct,
            level(series, base_period(change.period, change.basis), change.to, change.measure),
        ).state
        for series in (EARTHS, MAGNETS, load("gallium"), load("germanium"))
        for change in series.changes
    }
    assert [row for row, state in states.items() if state == "inconsistent"] == []
    assert sum(state == "consistent" for state in states.values()) == 16


def test_a_month_the_other_way_refutes_a_run_even_beside_an_unknown_one() -> None:
    found = check_run(EARTHS, parse("2025-01"), 5, "up")
    assert (found.state, found.reason) == ("inconsistent", None)
    assert [figure.reason for _, figure in found.months][:2] == ["joined", "joined"]


def test_a_fall_is_a_run_too() -> None:
    assert check_run(EARTHS, parse("2025-07"), 3, "down", basis="mom").state == "consistent"


@pytest.mark.parametrize("months", [0, -1, 121])
def test_a_run_has_a_sensible_length(months: int) -> None:
    with pytest.raises(InputError) as caught:
        check_run(EARTHS, parse("2025-02"), months, "up")
    assert caught.value.field == "months"
