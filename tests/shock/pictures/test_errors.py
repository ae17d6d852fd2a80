from __future__ import annotations

import pytest

from monazite.shock.pictures.errors import error, off, said, wrong
from monazite.shock.results.outcome import Band, Month


def month(simulated: float | None, observed: float | None, *, whole: bool = True) -> Month:
    band = None if simulated is None else Band(simulated - 100, simulated, simulated + 100)
    return Month("magnets/WORLD", "2025-05", whole, band, None, observed)


def test_the_mean_is_of_absolute_errors_and_the_worst_keeps_its_sign() -> None:
    found = error([month(1100, 1000), month(800, 1000), month(1000, 1000)])
    assert found is not None
    assert found.mean == pytest.approx(0.1)
    assert found.worst == pytest.approx(-0.2)
    assert (found.months, found.inside) == (3, 2)


def test_months_in_part_outside_the_run_and_months_unknown_count_for_nothing() -> None:
    known = month(1100, 1000)
    rest = [month(0, 1000, whole=False), month(None, 1000), month(5, None)]
    assert error([known, *rest]) == error([known])


def test_nothing_is_off_a_month_of_which_nothing_was_observed() -> None:
    assert error([month(100, None)]) is None
    assert error([month(100, 0.0)]) is None
    assert "nothing observed" in said(None, "en")


def test_an_error_says_its_direction() -> None:
    assert off(0.2, "en") == "20% too much"
    assert off(-0.2, "zh") == "偏低20%"
    assert off(8.64, "en") == "9.64 times as much"
    assert off(0.004, "en") == "right to the per cent"


def test_where_nothing_left_all_that_is_simulated_is_wrong() -> None:
    assert wrong(month(140, 0.0), "en") == "140 t too much"
    assert wrong(month(0, 0.0), "en") == "right to the per cent"
    assert wrong(month(80, 100.0), "en") == "20% too little"
    assert wrong(month(80, None), "en") == ""
    assert wrong(month(None, 80), "en") == ""


def test_one_month_is_said_as_one() -> None:
    text = said(error([month(1100, 1000)]), "en")
    assert text == "one month observed, 2025-05: 10% too much"
