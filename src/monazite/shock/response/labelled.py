"""An answer as labelled arrays (xarray), for a NetCDF file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.shock.response.table import KEYS, UNITS, facts, rows
from monazite.shock.results.labelled import arrays

if TYPE_CHECKING:
    import xarray as xr

    from monazite.shock.response.results import Response


def dataset(found: Response) -> xr.Dataset:
    """A variable for each quantity of `table.UNITS` that the answer has, NaN where not known."""
    return arrays(rows(found), KEYS, UNITS, quantity, facts(found))


def quantity(name: str, lang: str = "en") -> str:
    """The name of a quantity (`table.UNITS`)."""
    return say(f"shock.respond.quantity.{name}", lang)
