"""A table 20 times as large: what loading and answering hold in memory."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.measuring import MONAZITE, Result, Run, python, report, run

COPIES = 20
_PEAK_GB = 1.5


def measure() -> list[Result]:
    """Peak memory and wall time of the load of 25.3 M rows and of a question to them."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        make = ("-m", "benchmarks.trade_tables", str(here / "table"), "--copies", str(COPIES))
        run(python(*make))
        store = ("--store", str(here / "store"))
        words = ("--mapping", str(here / "table.yaml"), str(here / "table.parquet"))
        loaded = run((MONAZITE, "trade", "load", *words, *store, "--json"))
        asked = run((MONAZITE, "trade", "supply", "250007", *store, "--json"))
    return [
        _peak("load 25.3 M rows, peak", loaded),
        _peak("answer over 25.3 M rows, peak", asked),
    ]


def _peak(name: str, taken: Run) -> Result:
    return Result(name, taken.peak_gb, "GB", _PEAK_GB, "", (f"{taken.seconds:.2f} s",))


if __name__ == "__main__":
    report(measure)
