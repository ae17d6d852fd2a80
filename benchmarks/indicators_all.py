"""Every indicator of every country, code and year, in turn with one GROUP BY in DuckDB by hand.

The rival groups the same rows of the same Parquet files by exporter, importer, code and year with
two exact sums; both end when their last row was read. Robust unit values are measured apart. The
table 20 times as large has 20 times the codes.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.measuring import MONAZITE, Result, median, python, report, run, spread
from benchmarks.trade_tables import write_table

_COPIES = 20
_RUNS, _LARGE_RUNS = 7, 3
_MOST = {"table": 6, "unit values": 2}
_DRIFT = 0.3


def measure() -> list[Result]:
    """The ratios at 1.26 M rows, and how far they drift at 25.3 M."""
    with tempfile.TemporaryDirectory() as folder:
        small = _taken(Path(folder) / "small", 1, _RUNS)
        large = _taken(Path(folder) / "large", _COPIES, _LARGE_RUNS)
    at_rest = [_ratio_told(name, small) for name in _MOST]
    return [*at_rest, *(_drift(name, small, large) for name in _MOST)]


def _taken(here: Path, copies: int, runs: int) -> dict[str, Any]:
    """The times at a table of so many copies, and the peak of the process that took them."""
    here.mkdir()
    write_table(here / "table", copies)
    store = str(here / "store")
    words = ("--mapping", str(here / "table.yaml"), str(here / "table.parquet"))
    run((MONAZITE, "trade", "load", *words, "--store", store, "--json"))
    taken = run(python("-m", "benchmarks.indicators_timed", "table", store, str(copies), str(runs)))
    found: dict[str, Any] = json.loads(taken.printed)
    return {**found, "peak_gb": taken.peak_gb}


def _ratio(name: str, found: dict[str, Any]) -> float:
    own, rival = (median(found["seconds"][one]) for one in (name, "rival"))
    return float(own / rival)


def _ratio_told(name: str, found: dict[str, Any]) -> Result:
    own, rival = found["seconds"][name], median(found["seconds"]["rival"])
    notes = (
        f"{found['rows'][name]:,} rows, {spread(own, 's')}",
        f"peak {found['peak_gb']:.2f} GB of the process, the rival's included",
    )
    return Result(
        f"all indicators, 1.26 M rows: {name}", _ratio(name, found), "×", _MOST[name],
        f"{median(own):.2f} s to one GROUP BY's {rival:.2f} s", notes,
    )  # fmt: skip


def _drift(name: str, small: dict[str, Any], large: dict[str, Any]) -> Result:
    ratio = _ratio(name, large)
    drift = abs(ratio / _ratio(name, small) - 1)
    own, rival = (median(large["seconds"][one]) for one in (name, "rival"))
    told = f"{ratio:.2f} ×: {own:.1f} s to {rival:.1f} s"
    peak = f"peak {large['peak_gb']:.1f} GB of the process, the rival's included"
    return Result(f"drift at 25.3 M rows: {name}", drift, "of it", _DRIFT, told, (peak,))


if __name__ == "__main__":
    report(measure)
