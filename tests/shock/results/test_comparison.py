"""Two scenarios side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from monazite.errors import InputError
from monazite.shock.results.comparison import compared
from monazite.shock.results.of_run import outcome
from support.shock_cases import case, known, short_of_stocks

PARAMETERS = short_of_stocks()


def _nobody(_: int) -> None:
    """Nobody is told."""


def test_a_scenario_differs_from_itself_in_nothing() -> None:
    found = compared(case("stop"), case("stop"), PARAMETERS, 4, 1, _nobody)
    for row in found.months:
        assert row.flow_t is None or (row.flow_t.p5, row.flow_t.p95) == (0, 0)
    assert all(
        (known(row.lost_musd).p5, known(row.leaked_musd).p95) == (0, 0) for row in found.losses
    )
    assert found.halts
    for halt in found.halts:
        assert halt.draws == halt.other_draws
        assert halt.weeks_later is not None
        assert halt.weeks_later.p95 == halt.share.p95 == 0


def test_one_draw_of_a_comparison_is_the_difference_of_two_outcomes() -> None:
    one, two = (outcome(case(name), PARAMETERS, 1, 0, _nobody) for name in ("stop", "quota"))
    found = compared(case("stop"), case("quota"), PARAMETERS, 1, 0, _nobody)
    assert (found.scenario, found.other) == ("stop", "quota")
    assert known(found.losses[-1].lost_musd).p50 == pytest.approx(
        known(two.losses[-1].lost_musd).p50 - known(one.losses[-1].lost_musd).p50
    )
    assert known(found.losses[-1].lost_musd).p50 < 0
    for row, a, b in zip(found.months, one.months, two.months, strict=True):
        assert (row.meter, row.month, row.observed_t) == (a.meter, a.month, None)
        assert a.flow_t is not None
        assert b.flow_t is not None
        assert row.flow_t is not None
        assert row.flow_t.p50 == pytest.approx(b.flow_t.p50 - a.flow_t.p50, abs=1e-3)


def test_halts_of_either_are_told_and_how_much_later() -> None:
    stop, later = case("stop"), case("stop").schedule
    late = replace(later, phase=(later.phase.cumsum() > 5).astype(int))  # five weeks later
    found = compared(stop, stop._replace(name="late", schedule=late), PARAMETERS, 3, 0, _nobody)
    weeks = [row.weeks_later for row in found.halts if row.draws and row.other_draws]
    assert weeks
    assert all(band is not None and band.p50 == pytest.approx(5, abs=1) for band in weeks)
    none = compared(stop, case("duty"), PARAMETERS, 3, 0, _nobody)
    assert any(row.other_draws == 0 and row.weeks_later is None for row in none.halts)


def test_draws_are_told_once_though_two_runs_are_made() -> None:
    told: list[int] = []
    compared(case("quota"), case("duty"), PARAMETERS, 6, 0, told.append)
    assert told == sorted(told)
    assert told[-1] == 6


def test_what_cannot_be_compared_is_refused() -> None:
    one, short = case("ban"), case("ban").schedule
    for other, what in (
        (one._replace(model=replace(one.model)), "model"),
        (one._replace(first=one.first.replace(day=6)), "first day"),
        (one._replace(schedule=replace(short, phase=short.phase[:9])), "weeks"),
        (one._replace(meters=one.meters._replace(names=("a", "b"))), "meters"),
    ):
        with pytest.raises(InputError, match=f"a scenario with the {what} of ban"):
            compared(one, other, PARAMETERS, 1, 0, _nobody)
