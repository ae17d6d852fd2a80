"""The process in which `indicators_all` and `geopolrisk_all` take their times; prints JSON.

`python -m benchmarks.indicators_timed table|geopolrisk STORE COPIES RUNS`
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
from benchmarks.measuring import in_turn, seconds_of
from benchmarks.trade_tables import TABLE

from monazite.trade.flows.cells import cells
from monazite.trade.flows.engine import engine
from monazite.trade.flows.slices import current
from monazite.trade.flows.store import Store
from monazite.trade.indicators.geopolrisk import geopolrisk
from monazite.trade.indicators.governance import side_table
from monazite.trade.indicators.keys import production_by_code
from monazite.trade.indicators.table import indicator_table
from monazite.trade.indicators.unit_values import unit_values
from monazite.trade.packaged import tables

if TYPE_CHECKING:
    from collections.abc import Callable

    import ibis.expr.types as ir
    import pyarrow as pa

    from monazite.trade.flows.engine import Engine

YEARS = range(2018, 2025)
_RIVAL = """
SELECT reporter AS exporter, partner AS importer, code, year, SUM(mass_kg), SUM(value_usd)
FROM read_parquet({files}, hive_partitioning = true) GROUP BY ALL
"""
_PAIRS = """
SELECT commodity, CAST(250000 + 7 * place AS VARCHAR) AS code
FROM (
  SELECT hs6, DENSE_RANK() OVER (ORDER BY hs6, copy) AS place
  FROM (SELECT DISTINCT hs6 FROM '{table}'), range({copies}) AS copies(copy)
)
JOIN materials ON materials.code = hs6 WHERE in_geopolrisk = 'yes'
"""


def sides(here: Engine, copies: int) -> tuple[ir.Table, ir.Table]:
    """Packaged production under the codes of the copies (`trade_tables`), and governance."""
    con = duckdb.connect()
    con.register("materials", tables.materials())
    pairs = con.sql(_PAIRS.format(table=TABLE, copies=copies)).to_arrow_table()
    made = production_by_code(here.table(tables.production()), here.table(pairs))
    return made, side_table(here.table(tables.governance()))


def table(folder: Path, copies: int, runs: int) -> dict[str, Any]:
    """The seconds of the rival, of all indicators and of robust unit values, in turn."""
    here, selected = engine("duckdb"), current(Store(folder))
    flows = selected.table(here)
    made, governed = sides(here, copies)

    def read(sql: str) -> int:
        return sum(batch.num_rows for batch in here.backend.con.sql(sql).to_arrow_reader())

    def rival() -> int:
        return read(_RIVAL.format(files=[str(file) for file in selected.files]))

    def ours() -> int:
        found = indicator_table(cells(flows, annual_only=True), made, governed)
        return read(here.backend.compile(found))

    def outliers() -> int:
        return sum(batch.num_rows for batch in unit_values(here, flows))

    works: dict[str, Callable[[], int]] = {
        "rival": rival, "table": ours, "unit values": outliers,
    }  # fmt: skip
    rows = {name: work() for name, work in works.items()}
    taken = in_turn(runs, *(_timing(work) for work in works.values()))
    return {"seconds": dict(zip(works, taken, strict=True)), "rows": rows}


def risk(folder: Path, copies: int, runs: int) -> dict[str, Any]:
    """The seconds of GeoPolRisk from building the expression to its answer, the first run apart."""
    here = engine("duckdb")
    flows = current(Store(folder)).table(here)

    def scores() -> pa.Table:
        wanted = cells(flows, years=YEARS, annual_only=True)
        return here.arrow(geopolrisk(wanted, *sides(here, copies)))

    first = seconds_of(scores)
    taken = [seconds_of(scores) for _ in range(runs)]
    found = scores()
    held = found.num_rows - found["score"].null_count
    return {"first": first, "seconds": taken, "rows": found.num_rows, "scores": held}


def _timing(work: Callable[[], int]) -> Callable[[], float]:
    return lambda: seconds_of(work)


if __name__ == "__main__":
    what, store, copies, runs = sys.argv[1:]
    timed = {"table": table, "geopolrisk": risk}[what]
    print(json.dumps(timed(Path(store), int(copies), int(runs))))
