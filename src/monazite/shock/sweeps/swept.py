"""What a sweep found, variation by variation: percentiles of every figure over its draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from monazite.shock.results.ran import Assumption, Ran

if TYPE_CHECKING:
    from monazite.shock.runs.bands import Bands
    from monazite.shock.sweeps.sweep import Sweep


@dataclass(frozen=True, slots=True)
class Figure:
    """Percentiles of a figure among the draws that have it, null where none has; how many have."""

    p5: float | None
    p50: float | None
    p95: float | None
    draws: int


@dataclass(frozen=True, slots=True)
class Variation:
    """One variation: the values of what varies, by path, and its figures by name."""

    values: dict[str, str]
    figures: dict[str, Figure]


@dataclass(frozen=True, slots=True)
class Swept(Ran):
    """All variations; the head is of the scenario as it stands, nothing varied.

    title: in English and Chinese; sweep: the hash of what was asked and of all that it rests on;
    units: of the figures, by name.
    """

    title: dict[str, str]
    kind: Literal["grid", "sample"]
    sweep: str
    paths: tuple[str, ...]
    scenarios: int
    units: dict[str, str]
    variations: tuple[Variation, ...]


def swept(found: Sweep) -> Swept:
    """The percentiles, read once through the folder; InputError field "out" where one is torn."""
    asked, bands = found.manifest, found.bands(found.names)
    head = {**asked.ran, "assumed": tuple(Assumption(**one) for one in asked.ran["assumed"])}
    rows = tuple(
        Variation(dict(values), {name: _figure(bands[name], at) for name in found.names})
        for at, values in enumerate(found.variations)
    )
    en, zh = asked.title
    return Swept(
        **head, title={"en": en, "zh": zh}, kind=asked.kind, sweep=asked.sweep, paths=asked.paths,
        scenarios=asked.plan.scenarios, units=dict(asked.columns), variations=rows,
    )  # fmt: skip


def _figure(found: Bands, at: int) -> Figure:
    low, middle, high = (_number(column[at]) for column in found[:3])
    return Figure(low, middle, high, int(found.known[at]))


def _number(value: float) -> float | None:
    """Eight digits: what is behind them float32 never held."""
    return float(f"{value:.8g}") if np.isfinite(value) else None
