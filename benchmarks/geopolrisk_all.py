"""GeoPolRisk of every country and code for seven years: the query's time, the process's peak.

geopolrisk-py 2.0.1 takes 779 s for one year (measured once, 2 cores, 2.3 GB).
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from benchmarks.measuring import MONAZITE, Result, median, python, report, run, spread
from benchmarks.trade_tables import write_table

_RUNS = 7
_SECONDS, _PEAK_GB = 1, 0.5
_PEER_SECONDS = 779 * 7


def measure() -> list[Result]:
    """The median query, the first one of a process, and the peak memory of it all."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        write_table(here / "table", 1)
        store = str(here / "store")
        words = ("--mapping", str(here / "table.yaml"), str(here / "table.parquet"))
        run((MONAZITE, "trade", "load", *words, "--store", store, "--json"))
        asked = ("-m", "benchmarks.indicators_timed", "geopolrisk", store, "1", str(_RUNS))
        taken = run(python(*asked))
    found = json.loads(taken.printed)
    seconds = median(found["seconds"])
    peer = f"{_PEER_SECONDS / seconds:,.0f} × as fast as geopolrisk-py 2.0.1"
    told = (
        f"{found['rows']:,} rows, {found['scores']:,} with a score, the others with a reason",
        spread(found["seconds"], "s"),
    )
    return [
        Result("GeoPolRisk, countries × codes × 7 years", seconds, "s", _SECONDS, peer, told),
        Result("GeoPolRisk, the first of a process", found["first"], "s", _SECONDS),
        Result("GeoPolRisk, peak of the process", taken.peak_gb, "GB", _PEAK_GB),
    ]


if __name__ == "__main__":
    report(measure)
