"""An outcome as labelled arrays (xarray), and as a NetCDF file."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
import xarray as xr

from monazite.shock.results.table import KEYS, UNITS, about, rows
from monazite.shock.results.words import quantity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from monazite.shock.results.outcome import Outcome
    from monazite.shock.results.table import Cell, Row

_ORDERED = {"month", "week"}
PERCENTILES = {"p5": 5, "p50": 50, "p95": 95}


def dataset(found: Outcome) -> xr.Dataset:
    """A variable for each quantity of `table.UNITS` that the outcome has, NaN where not known.

    Its dimensions are what tells its numbers apart (meter, good, month, week …), and `percentile`
    for what has a band; attributes say of which run it is.
    """
    found_rows = sorted(rows(found), key=lambda row: str(row["quantity"]))
    groups = {
        name: list(each) for name, each in groupby(found_rows, lambda row: str(row["quantity"]))
    }
    labels = {key: _labels(key, found_rows) for key in KEYS}
    made = {name: _variable(name, each, labels) for name, each in groups.items()}
    used = {dim for variable in made.values() for dim in variable.dims}
    coords = {key: list(labels[key]) for key in KEYS if key in used}
    return xr.Dataset(made, {**coords, "percentile": list(PERCENTILES.values())}, about(found))


def write_netcdf(found: Outcome, path: Path) -> None:
    """Write the arrays to a NetCDF 3 file, which needs no library of HDF5."""
    dataset(found).to_netcdf(path, engine="scipy")


def _labels(key: str, found: list[Row]) -> Mapping[Cell, int]:
    """Places of a dimension's labels: numbers and months in order, others as they come."""
    seen = list(dict.fromkeys(row[key] for row in found if row[key] is not None))
    if key in _ORDERED:
        seen.sort(key=lambda label: str(label).rjust(9))
    return {label: at for at, label in enumerate(seen)}


def _variable(name: str, found: list[Row], labels: Mapping[str, Mapping[Cell, int]]) -> xr.Variable:
    dims = [key for key in KEYS if found[0][key] is not None]
    columns = [column for column in (*PERCENTILES, "value") if found[0][column] is not None]
    values = np.full((*(len(labels[dim]) for dim in dims), len(columns)), np.nan)
    for row in found:
        values[tuple(labels[dim][row[dim]] for dim in dims)] = [row[column] for column in columns]
    banded = len(columns) > 1
    return xr.Variable(
        [*dims, "percentile"] if banded else dims,
        values if banded else values[..., 0],
        {"units": UNITS[name], "long_name": quantity(name, "en")},
    )
