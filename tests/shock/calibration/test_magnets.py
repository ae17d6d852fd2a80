"""Calibration reads 2025 and nothing else: the other cases stay out of sample."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import numpy as np
import pytest

from monazite.shock.calibration.history import Matched, Wave, draw
from monazite.shock.calibration.magnets import FITTED, asked, new_set, targets
from monazite.shock.engine.knobs import Knobs
from monazite.shock.parameters.distributions import Triangular
from monazite.shock.parameters.parameters import Calibration
from monazite.shock.parameters.reading import packaged, parse
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
    kept.output[:] = kept.quote_inner[:] = kept.quote_spot[:] = 1.0
    return Seen(one.model, first, calendar.names, one.meters.names, one.groups, (), one.case.quoted, kept)

magnets.look = looked
found = magnets.calibrate(4, 1, 1)
assert set(found.ranges) == set(magnets.FITTED)
print("\\n".join(opened))
"""
OTHERS = re.compile(
    r"(?:shock-observed|data/case)-(?!2025|flows)|data/(?:gallium|germanium|antimony)[^/]*\.csv"
)


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
    assert OTHERS.search("x/cases/data/case-2010.csv")
    assert OTHERS.search("x/facts/data/gallium.csv")
    assert not OTHERS.search("x/validation/data/shock-observed-2025.csv")


def test_targets_are_of_2025_and_have_spreads() -> None:
    found = targets()
    assert {one.case for one in observations("2025") if one.fitted} == {"V1", "V2", "V3", "V4"}
    assert all(one.deviation > 0 and one.discrepancy > 0 for one in found)
    assert not any(one.fitted for year in ("2010", "2023", "2024") for one in observations(year))


def test_what_is_fitted_are_knobs_once_each_and_is_called_so() -> None:
    assert set(FITTED) < set(Knobs._fields)
    assert len(set(FITTED)) == len(FITTED)
    assert {row.knob for row in packaged().rows if row.fitted} == set(FITTED)


def test_the_packaged_set_is_drawn_within_what_was_asked_of() -> None:
    ranges = asked()
    for row in packaged().rows:
        if row.fitted:
            assert isinstance(row.distribution, Triangular)
            assert ranges[row.knob] == (row.least, row.most)


def test_the_record_of_a_new_set_is_that_of_its_waves() -> None:
    kept = draw(asked(), 64, 3)
    waves = (Wave(64, 0, 4.0, 5.0), Wave(64, 9, 1.234, 3.0))
    found = parse(new_set(Matched(asked(), kept, np.zeros(64), waves), 5))
    assert found.calibration == Calibration(64, 2, 5, 9, 1.23, 3)
    for row in found.rows:
        if row.fitted:
            assert row.least <= min(row.distribution) <= max(row.distribution) <= row.most
