"""Calibration reads 2025 and nothing else: the other cases stay out of sample."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from monazite.shock.calibration.magnets import FITTED, targets
from monazite.shock.engine.knobs import Knobs
from monazite.shock.validation.observed import observations

READ = """
import sys
opened = []
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
import numpy as np
from monazite.shock.calibration import magnets
from monazite.shock.engine.meters import CLEARANCE, months
from monazite.shock.engine.totals import totals
from monazite.shock.validation.seen import Seen

def looked(one, knobs, told):
    first, weeks = one.case.first, one.case.weeks
    calendar = months(first, weeks + CLEARANCE)
    kept = totals(one.model, one.schedule, one.meters, calendar, len(knobs.demand), np.float64)
    for column in kept[:9]:
        column += 1.0
    kept.output[:] = 1.0
    return Seen(one.model, first, calendar.names, one.meters.names, one.groups, (), kept)

magnets.look = looked
found = magnets.calibrate(4, 1, 1)
assert set(found.ranges) == set(magnets.FITTED)
print("\\n".join(opened))
"""
OTHERS = re.compile(r"shock-observed-(?!2025)|data/(gallium|germanium|antimony)[^/]*\.csv")


def opened() -> list[str]:
    """Every file that a process opens which imports calibration and calibrates."""
    run = subprocess.run(
        [sys.executable, "-c", READ], env=os.environ, capture_output=True, text=True, check=True
    )
    return run.stdout.splitlines()


@pytest.mark.slow
def test_no_other_year_is_read_before_validation() -> None:
    files = opened()
    assert any(file.endswith("shock-observed-2025.csv") for file in files)
    assert [file for file in files if OTHERS.search(file.replace("\\", "/"))] == []


def test_the_guard_would_see_them() -> None:
    assert OTHERS.search("x/validation/data/shock-observed-2023.csv")
    assert OTHERS.search("x/facts/data/gallium.csv")
    assert not OTHERS.search("x/validation/data/shock-observed-2025.csv")


def test_targets_are_of_2025_and_have_spreads() -> None:
    found = targets()
    assert {one.case for one in observations("2025") if one.fitted} == {"V1", "V2", "V3", "V4"}
    assert all(one.deviation > 0 and one.discrepancy > 0 for one in found)
    assert not any(one.fitted for year in ("2010", "2023", "2024") for one in observations(year))


def test_what_is_fitted_are_knobs_once_each() -> None:
    assert set(FITTED) < set(Knobs._fields)
    assert len(set(FITTED)) == len(FITTED)
