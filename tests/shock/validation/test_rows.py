"""Observed against simulated: bands, errors, marks."""

from __future__ import annotations

import math

import numpy as np
import pytest

from monazite.shock.validation.documents import compared
from monazite.shock.validation.observed import Observation, observations
from monazite.shock.validation.rows import compare, read, row
from support.shock_seen import seen

ONE = Observation(
    id="x/1", case="V1", reading="flow", of="a", when="2025-04", observed=10.0, low=8.0, high=12.0,
    marked=True, unit="t", deviation=0.1, discrepancy=1.0, source="s", confidence="reported",
    note="",
)  # fmt: skip


FAR = np.full(3, 1e9)


def test_the_median_decides_and_the_band_is_told() -> None:
    found = row(ONE, np.arange(1.0, 102.0), FAR)
    assert (found.p5, found.p50, found.p95) == (6, 51, 96)
    assert found.error == pytest.approx(4.1)
    assert found.verdict == "missed"
    assert row(ONE, np.full(5, 12.0), FAR).verdict == "kept"


def test_a_mark_that_no_measure_keeps_too_is_told_apart() -> None:
    found = row(ONE, np.full(5, 12.0), np.full(5, 8.0))
    assert (found.verdict, found.without) == ("kept_without", 8)
    assert row(ONE, np.full(5, 13.0), np.full(5, 8.0)).verdict == "missed"
    calm = [row(ONE, np.full(5, 12.0), np.full(5, x)) for x in (8.0, np.inf, np.nan)]
    assert [one.verdict for one in calm] == ["kept_without", "kept", "kept"]
    told = [compared(one) for one in calm]
    assert [one.without for one in told] == [8, None, None]
    assert [one.without_never for one in told] == [False, True, None]


def test_an_error_of_a_part_is_a_difference() -> None:
    part = ONE._replace(unit="part", observed=0.25, low=0.17, high=0.33)
    assert row(part, np.full(3, 0.30), FAR).error == pytest.approx(0.05)


def test_what_never_happens_is_a_miss_without_end() -> None:
    found = row(ONE, np.array([1.0, np.inf, np.inf]), FAR)
    assert math.isinf(found.error)
    assert found.verdict == "missed"
    assert compared(found).p50 is None
    assert compared(found).never == pytest.approx(2 / 3)


def test_no_mark_no_verdict_and_what_is_not_run_has_none() -> None:
    assert row(ONE._replace(marked=False), np.ones(3), FAR).verdict is None
    found = row(ONE, np.full(3, np.nan), FAR)
    assert found.verdict is None
    assert (compared(found).p50, compared(found).never) == (None, None)


def test_open_marks_are_null_in_the_document() -> None:
    found = row(ONE._replace(high=math.inf), np.full(3, 99.0), np.ones(3))
    assert found.verdict == "kept"
    assert compared(found).high is None


def test_the_mean_error_is_made_of_the_other_rows() -> None:
    run = seen()
    run.totals.flows[run.months.index("2025-04"), 0] = [10.0, 12.0, 5.0]
    run.totals.flows[run.months.index("2025-05"), 0] = 20.0
    other = ONE._replace(id="x/2", when="2025-05", observed=16.0)
    mean = ONE._replace(id="x/m", reading="mape", of="x/1 x/2", unit="part", low=0.0, high=0.2)
    assert read([ONE, other, mean], run)["x/m"] == pytest.approx([0.125, 0.225, 0.375])
    found = compare([ONE, other, mean], run, seen())
    assert [one.observation.id for one in found] == ["x/1", "x/2", "x/m"]
    assert [one.without for one in found] == [0, 0, 1]


@pytest.mark.parametrize("year", ["2010", "2023", "2024", "2025", "usgs"])
def test_packaged_observations_can_be_read(year: str) -> None:
    found = observations(year)
    ids = {one.id for one in found}
    assert len(ids) == len(found) > 0
    for one in found:
        assert one.low <= one.high
        assert one.source
        if one.reading == "mape":
            assert set(one.of.split()) <= ids


def test_what_really_happened_keeps_its_own_marks() -> None:
    kept = [one for year in ("2010", "2023", "2024", "2025", "usgs") for one in observations(year)]
    assert [one.id for one in kept if not one.low <= one.observed <= one.high] == []


def test_the_months_are_those_of_the_facts() -> None:
    months = {one.when: one for one in observations("2025") if one.of == "magnets/WORLD"}
    assert months["2025-05"].observed == 1238
    assert months["2025-05"].source.startswith("https://")
    july = next(one for one in observations("2023") if one.id.endswith("Ga-2023-07"))
    assert (july.observed, july.unit) == (5.15, "t")
