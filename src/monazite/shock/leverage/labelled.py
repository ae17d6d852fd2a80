"""Tables of leverage as labelled arrays (xarray), and as a NetCDF file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.shock.leverage.table import KEYS, NUMBERS, UNITS, about, rows
from monazite.shock.results.labelled import arrays

if TYPE_CHECKING:
    from pathlib import Path

    import xarray as xr

    from monazite.shock.leverage.results import Comparison, Leverage


def dataset(found: Leverage | Comparison) -> xr.Dataset:
    """A variable for each quantity of `table.UNITS` that has a number, NaN where not known.

    Its dimensions are what tells its numbers apart (lever, side, other, months …), and `percentile`
    for what has a band. Months of freedom are texts and stand in the table alone.
    """
    known = [row for row in rows(found) if any(row[name] is not None for name in NUMBERS)]
    return arrays(known, KEYS, UNITS, _named, about(found))


def write_netcdf(found: Leverage | Comparison, path: Path) -> None:
    """Write the arrays to a NetCDF 3 file, which needs no library of HDF5."""
    dataset(found).to_netcdf(path, engine="scipy")


def _named(quantity: str) -> str:
    return say(f"shock.leverage.quantity.{quantity}", "en")
