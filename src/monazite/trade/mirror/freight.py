"""Freight: how much dearer goods are at the importer's border than at the exporter's.

Imports are valued with cost, insurance and freight (CIF), exports without (FOB). The rate is
estimated and never one constant: ln(M/X) of matched pairs is regressed on ln distance, a shared
border, missing coasts, the ln median unit value of the world's trade in the code, the code's
chapter and the year, by Tukey's bisquare, and every pair weighs as much as its two masses agree
(Gaulier & Zignago, BACI, CEPII working paper 2010-23, section 2.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from monazite.catalogue.distances import contiguous, distance_km, landlocked
from monazite.trade.mirror.regression import NORMAL_95, Fit, bisquare, mad_scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from monazite.trade.mirror.observations import Matched

    Floats = NDArray[np.float64]
    Words = NDArray[np.str_]
    Years = NDArray[np.int64]

LEAST_PAIRS = 60
PAIRS_A_COLUMN = 10
LEAST_FOR_MEDIAN = 8
FARTHEST = 2.0
"""A pair whose values differ by more than e² is a misreport and says nothing of freight."""
MEDIAN_ERROR = 1.2533
"""Standard error of a median over that of a mean, under the normal law."""
ALL = ""
"""The chapter under which the median of all chapters stands."""


@dataclass(frozen=True, slots=True)
class Freight:
    """Estimated freight of some flows, as a share of the value at the exporter's border.

    `low` and `high` are the 95 % interval of the expected rate, not of a single shipment. `basis`
    says where it comes from: `model`, `median` (of the chapter, else of all pairs) or `none`,
    with NaN for the rate; `reason` says why it is not the model (too_few_pairs,
    distance_unknown, unit_value_unknown, not_seen) and is empty where it is.
    """

    rate: Floats
    low: Floats
    high: Floats
    basis: Words
    reason: Words


@dataclass(frozen=True, slots=True)
class FreightModel:
    """A regression of freight, None where pairs were too few, and the medians that stand in."""

    pairs: int
    fit: Fit | None
    chapters: tuple[str, ...]
    years: tuple[int, ...]
    unit_values: dict[tuple[str, int], float]
    medians: dict[str, tuple[float, float]]

    def predict(self, exporter: Words, importer: Words, code: Words, year: Years) -> Freight:
        """The freight of flows, each by exporter and importer (ISO3), six-digit code and year."""
        mean, error, reason = self._modelled(exporter, importer, code, year)
        median, median_error = self._medians(code)
        modelled = reason == ""
        mean = np.where(modelled, mean, median)
        error = np.where(modelled, error, median_error)
        basis = np.select([modelled, np.isfinite(mean)], ["model", "median"], "none")
        rate, low, high = (
            np.maximum(np.expm1(mean + sds * error), 0.0) for sds in (0.0, -NORMAL_95, NORMAL_95)
        )
        return Freight(rate, low, high, basis, reason)

    def _modelled(
        self, exporter: Words, importer: Words, code: Words, year: Years
    ) -> tuple[Floats, Floats, Words]:
        """The regression's answer, and why there is none."""
        if self.fit is None:
            nothing = np.full(len(code), np.nan)
            return nothing, nothing, np.full(len(code), "too_few_pairs")
        geography = _geography(exporter, importer)
        values = _looked_up(self.unit_values, code, year)
        seen = np.isin(code.astype("<U2"), self.chapters) & np.isin(year, self.years)
        reason = np.select(
            [~np.isfinite(geography).all(axis=1), ~seen, ~np.isfinite(values)],
            ["distance_unknown", "not_seen", "unit_value_unknown"],
            "",
        )
        design = _design(geography, values, code, year, self.chapters, self.years)
        mean, error = self.fit.predict(np.nan_to_num(design))
        return mean, error, reason

    def _medians(self, code: Words) -> tuple[Floats, Floats]:
        """The median of each code's chapter, else of all pairs, else NaN."""
        otherwise = self.medians.get(ALL, (np.nan, np.nan))
        found = [self.medians.get(chapter, otherwise) for chapter in code.astype("<U2")]
        pairs = np.asarray(found, dtype=np.float64).reshape(-1, 2)
        return pairs[:, 0], pairs[:, 1]


def fit(matched: Matched) -> FreightModel:
    """Estimate freight from the pairs of a store.

    Pairs without both masses, or whose values differ by more than e², are left out. The model
    needs 60 pairs and 10 for every column; below that the median of a chapter with 8 pairs
    stands in, then that of all; below 8 nothing is said.
    """
    gap = matched.value_gap
    agreement = np.exp(-np.abs(matched.mass_gap))
    geography = _geography(matched.exporter, matched.importer)
    usable = (np.abs(gap) <= FARTHEST) & np.isfinite(agreement) & np.isfinite(geography).all(axis=1)
    kept, gap, weights = matched.where(usable), gap[usable], agreement[usable]
    chapters, years = np.unique(kept.chapter).tolist(), np.unique(kept.year).tolist()
    values = _unit_values(kept)
    model = None
    columns = _COLUMNS + len(chapters) + len(years)
    if len(kept) >= max(LEAST_PAIRS, PAIRS_A_COLUMN * columns):
        logs = _looked_up(values, kept.code, kept.year)
        design = _design(geography[usable], logs, kept.code, kept.year, chapters, years)
        model = bisquare(design, gap, weights)
    return FreightModel(
        pairs=len(kept),
        fit=model,
        chapters=tuple(chapters),
        years=tuple(years),
        unit_values=values,
        medians=_medians(kept.chapter, gap),
    )


_COLUMNS = 4
"""Columns of the design beside the indicators of chapters and years, less the ones left out."""


def _geography(exporter: Words, importer: Words) -> Floats:
    """Distance in ln km, shared border, no coast at either end; NaN where unknown."""
    found = {
        pair: _between(*pair)
        for pair in set(zip(exporter.tolist(), importer.tolist(), strict=True))
    }
    rows = [found[pair] for pair in zip(exporter.tolist(), importer.tolist(), strict=True)]
    return np.asarray(rows, dtype=np.float64).reshape(-1, 4)


def _between(exporter: str, importer: str) -> tuple[float, float, float, float]:
    km = distance_km(exporter, importer)
    if not km:
        return (np.nan,) * 4
    flags = (contiguous(exporter, importer), landlocked(exporter), landlocked(importer))
    return (float(np.log(km)), *(float(bool(flag)) for flag in flags))  # type: ignore[return-value]


def _unit_values(matched: Matched) -> dict[tuple[str, int], float]:
    """The ln median unit value (USD/kg) of the world's trade in each code and year."""
    logs = np.concatenate([
        np.log(matched.value_exporter_usd) - np.log(matched.mass_exporter_kg),
        np.log(matched.value_importer_usd) - np.log(matched.mass_importer_kg),
    ])  # fmt: skip
    keys = [*zip(matched.code.tolist(), matched.year.tolist(), strict=True)] * 2
    grouped: dict[tuple[str, int], list[float]] = {}
    for key, value in zip(keys, logs.tolist(), strict=True):
        grouped.setdefault(key, []).append(value)
    return {key: float(np.median(values)) for key, values in grouped.items()}


def _looked_up(values: dict[tuple[str, int], float], code: Words, year: Years) -> Floats:
    keys = zip(code.tolist(), year.tolist(), strict=True)
    return np.asarray([values.get(key, np.nan) for key in keys], dtype=np.float64)


def _design(
    geography: Floats,
    unit_value: Floats,
    code: Words,
    year: Years,
    chapters: Sequence[str],
    years: Sequence[int],
) -> Floats:
    """One row per flow; the first chapter and the first year are what others differ from."""
    chapter = code.astype("<U2")
    return np.column_stack([
        np.ones(len(code)), geography, unit_value,
        *((chapter == one).astype(np.float64) for one in chapters[1:]),
        *((year == one).astype(np.float64) for one in years[1:]),
    ])  # fmt: skip


def _medians(chapter: Words, gap: Floats) -> dict[str, tuple[float, float]]:
    """Median of ln(M/X) and its standard error, by chapter and for all, where pairs are enough."""
    groups = {ALL: gap} | {one: gap[chapter == one] for one in np.unique(chapter).tolist()}
    return {
        name: (float(np.median(gaps)), MEDIAN_ERROR * mad_scale(gaps) / np.sqrt(len(gaps)))
        for name, gaps in groups.items()
        if len(gaps) >= LEAST_FOR_MEDIAN
    }
