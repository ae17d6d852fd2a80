"""Reconciliation: one figure of two reports, each weighed by how reliable its reporter is.

Quantities come before values: masses bear no freight, so a gap of masses is a gap of reports. The
absolute gaps |ln(M/X)| are decomposed into effects of exporter, importer, chapter and year; what
goes with a reporter is its unreliability, and the figure is w X + (1 - w) M with weights inverse
to its square (Gaulier & Zignago, BACI, CEPII working paper 2010-23, sections 2.3 and 2.4; the
squares are ours). Values are compared at the exporter's border: M / (1 + freight).
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from monazite.trade.mirror import freight, observations
from monazite.trade.mirror.effects import additive
from monazite.trade.mirror.observations import log_ratio

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from numpy.typing import NDArray

    from monazite.trade.flows.engine import Engine
    from monazite.trade.mirror.freight import Freight
    from monazite.trade.mirror.observations import Matched

    Floats = NDArray[np.float64]
    Words = NDArray[np.str_]

SHRINK = 5.0
"""A reporter with few pairs is drawn to the mean, as if it had five more pairs like the mean."""
LEAST_SHARE = 0.1
"""No reporter is taken to be better than a tenth of the mean gap."""
LEAST_PAIRS = 30


@dataclass(frozen=True, slots=True)
class Reliability:
    """How far each reporter's figures lie from its partners', in |ln| attributed to its side.

    `exporter` and `importer` hold one number per reporter (ISO3); one that was not seen has
    `mean`, half of the mean absolute gap. `pairs` counts what they rest on; with fewer than 30,
    nothing is told apart and both sides weigh the same.
    """

    exporter: dict[str, float]
    importer: dict[str, float]
    mean: float
    pairs: int

    def weight(self, exporter: Words, importer: Words) -> Floats:
        """The exporter's weight w in each pair, between 0 and 1."""
        x = np.asarray([self.exporter.get(one, self.mean) for one in exporter.tolist()])
        m = np.asarray([self.importer.get(one, self.mean) for one in importer.tolist()])
        total = x**2 + m**2
        return np.where(total > 0, m**2 / np.where(total > 0, total, 1.0), 0.5)


@dataclass(frozen=True, slots=True)
class Reconciled:
    """One figure for every pair, and what its two reports differ in.

    `gap_mass`, `gap_value` (at the exporter's border) and `gap_unit_value` are ln(M/X); the third
    is the second less the first. NaN where unknown. A side that is alone is taken as it is, and
    its weight is 1 or 0.
    """

    mass_kg: Floats
    value_fob_usd: Floats
    weight_mass: Floats
    weight_value: Floats
    gap_mass: Floats
    gap_value: Floats
    gap_unit_value: Floats


def reliability(matched: Matched, gap: Floats) -> Reliability:
    """The reliability of reporters from the gaps ln(M/X) of their pairs; NaN rows are left out."""
    known = np.isfinite(gap)
    size = np.abs(gap[known])
    if len(size) < LEAST_PAIRS:
        return Reliability({}, {}, float(np.mean(size) / 2) if len(size) else 0.0, len(size))
    kept = matched.where(known)
    factors = (kept.exporter, kept.importer, kept.chapter, kept.year.astype(np.str_))
    found = additive(size, factors, shrink=SHRINK)
    half = found.mean / 2
    exporter, importer = (
        {name: max(half + effect, LEAST_SHARE * half) for name, effect in found.of(side).items()}
        for side in (0, 1)
    )
    return Reliability(exporter, importer, half, len(size))


def reconciled(engine: Engine, pairs: ir.Table) -> pa.Table:
    """Reconcile every pair of `pairs.pairs` of which a side gives an amount.

    Returns:
        An Arrow table: `exporter, importer, year, code`, the columns of `Reconciled` and
        `freight`, `freight_low`, `freight_high`, `freight_basis`, `freight_reason`; NULL where
        unknown.
    """
    model = freight.fit(observations.matched(engine, pairs))
    rows = observations.fetched(engine, pairs)
    rate = model.predict(rows.exporter, rows.importer, rows.code, rows.year)
    found = reconcile(rows, rate)
    words = {"exporter": rows.exporter, "importer": rows.importer, "code": rows.code}
    numbers = {one.name: getattr(found, one.name) for one in fields(found)} | {
        "freight": rate.rate, "freight_low": rate.low, "freight_high": rate.high,
    }  # fmt: skip
    return pa.table(
        {name: pa.array(column, pa.string()) for name, column in words.items()}
        | {"year": pa.array(rows.year, pa.int32())}
        | {name: pa.array(column, from_pandas=True) for name, column in numbers.items()}
        | {"freight_basis": rate.basis.tolist(), "freight_reason": rate.reason.tolist()}
    )


def reconcile(pairs: Matched, rate: Freight) -> Reconciled:
    """Reconcile masses, then values net of freight; both from the pairs' own reliability."""
    fob = pairs.value_importer_usd / (1.0 + rate.rate)
    gap_mass = pairs.mass_gap
    gap_value = log_ratio(fob, pairs.value_exporter_usd)
    mass, weight_mass = _weighed(pairs, pairs.mass_exporter_kg, pairs.mass_importer_kg, gap_mass)
    value, weight_value = _weighed(pairs, pairs.value_exporter_usd, fob, gap_value)
    return Reconciled(
        mass_kg=mass,
        value_fob_usd=value,
        weight_mass=weight_mass,
        weight_value=weight_value,
        gap_mass=gap_mass,
        gap_value=gap_value,
        gap_unit_value=gap_value - gap_mass,
    )


def _weighed(pairs: Matched, x: Floats, m: Floats, gap: Floats) -> tuple[Floats, Floats]:
    """The mean w x + (1 - w) m; the side that is known where only one is."""
    weight = reliability(pairs, gap).weight(pairs.exporter, pairs.importer)
    weight = np.where(np.isnan(m), 1.0, np.where(np.isnan(x), 0.0, weight))
    weight = np.where(np.isnan(x) & np.isnan(m), np.nan, weight)
    return weight * np.nan_to_num(x) + (1 - weight) * np.nan_to_num(m), weight
