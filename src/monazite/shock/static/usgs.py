"""Gallium and germanium withheld from the United States for a year, beside the bands of the USGS.

What the USGS did not print stays a gap, and stands here as an estimate with its range: the
elasticities, the table by industry, the input-output table (`forward` stands for it).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.parameters.distributions import Triangular
from monazite.shock.runs.draws import quantile, sobol_points
from monazite.shock.static.prices import shortage
from monazite.shock.tables import table
from monazite.shock.validation.observed import observations
from monazite.shock.validation.rows import row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.model.model import Floats
    from monazite.shock.validation.rows import Row

MATERIALS = ("Ga", "Ge")
GAPS: tuple[str, ...] = ("elasticities", "industries", "input_output")
"""What the report did not print where we could read it: texts shock.static.gap.*."""
_HOME = "USA"
_ALL = "all"
_WHOLE = 100.0
_LARGEST = "semiconductors"


class Stake(NamedTuple):
    """A sector of the United States: value added, US$ bn, and the part that needs a material."""

    sector: str
    value_bn: float
    part: float


def stakes(material: str) -> tuple[Stake, ...]:
    """The sectors that use a material and cannot replace it."""
    values = {
        one.fields["class"]: float(one.fields["usd_bn"])
        for one in table("shock-value-added")
        if one.fields["country"] == _HOME
    }
    sectors = {
        one.fields["sector"]: values[one.fields["class"]] * float(one.fields["part_pct"]) / _WHOLE
        for one in table("shock-sectors")
    }
    found = (one.fields for one in table("shock-uses") if one.fields["material"] == material)
    return tuple(Stake(one["sector"], sectors[one["sector"]], _held(one)) for one in found)


def losses(draws: int, seed: int) -> Mapping[str, Floats]:
    """By draw: US$ bn of value added lost without a material and without both; prices; parts.

    Within a sector the plants that want for the one stand by chance among those that want for the
    other, so that without both less is lost than the sum.
    """
    given = _drawn(draws, seed)
    found: dict[str, Floats] = {}
    values: dict[str, float] = {}
    runs: dict[str, Floats] = {}
    for material in MATERIALS:
        market = shortage(*(given[material, what] for what in ("lost", "supply", "demand")))
        found[f"{material}-price"] = market.price
        lost = np.zeros(draws)
        for stake in stakes(material):
            stands = stake.part * market.missing
            lost += stake.value_bn * stands
            values[stake.sector] = stake.value_bn
            runs[stake.sector] = runs.get(stake.sector, np.ones(draws)) * (1 - stands)
        found[material] = lost * given[_ALL, "forward"]
    both = {name: values[name] * (1 - run) * given[_ALL, "forward"] for name, run in runs.items()}
    found["both"] = np.sum(list(both.values()), axis=0)
    found["overlap"] = found["both"] / (found["Ga"] + found["Ge"])
    found[_LARGEST] = both[_LARGEST] / found["both"]
    return found


def compared(draws: int, seed: int) -> list[Row]:
    """Rows beside the bands of the USGS; InputError field "draws" or "seed"."""
    found = losses(draws, seed)
    unknown = np.full(draws, np.nan)
    return [row(one, found[one.of], unknown) for one in observations("usgs")]


def _held(use: Mapping[str, str]) -> float:
    stuck = 1 - float(use["substitutable_pct"]) / _WHOLE
    return float(use["at_stake_pct"]) / _WHOLE * stuck


def _drawn(draws: int, seed: int) -> Mapping[tuple[str, str], Floats]:
    rows = [one.fields for one in table("shock-static-markets")]
    points = sobol_points(len(rows), draws, seed).T
    found = {}
    for one, column in zip(rows, points, strict=True):
        least, mode, most = (float(one[name]) for name in ("least", "mode", "most"))
        drawn = quantile(Triangular(least, mode, most), least, most, column)
        found[one["material"], one["what"]] = drawn
    return found
