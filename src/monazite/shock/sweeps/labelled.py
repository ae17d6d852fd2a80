"""A sweep as labelled arrays (xarray): every draw, or percentiles by variation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import xarray as xr

from monazite.shock.runs.bands import LEVELS
from monazite.shock.sweeps.values import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.shock.sweeps.sweep import Sweep

_WHOLE = 100


def drawn(found: Sweep, names: Sequence[str]) -> xr.Dataset:
    """Columns as variation x draw, NaN where a scenario has none."""
    shape = (len(found.manifest.points), found.manifest.draws)
    made = {
        name: (("variation", "draw"), found.column(name).reshape(shape), _about(found, name))
        for name in names
    }
    return xr.Dataset(made, _places(found), _attributes(found))


def banded(found: Sweep, names: Sequence[str]) -> xr.Dataset:
    """Columns as variation x percentile; beside each the draws that have the number (`known`)."""
    bands = found.bands(names)
    made = {
        name: (("variation", "percentile"), np.stack(bands[name][:3], axis=1), _about(found, name))
        for name in names
    }
    known = {
        f"{name}_known": ("variation", bands[name].known.astype(np.int32), {"units": "draws"})
        for name in names
    }
    percentiles = [round(_WHOLE * level) for level in LEVELS]
    places = {**_places(found), "percentile": percentiles}
    return xr.Dataset({**made, **known}, places, _attributes(found))


def _places(found: Sweep) -> dict[str, tuple[str, list[float] | list[str]]]:
    """What varies, beside the variations: as numbers where all values of a path are some."""
    columns = zip(*found.manifest.points, strict=True)
    places: dict[str, tuple[str, list[float] | list[str]]] = {}
    for path, column in zip(found.manifest.paths, columns, strict=True):
        numbers = [number(value) for value in column]
        known = [value for value in numbers if value is not None]
        places[path] = ("variation", known if len(known) == len(numbers) else list(column))
    return places


def _about(found: Sweep, name: str) -> dict[str, str]:
    return {"units": found.manifest.columns[name]}


def _attributes(found: Sweep) -> dict[str, str | int]:
    asked, ran = found.manifest, found.manifest.ran
    names = ("scenario", "world_year", "draws", "seed", "engine", "parameters", "parameters_hash")
    assumed = ", ".join(str(one["parameter"] or one["table"]) for one in ran["assumed"])
    return {
        **{name: ran[name] for name in names}, "assumed": assumed, "sweep": asked.sweep,
        "monazite": asked.code["monazite"],
    }  # fmt: skip
