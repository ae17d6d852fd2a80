"""History matching keeps what agrees, throws away what does not, and says when nothing does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.shock.calibration.history import CUT, Range, Target, draw, implausibility, match, near

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from monazite.shock.calibration.history import Matched
    from monazite.shock.model.model import Floats

TRUTH = {"a": 2.0, "b": -1.0}
RANGES = {"a": Range(0.0, 10.0), "b": Range(-5.0, 5.0), "idle": Range(0.0, 1.0)}


def line(
    given: Mapping[str, Floats], done: Callable[[int], None] = lambda _: None
) -> Mapping[str, Floats]:
    number = len(given["a"])
    for part in (number // 2, number):
        done(part)
    return {"sum": given["a"] + given["b"], "difference": given["a"] - given["b"]}


def targets(deviation: float = 0.1, beside: float = 0.0) -> tuple[Target, ...]:
    found = line({name: np.array([value]) for name, value in TRUTH.items()})
    return tuple(
        Target(name, float(value[0]) + beside, deviation, deviation)
        for name, value in found.items()
    )


def matched(seed: int = 1, waves: int = 3) -> Matched:
    return match(line, targets(), RANGES, draws=512, waves=waves, seed=seed)


def test_what_is_left_holds_the_truth_and_little_else() -> None:
    found = matched()
    for name, value in TRUTH.items():
        least, most = found.ranges[name]
        assert least <= value <= most
        assert most - least < 0.15 * (RANGES[name].most - RANGES[name].least)
    assert found.ranges["idle"].most - found.ranges["idle"].least > 0.9


def test_all_that_is_kept_is_plausible_and_is_what_was_simulated() -> None:
    found = matched()
    assert len(found.kept) == len(found.implausibility) > 0
    assert (found.implausibility <= CUT).all()
    given = dict(zip(RANGES, found.kept.T, strict=True))
    assert implausibility(targets(), line(given)) == pytest.approx(found.implausibility)


def test_later_waves_find_more_that_is_plausible() -> None:
    waves = matched().waves
    assert waves[-1].plausible > waves[0].plausible
    assert waves[-1].cut == CUT


def test_the_seed_decides_and_another_seed_agrees_roughly() -> None:
    one, same, other = matched(), matched(), matched(seed=77)
    assert np.array_equal(one.kept, same.kept)
    assert not np.array_equal(one.kept, other.kept)
    assert other.ranges["a"] == pytest.approx(one.ranges["a"], abs=0.5)


def test_where_nothing_agrees_that_is_said() -> None:
    far = (Target("sum", 1000.0, 0.1, 0.1),)
    found = match(line, far, RANGES, draws=64, waves=2, seed=1)
    assert [one.plausible for one in found.waves] == [0, 0]
    assert found.waves[-1].cut > CUT
    assert len(found.kept) >= 2


def test_progress_is_told_within_a_wave_and_over_all() -> None:
    told: list[int] = []
    match(line, targets(), RANGES, draws=64, waves=3, seed=1, told=told.append)
    assert told == [32, 64, 96, 128, 160, 192]


def test_implausibility_is_the_worst_distance_in_standard_deviations() -> None:
    wanted = (Target("x", 10.0, 3.0, 4.0), Target("y", 0.0, 0.0, 1.0))
    found = implausibility(wanted, {"x": np.array([20.0, 10.0]), "y": np.array([1.0, -2.5])})
    assert found == pytest.approx([2.0, 2.5])


def test_what_cannot_be_read_is_not_plausible() -> None:
    found = implausibility((Target("x", 1.0, 0.1, 0.1),), {"x": np.array([np.nan, np.inf, 1.0])})
    assert np.isinf(found[:2]).all()
    assert found[2] == 0


def test_draws_fill_the_box_evenly() -> None:
    found = draw({"a": Range(2.0, 4.0), "b": Range(-1.0, -1.0)}, 256, seed=5)
    assert found.shape == (256, 2)
    assert ((found[:, 0] >= 2) & (found[:, 0] <= 4)).all()
    assert (found[:, 1] == -1).all()
    assert np.histogram(found[:, 0], 8, (2, 4))[0].tolist() == [32] * 8


def test_later_draws_follow_what_is_left_and_stay_in_the_box() -> None:
    slope = np.linspace(0.0, 1.0, 50)
    kept = np.column_stack([2 + slope, -slope, np.full(50, 0.5)])
    found = near(kept, RANGES, 256, seed=2)
    assert found.shape == (256, 3)
    assert np.corrcoef(found[:, 0], found[:, 1])[0, 1] < -0.95
    assert (found[:, 2] >= 0).all()


def test_later_draws_are_mirrored_at_a_wall_and_do_not_heap_up_on_it() -> None:
    kept = np.column_stack([np.linspace(0.0, 1.0, 50), np.zeros(50), np.full(50, 0.5)])
    found = near(kept, RANGES, 256, seed=2)[:, 0]
    assert found.min() >= RANGES["a"].least
    assert len(np.unique(found)) == 256
    assert (found < 0.1).mean() < 0.2


def test_a_parameter_without_a_range_stays_where_it_is() -> None:
    fixed = {**RANGES, "idle": Range(0.5, 0.5)}
    assert near(np.full((8, 3), 0.5), fixed, 16, seed=2)[:, 2] == pytest.approx(0.5)
