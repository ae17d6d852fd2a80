"""Cases of patterns between two sides' statistics: compact lines as flows, asked as the command asks."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from monazite.trade.flows.engine import engine as engine_of
from monazite.trade.mirror.controls import Control
from monazite.trade.questions import Trade
from monazite.watch.patterns.trade import trade_leads
from support.trade_tables import flow_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.trade.flows.engine import Engine
    from monazite.trade.mirror.panel import Panel
    from monazite.watch.patterns.found import Found

CODE = "282580"
TODAY = date(2026, 6, 1)


def found(case: dict[str, Any]) -> Found:
    """The leads of the rule of a case."""
    rows = list(_rows(case))
    trade = Trade(_engine(), flow_table(_engine(), rows))
    controls = [_control(case["control"])] if "control" in case else []
    rerouted = [row for one in controls if one.target for row in _rerouted(trade, one)]
    leads = trade.leads(CODE, controls=controls)
    return trade_leads(leads, rerouted, on=TODAY, only=[case["rule"]])


def _control(stated: dict[str, str]) -> Control:
    first = date.fromisoformat(stated["date"])
    return Control("a ban", (CODE,), stated["exporter"], stated.get("target"), first)


def _rerouted(trade: Trade, control: Control) -> Iterator[dict[str, Any]]:
    ends = {"origin": control.exporter, "target": str(control.target)}
    for row in trade.rerouting(CODE, months=True, **ends).rows():
        if row["quarter"] >= "2025-Q1":
            yield {**row, **ends}


def _rows(case: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The lines of a case, month by month or year by year, masses within a tenth."""
    rng = np.random.default_rng(1)
    for reporter, direction, partner, *span, kg in case["flows"]:
        for period in _periods(*map(str, span)):
            mass = kg * rng.uniform(0.95, 1.05) if "-" in period else kg
            yield _flow(reporter, direction, partner, period, mass, case.get("usd_kg", 10) * mass)


def _flow(
    reporter: str, direction: str, partner: str, period: str, mass_kg: float, usd: float
) -> dict[str, Any]:
    return {
        "reporter": reporter, "direction": direction, "partner": partner, "mass_kg": mass_kg,
        "value_usd": usd, "period": period, "year": int(period[:4]),
        "frequency": "M" if "-" in period else "A", "code": CODE, "nomenclature": "HS22",
    }  # fmt: skip


def _periods(first: str, last: str = "") -> Iterator[str]:
    if not last:
        yield first
        return
    start, end = (int(each[:4]) * 12 + int(each[5:]) - 1 for each in (first, last))
    for number in range(start, end + 1):
        yield f"{number // 12}-{number % 12 + 1:02d}"


def panel_rows(panel: Panel, target: str = "USA") -> Iterator[dict[str, Any]]:
    """The flows of a simulated panel as both ends report them, month by month."""
    legs = [("CHN", "export", target, panel.direct)]
    for at, third in enumerate(panel.thirds):
        legs.append(("CHN", "export", third, panel.inward[at]))
        legs.append((target, "import", third, panel.outward[at]))
    for reporter, direction, partner, masses in legs:
        for number, mass in zip(panel.months.tolist(), masses.tolist(), strict=True):
            if mass:
                period = f"{number // 12}-{number % 12 + 1:02d}"
                yield _flow(reporter, direction, partner, period, mass, 10 * mass)


def ways(panel: Panel, control: Control) -> dict[str, float]:
    """By third country, the score of its lead; every lead of rule B7 is in."""
    trade = Trade(_engine(), flow_table(_engine(), panel_rows(panel)))
    leads = trade.leads(panel.code, controls=[control])
    settings = {"B7": {"least_score": "0"}}
    every = trade_leads(leads, on=TODAY, only=["B7"], settings=settings).leads
    return {lead.subject[1].split(">")[1]: lead.score for lead in every}


@lru_cache(maxsize=1)
def _engine() -> Engine:
    return engine_of("duckdb")
