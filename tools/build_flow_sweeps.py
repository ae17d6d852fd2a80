"""Write docs/reference/patterns-of-trade.md: rules B2 to B8, and what they reach on made-up flows.

With --check it only compares. The flows are those of `watch/patterns/making/flows.py`.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from build_pattern_sweeps import section_of
from monazite.trade.flows.columns import FLOW_COLUMNS
from monazite.trade.flows.engine import engine
from monazite.trade.questions import Trade
from monazite.watch.patterns.making.flows import CODE, CONTROLS, make
from monazite.watch.patterns.trade import rules, trade_leads
from paged import paged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from monazite.trade.mirror.leads import Leads
    from monazite.watch.patterns.rule import Rule

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "patterns-of-trade.md"
SEEDS, TODAY = range(1, 5), date(2026, 6, 30)
HEAD = """# Rules that look at trade

Written by `tools/build_flow_sweeps.py`. They read the statistics of two sides
([Mirror statistics](../explanation/mirror-statistics.md)); how to read a lead is told in
[Patterns](../explanation/patterns.md).

**The figures below are of made-up statistics** (`monazite.watch.patterns.making.flows`, seeds
{first} to {last}: one good, three years, a ban, honest trade with decoys). They say how a rule
works and nothing of real trade. B6 is an upper bound at the level of countries and cannot tell
steady trade from goods passed on: its precision shows it. The same scores on the harder simulated
panel of 40 third countries a product, 6 % of which pass goods on, rank with an average precision
of .81 (B7). B3 and B8 are not measured here: `trade` tests their arithmetic.

The value in force is bold.
"""
Known = tuple["Leads", list[dict[str, Any]], "Mapping[str, set[str]]"]


@lru_cache(maxsize=1)
def worlds() -> tuple[Known, ...]:
    """What the questions answer on each seed, once."""
    return tuple(_asked(seed) for seed in SEEDS)


def _asked(seed: int) -> Known:
    world = make(seed)
    duckdb = engine("duckdb")
    rows = [_row(*row) for row in world.rows]
    table = pa.Table.from_pylist(rows, schema=FLOW_COLUMNS)
    trade = Trade(duckdb, duckdb.table(table, f"made_{seed}"))
    ban = CONTROLS[1]
    ends = {"origin": ban.exporter, "target": str(ban.target)}
    quarters = trade.rerouting(CODE, months=True, **ends).rows()
    since = [{**row, **ends} for row in quarters if row["quarter"] >= f"{ban.date.year}-Q1"]
    return trade.leads(CODE, controls=CONTROLS), since, world.planted


def _row(period: str, reporter: str, direction: str, partner: str, kg: float) -> dict[str, Any]:
    mass = Decimal(str(round(kg, 3)))
    return {
        "load": "made", "year": int(period[:4]), "frequency": "M", "period": period,
        "reporter": reporter, "partner": partner, "direction": direction, "nomenclature": "HS22",
        "code": CODE, "mass_kg": mass, "value_usd": 10 * mass, "currency": "USD",
        "basis": "reported", "source": "comtrade", "vintage": "2026-01-01", "file": "made",
        "row": 1,
    }  # fmt: skip


def reached(rule: str, settings: Mapping[str, str]) -> tuple[int, int, int, int]:
    """Leads, right ones, planted ones, found ones, over all seeds."""
    leads = right = planted = found = 0
    for known, rerouted, truth in worlds():
        own = trade_leads(known, rerouted, on=TODAY, only=[rule], settings={rule: settings}).leads
        ways = {next(each for each in lead.subject if ">" in each) for lead in own}
        true = truth.get(rule, set())
        leads, right = leads + len(ways), right + len(ways & true)
        planted, found = planted + len(true), found + len(ways & true)
    return leads, right, planted, found


def page() -> str:
    """The whole page."""
    parts = [HEAD.format(first=SEEDS[0], last=SEEDS[-1])]
    for rule in rules().values():
        parts.append("\n".join(section_of(rule)))
        if rule.precision:
            parts.append("\n".join(_swept(rule)))
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _swept(rule: Rule) -> Iterator[str]:
    yield "| parameter | value | leads | precision | found |\n|---|---|---|---|---|"
    for name, values in rule.sweep.items():
        for value in values:
            leads, right, planted, found = reached(rule.id, {name: value})
            shown = f"**{value}**" if value == rule.parameters[name][-1].value else value
            share = right / leads if leads else 1.0
            yield f"| `{name}` | {shown} | {leads} | {share:.2f} | {found / planted:.2f} |"


def main() -> int:
    """Run every rule at every value, and write the page."""
    return paged(PAGE, page())


if __name__ == "__main__":
    raise SystemExit(main())
