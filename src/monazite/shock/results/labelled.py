"""An outcome as labelled arrays (xarray), and as a NetCDF file."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
import xarray as xr

from monazite.shock.results.table import KEYS, UNITS, about, rows
from monazite.shock.results.words import quantity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from monazite.shock.results.outcome import Outcome
    from monazite.shock.results.table import Cell, Row

_ORDERED = {"year", "month", "week"}
PERCENTILES = {"p5": 5, "p50": 50, "p95": 95}


def dataset(found: Outcome) -> xr.Dataset:
    """A variable for each quantity of `table.UNITS` that the outcome has, NaN where not known.

    Its dimensions are what tells its numbers apart (meter, good, month, week …), and `percentile`
    for what has a band; attributes say of which run it is.
    """
    return arrays(rows(found), KEYS, UNITS, lambda name: quantity(name, "en"), about(found))


def arrays(
    found: Iterable[Row],
    keys: Sequence[str],
    units: Mapping[str, str],
    named: Callable[[str], str],
    attributes: Mapping[str, str | int | float],
) -> xr.Dataset:
    """The numbers of a long table as a variable for each quantity, NaN where not known.

    keys: columns that tell numbers apart, which become dimensions (of numbers that one of them does
    not tell apart its label is empty); named: what a quantity is called.
    """
    ordered = sorted(found, key=lambda row: str(row["quantity"]))
    groups = {
        name: _told_apart(list(each), keys)
        for name, each in groupby(ordered, lambda row: str(row["quantity"]))
    }
    labels = {key: _labels(key, [row for each in groups.values() for row in each]) for key in keys}
    made = {
        name: _variable(each, labels, units[name], named(name)) for name, each in groups.items()
    }
    used = {dim for variable in made.values() for dim in variable.dims}
    coords = {key: list(labels[key]) for key in keys if key in used}
    return xr.Dataset(made, {**coords, "percentile": list(PERCENTILES.values())}, dict(attributes))


def write_netcdf(found: Outcome, path: Path) -> None:
    """Write the arrays to a NetCDF 3 file, which needs no library of HDF5."""
    dataset(found).to_netcdf(path, engine="scipy")


def _told_apart(found: list[Row], keys: Sequence[str]) -> list[Row]:
    """The rows of a quantity; what only some of them have is "" in the others."""
    dims = [key for key in keys if any(row[key] is not None for row in found)]
    return [{**row, **{dim: "" for dim in dims if row[dim] is None}} for row in found]


def _labels(key: str, found: list[Row]) -> Mapping[Cell, int]:
    """Places of a dimension's labels: numbers and months in order, others as they come."""
    seen = list(dict.fromkeys(row[key] for row in found if row[key] is not None))
    if key in _ORDERED:
        seen.sort(key=lambda label: str(label).rjust(9))
    return {label: at for at, label in enumerate(seen)}


def _variable(
    found: list[Row], labels: Mapping[str, Mapping[Cell, int]], unit: str, called: str
) -> xr.Variable:
    dims = [key for key in labels if found[0][key] is not None]
    columns = [column for column in (*PERCENTILES, "value") if found[0][column] is not None]
    values = np.full((*(len(labels[dim]) for dim in dims), len(columns)), np.nan)
    for row in found:
        values[tuple(labels[dim][row[dim]] for dim in dims)] = [row[column] for column in columns]
    banded = len(columns) > 1
    return xr.Variable(
        [*dims, "percentile"] if banded else dims,
        values if banded else values[..., 0],
        {"units": unit, "long_name": called},
    )
