"""The gap on the export side: what partners receive of a country that restricts what it sends.

Formula B2: D = ln(M / (1 + freight)) - ln X, in masses where both sides give them (masses bear no
freight), else in values. A D that rises after a control and stays is consistent with exits that
the exporter did not record; materiality is the surplus (M - X) times the importer's price.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from monazite.trade.mirror.caveats import listed
from monazite.trade.mirror.controls import month_number
from monazite.trade.mirror.observations import floats, log_ratio, words
from monazite.trade.mirror.pairs import AMOUNTS, SILENT_SHARE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.trade.mirror.controls import Control
    from monazite.trade.mirror.freight import FreightModel

    Floats = NDArray[np.float64]

LARGEST = -float(np.log(SILENT_SHARE))
"""|D| where one side says nothing, or next to nothing: ln 100."""
UNFIT = {
    "orphan": "low_value_threshold", "ghost": "low_value_threshold", "matched": "time_not_covered",
}  # fmt: skip
"""By kind, the caveat with which a pair says nothing of a gap."""
LEAST_BEFORE, LEAST_AFTER = 3, 2
BEFORE_QUANTILE = 0.9


@dataclass(frozen=True, slots=True)
class ExportGap:
    """D of one importer and code before and after a control.

    `gap_before` and `gap_after` are medians of D; `persistence` is the share of periods after the
    control in which D lies above zero and above the 0.9 quantile of the periods before.
    `surplus_kg` is the sum of M - X after it over periods in which masses can be compared, and
    `surplus_usd` that times the median price at the importer (None where no price is known).
    `reason` is empty, or says why nothing can be said: too_few_before, too_few_after.
    """

    importer: str
    code: str
    periods_before: int
    periods_after: int
    gap_before: float | None
    gap_after: float | None
    persistence: float | None
    surplus_kg: float | None
    surplus_usd: float | None
    reason: str

    @property
    def consistent(self) -> bool:
        """Whether most periods after the control, and their sum, show a surplus of imports."""
        return (self.persistence or 0.0) > 0.5 and (self.surplus_kg or 0.0) > 0  # noqa: PLR2004 - most


def export_gaps(pairs: pa.Table, control: Control, freight: FreightModel) -> tuple[ExportGap, ...]:
    """The gaps of every importer of a control's codes (of its target alone, where it has one).

    Args:
        pairs: `pairs.pairs` of years or of months, fetched.
        control: the restriction, its exporter and its date.
        freight: for values, where masses are missing (`freight.fit`).
    """
    rows = pairs.filter(_meant(pairs, control))
    time = _time(rows)
    before, after = _sides_of(rows, time, control)
    gap, surplus, price = _gaps(rows, freight)
    keys = list(zip(rows["importer"].to_pylist(), rows["code"].to_pylist(), strict=True))
    found = []
    for key in sorted(set(keys)):
        own = np.asarray([one == key for one in keys]) & np.isfinite(gap)
        found.append(
            _judged(*key, gap[own & before], gap[own & after], surplus[own & after], price[own])
        )
    return tuple(found)


def _meant(pairs: pa.Table, control: Control) -> pa.ChunkedArray:
    """Which pairs are the controlled exporter's, of the codes and to the target."""
    codes = pc.is_in(pairs["code"], value_set=pa.array(control.codes, pa.string()))
    meant = pc.and_(codes, pc.equal(pairs["exporter"], control.exporter))
    if control.target is None:
        return meant
    return pc.and_(meant, pc.equal(pairs["importer"], control.target))


def _time(rows: pa.Table) -> Floats:
    """Years, or months counted from the year 0; NaN for joined months."""
    if "period" not in rows.column_names:
        return np.asarray(rows["year"].to_pylist(), dtype=np.float64)
    months = [month_number(period) for period in rows["period"].to_pylist()]
    return np.asarray([np.nan if one is None else one for one in months], dtype=np.float64)


def _sides_of(
    rows: pa.Table, time: Floats, control: Control
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which rows lie wholly before the control, and which wholly under it."""
    if "period" in rows.column_names:
        return time <= control.last_month_before, time >= control.first_month
    return time <= control.last_year_before, time >= control.first_year


def _gaps(rows: pa.Table, freight: FreightModel) -> tuple[Floats, Floats, Floats]:
    """D, M - X in kg, and the importer's price net of freight in USD/kg, for every row."""
    x_kg, m_kg, x_usd, m_usd = (floats(rows, name) for name in AMOUNTS)
    year = np.asarray(rows["year"].to_pylist(), dtype=np.int64)
    exporter, importer, code, kind = (
        words(rows, name) for name in ("exporter", "importer", "code", "kind")
    )
    net = m_usd / (1.0 + np.nan_to_num(freight.predict(exporter, importer, code, year).rate))
    by_mass = log_ratio(m_kg, x_kg)
    gap = np.where(np.isfinite(by_mass), by_mass, log_ratio(net, x_usd))
    gap = np.select([kind == "orphan", kind == "ghost"], [LARGEST, -LARGEST], gap)
    gap = np.where(_fit(rows), np.clip(gap, -LARGEST, LARGEST), np.nan)
    x_kg = np.where((kind == "orphan") & np.isnan(x_kg), 0.0, x_kg)
    m_kg = np.where((kind == "ghost") & np.isnan(m_kg), 0.0, m_kg)
    with np.errstate(divide="ignore", invalid="ignore"):
        price = net / m_kg
    return gap, m_kg - x_kg, np.where(np.isfinite(price), price, np.nan)


def _fit(rows: pa.Table) -> NDArray[np.bool_]:
    """Which pairs say something of a gap."""
    kinds, caveats = rows["kind"].to_pylist(), rows["caveats"].to_pylist()
    return np.asarray(
        [
            kind in UNFIT and UNFIT[kind] not in listed(text)
            for kind, text in zip(kinds, caveats, strict=True)
        ],
        dtype=np.bool_,
    )


def _judged(
    importer: str, code: str, before: Floats, after: Floats, surplus: Floats, price: Floats
) -> ExportGap:
    """What the periods before and after a control say of one importer and code."""
    reason = ""
    if len(before) < LEAST_BEFORE:
        reason = "too_few_before"
    elif len(after) < LEAST_AFTER:
        reason = "too_few_after"
    counts = (importer, code, len(before), len(after))
    if reason:
        return ExportGap(*counts, None, None, None, None, None, reason)
    usual = max(0.0, float(np.quantile(before, BEFORE_QUANTILE)))
    known, priced = surplus[np.isfinite(surplus)], price[np.isfinite(price)]
    kg = float(known.sum()) if len(known) else None
    usd = kg * float(np.median(priced)) if kg is not None and len(priced) else None
    return ExportGap(
        *counts,
        gap_before=float(np.median(before)),
        gap_after=float(np.median(after)),
        persistence=float(np.mean(after > usual)),
        surplus_kg=kg,
        surplus_usd=usd,
        reason="",
    )
