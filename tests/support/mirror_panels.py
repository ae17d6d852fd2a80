"""Simulated panels of mirror statistics, seeded: what is put in is known, so recovery can be judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from monazite.catalogue.distances import contiguous, distance_km
from monazite.trade.mirror.observations import Matched
from monazite.trade.mirror.panel import Panel

if TYPE_CHECKING:
    from numpy.typing import NDArray

FINE, ORE = ("281820", "283691", "810110", "284610"), ("260400", "261100", "261400", "260900")
"""Fine goods at tens of dollars a kilogram, ores at a dollar."""
PLACES = (
    "CHN", "JPN", "KOR", "USA", "DEU", "FRA", "GBR", "CAN", "MEX", "BRA", "CHL", "AUS", "IND",
    "VNM", "THA", "ZAF", "KAZ", "RUS", "POL", "AUT", "BOL", "MNG", "TUR", "ESP",
)  # fmt: skip


def true_freight(exporter: str, importer: str, code: str) -> float:
    """ln(1 + freight): dear over long ways and for cheap goods; near .05 and .22 at 8,000 km."""
    km = distance_km(exporter, importer) or 1.0
    base = 0.22 if code in ORE else 0.05
    border = -0.02 if contiguous(exporter, importer) else 0.0
    return max(float(base * (km / 8_000) ** 0.3) + border, 0.0)


def freight_panel(
    seed: int, rows: int = 4_000, noise: float = 0.1, misreported: float = 0.05
) -> tuple[Matched, NDArray[np.float64]]:
    """Matched pairs with freight, noise of t(3) and gross misreports; with the true ln(1 + rate)."""
    rng = np.random.default_rng(seed)
    ends = rng.permuted(np.tile(np.arange(len(PLACES)), (rows, 1)), axis=1)[:, :2]
    exporter, importer = (np.asarray(PLACES)[ends[:, side]] for side in (0, 1))
    code = rng.choice(np.asarray(FINE + ORE), rows)
    freight = np.asarray(
        [true_freight(*flow) for flow in zip(exporter, importer, code, strict=True)]
    )
    ore = np.isin(code, ORE)
    unit_value = np.exp(rng.normal(np.where(ore, 0.0, 3.0), 0.2))
    mass = np.exp(rng.normal(11.0, 1.0, rows))
    lie = np.where(rng.random(rows) < misreported, rng.normal(0.0, 1.5, rows), 0.0)
    mass_noise = rng.normal(0.0, 0.03, rows)
    return (
        Matched(
            exporter=exporter, importer=importer, code=code, year=rng.integers(2018, 2023, rows),
            mass_exporter_kg=mass, mass_importer_kg=mass * np.exp(lie + mass_noise),
            value_exporter_usd=mass * unit_value,
            value_importer_usd=mass * unit_value * np.exp(freight + lie + noise * rng.standard_t(3, rows)),
        ),
        freight,
    )  # fmt: skip


def reporter_panel(
    seed: int, noise: dict[str, float], rows: int = 3_000
) -> tuple[Matched, NDArray[np.float64]]:
    """Pairs whose reporters err by their own ln noise on masses and values; with the true mass."""
    rng = np.random.default_rng(seed)
    names = np.asarray(sorted(noise))
    sd = np.asarray([noise[name] for name in names])
    ends = rng.permuted(np.tile(np.arange(len(names)), (rows, 1)), axis=1)[:, :2]
    mass = np.exp(rng.normal(10.0, 1.0, rows))
    said = [mass * np.exp(sd[ends[:, side]] * rng.standard_normal(rows)) for side in (0, 1)]
    return (
        Matched(
            exporter=names[ends[:, 0]], importer=names[ends[:, 1]],
            code=rng.choice(np.asarray(FINE), rows), year=rng.integers(2018, 2023, rows),
            mass_exporter_kg=said[0], mass_importer_kg=said[1],
            value_exporter_usd=20 * said[0], value_importer_usd=20 * said[1] * 1.08,
        ),
        mass,
    )  # fmt: skip


def tax_panel(
    seed: int, products: int = 1_600, noise: float = 1.6, b: float = 3.0, c: float = -1.5
) -> dict[str, Any]:
    """Products whose gap grows with their tax and falls with the tax of their kin (Fisman & Wei).

    Four products a heading; taxes spread by .15 within headings, as tariffs with a value-added tax.
    """
    rng = np.random.default_rng(seed)
    code = np.asarray([f"{2800 + n // 4:04d}{10 * (n % 4):02d}" for n in range(products)])
    tax = np.repeat(rng.choice([0.1, 0.15, 0.2], products // 4), 4) + rng.uniform(0, 0.5, products)
    exported = np.exp(rng.normal(13.0, 1.5, products))
    weighed, rest = (
        np.repeat(each.reshape(-1, 4).sum(axis=1), 4) - each for each in (exported * tax, exported)
    )
    gap = 0.2 + b * tax + c * weighed / rest + rng.normal(0.0, noise, products)
    return {"code": code, "exported": exported, "imported": exported * np.exp(-gap), "tax": tax}


def gap_panel(
    seed: int, cells: int = 1_000, months: int = 12, noise: float = 0.2, injected: int = 20
) -> dict[str, Any]:
    """ln(M/X) of cells over months, with drivers and effects; from `injected` exporters 30 % is missing."""
    rng = np.random.default_rng(seed)
    codes = np.asarray([f"28{n:02d}10" for n in range(12)])
    every = [(x, m, k) for x in range(10) for m in range(10, 20) for k in range(len(codes))]
    chosen = rng.choice(len(every), cells, replace=False)
    x, m, k = np.asarray(every)[np.repeat(chosen, months)].T
    names = np.asarray(PLACES)
    km = np.log([distance_km(*pair) or 1.0 for pair in zip(names[x], names[m], strict=True)])
    effects = rng.normal(0, 0.2, 10)[x] + rng.normal(0, 0.2, 20)[m] + rng.normal(0, 0.2, 12)[k]
    suspect = np.repeat(np.arange(cells) < injected, months)
    errors = noise * rng.standard_t(5, cells * months)
    gap = 0.03 * km + effects + errors + np.log(1 / 0.7) * suspect
    return {
        "gap": gap, "drivers": km[:, None], "exporter": names[x], "importer": names[m],
        "code": codes[k], "suspect": suspect,
    }  # fmt: skip


THIRDS = tuple(f"T{number:02d}" for number in range(40))
CONTROL_MONTH, PANEL_MONTHS = 36, 60


def transshipment_panel(seed: int) -> tuple[Panel, NDArray[np.bool_]]:
    """One product's legs through 40 third countries: 6 % pass goods on, 39 % are decoys.

    Decoys have reasons of their own: demand at home (inward leg only), new production (outward
    leg only), growth of both legs since before the control, both legs but in different half-years,
    and single large shipments. The direct flow falls to a tenth at the control.
    """
    rng = np.random.default_rng(seed)
    months, after = np.arange(PANEL_MONTHS), np.arange(PANEL_MONTHS) >= CONTROL_MONTH
    kinds = rng.choice(["pass", "decoy", "plain"], len(THIRDS), p=[0.06, 0.39, 0.55])
    direct = 100_000.0 * rng.lognormal(0, 0.2, PANEL_MONTHS) * np.where(after, 0.1, 1.0)
    legs = []
    for kind in kinds:
        level = np.exp(rng.normal(8.5, 1.2, 2))
        pair = level[:, None] * rng.lognormal(0, 0.5, (2, PANEL_MONTHS))
        pair *= rng.random((2, PANEL_MONTHS)) > rng.choice([0.0, 0.3])
        if kind == "pass":
            _pass_on(rng, pair, months)
        elif kind == "decoy":
            _decoy(rng, pair, months)
        legs.append(pair)
    inward, outward = np.swapaxes(np.asarray(legs), 0, 1)
    return (
        Panel("282580", months + 24_000, THIRDS, inward, outward, direct),
        kinds == "pass",
    )


def _pass_on(
    rng: np.random.Generator, pair: NDArray[np.float64], months: NDArray[np.int64]
) -> None:
    """Goods of 5 to 25 % of the lost flow come in and go out up to two months later."""
    start, lag = CONTROL_MONTH + rng.integers(0, 7), rng.integers(0, 3)
    flow = (
        90_000.0 * rng.uniform(0.05, 0.25) * rng.lognormal(0, 0.6, len(months)) * (months >= start)
    )
    pair[0] += flow
    pair[1, lag:] += rng.uniform(0.8, 1.0) * flow[: len(months) - lag]


def _decoy(rng: np.random.Generator, pair: NDArray[np.float64], months: NDArray[np.int64]) -> None:
    """Growth that has nothing to do with the lost flow."""
    size = 90_000.0 * rng.uniform(0.05, 0.25) * rng.lognormal(0, 0.6, (2, len(months)))
    ramp = np.clip((months - 6) / (PANEL_MONTHS - 6), 0, 1)
    early, late = (months >= CONTROL_MONTH) & (months < 45), months >= 51
    match rng.integers(0, 5):
        case 0:
            pair[0] += size[0] * (months >= CONTROL_MONTH)
        case 1:
            pair[1] += size[1] * (months >= CONTROL_MONTH)
        case 2:
            pair += size * ramp
        case 3:
            pair[0] += size[0] * early
            pair[1] += size[1] * late
        case _:
            pair[:, rng.integers(CONTROL_MONTH, PANEL_MONTHS)] += 5 * size[:, 0]


def year_on_year(panel: Panel) -> NDArray[np.float64]:
    """The ratio of exports to the target in the year after the control to the year before."""
    year = panel.outward[:, CONTROL_MONTH : CONTROL_MONTH + 12].sum(axis=1)
    before = panel.outward[:, CONTROL_MONTH - 12 : CONTROL_MONTH].sum(axis=1)
    ratio: NDArray[np.float64] = year / np.maximum(before, 1.0)
    return ratio


def average_precision(score: NDArray[np.float64], truth: NDArray[np.bool_]) -> float:
    """Mean precision at every true positive, ranked by score."""
    hits = truth[np.argsort(-score, kind="stable")]
    return float(np.mean((np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits]))
