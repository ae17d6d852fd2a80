"""`monazite trade load` as a whole process, in turn with the same work in DuckDB by hand.

The rival reads the same file, turns doubles into decimals and writes Parquet by year. It checks
nothing, rejects nothing, and names no country.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from benchmarks.measuring import MONAZITE, Result, Run, in_turn, median, python, report, run, spread

_RUNS = 5
_SECONDS = 2


def measure() -> list[Result]:
    """The 1,264,888 rows as one Parquet table through a mapping, and as CEPII's folder."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        run(python("-m", "benchmarks.trade_tables", str(here / "table")))
        run(python("-m", "benchmarks.trade_tables", str(here / "baci"), "--folder"))
        mapped = ("--mapping", str(here / "table.yaml"), str(here / "table.parquet"))
        return [
            _measured("load 1.26 M rows of BACI, Parquet", here, mapped, here / "table.parquet"),
            _measured("load 1.26 M rows of BACI, 30 CSV files", here, (str(here / "baci"),), None),
        ]


def _measured(name: str, here: Path, words: tuple[str, ...], rival: Path | None) -> Result:
    """Wall time of a load into an empty store, with the ratio to the rival where there is one."""
    store, made = here / "store", here / "rival"
    ours: list[Run] = []

    def load() -> float:
        shutil.rmtree(store, ignore_errors=True)
        ours.append(run((MONAZITE, "trade", "load", *words, "--store", str(store), "--json")))
        return ours[-1].seconds

    def by_hand() -> float:
        shutil.rmtree(made, ignore_errors=True)
        return run(python("-m", "benchmarks.rivals.load_duckdb", str(rival), str(made))).seconds

    if rival is None:
        (taken,) = in_turn(_RUNS, load)
        ratio = ""
    else:
        taken, theirs = in_turn(_RUNS, load, by_hand)
        ratio = f"{median(taken) / median(theirs):.1f} × DuckDB by hand ({median(theirs):.2f} s)"
    peak = median([one.peak_gb for one in ours])
    return Result(
        name, median(taken), "s", _SECONDS, ratio, (spread(taken, "s"), f"peak {peak:.2f} GB")
    )


if __name__ == "__main__":
    report(measure)
