"""An outcome as labelled arrays, and as NetCDF."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import xarray as xr

from monazite.shock.model.draft import OTHER
from monazite.shock.results.labelled import dataset, write_netcdf
from monazite.shock.results.of_run import outcome
from monazite.shock.results.table import KEYS, UNITS, rows
from support.shock_cases import case, seen, short_of_stocks

if TYPE_CHECKING:
    from pathlib import Path


def _nobody(_: int) -> None:
    """Nobody is told."""


FOUND = seen(outcome(case("ways round"), short_of_stocks(), 3, 1, _nobody), "2025-03", 88.0)
MADE = dataset(FOUND)


def test_every_number_of_the_table_is_found_by_its_labels() -> None:
    for row in rows(FOUND):
        variable = MADE[row["quantity"]]
        at = variable.sel({dim: row[str(dim)] for dim in variable.dims if dim != "percentile"})
        if "percentile" in variable.dims:
            assert at.values.tolist() == [row["p5"], row["p50"], row["p95"]]
        else:
            assert float(at) == row["value"]


def test_variables_have_units_and_names_and_the_set_its_run() -> None:
    for name, variable in MADE.items():
        assert variable.attrs["units"] == UNITS[str(name)]
        assert variable.attrs["long_name"]
    assert MADE.attrs["parameters_hash"] == FOUND.parameters_hash
    assert list(MADE.percentile.values) == [5, 50, 95]
    assert list(MADE.month.values) == sorted(MADE.month.values)
    assert list(MADE.week.values) == list(range(60))


def test_what_is_not_known_is_not_a_number() -> None:
    assert np.isnan(MADE.observed_t.sel(meter="home", month="2025-04"))


def test_netcdf_gives_back_what_was_written(tmp_path: Path) -> None:
    write_netcdf(FOUND, tmp_path / "ways.nc")
    with xr.open_dataset(tmp_path / "ways.nc", engine="scipy") as read:
        xr.testing.assert_equal(read, MADE)
        assert read.attrs["scenario"] == "ways round"


def test_plants_that_share_sector_and_country_lose_no_number() -> None:
    """Users of `other` stand apart by the good that they use."""
    stop = case("stop")
    model = replace(stop.model, sectors=("wind", OTHER))
    found = outcome(stop._replace(model=model), short_of_stocks(), 2, 1, _nobody)
    made, told = dataset(found), list(rows(found))
    keys = [(row["quantity"], *(row[key] for key in KEYS)) for row in told]
    assert len(keys) == len(set(keys))
    apart = {str(one) for one in made.sector.values if str(one).startswith(f"{OTHER}/")}
    assert apart == {f"{OTHER}/{row.good}" for row in found.losses if row.good}
    known = [row for row in told if row["quantity"] == "lost"]
    assert int(made.lost.sel(percentile=50).notnull().sum()) == len(known)
