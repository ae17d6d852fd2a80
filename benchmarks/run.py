"""Every headline number, each measured in its own process, as one table.

`python benchmarks/run.py [NAME …]`; the exit code is 0 whether or not a target is met.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
BENCHMARKS = (
    "import_law", "one_ruling", "cold_rule", "cold_ratio", "manifest_repeated", "manifest_distinct",
    "trade_load", "trade_scale", "geopolrisk_all", "indicators_all", "chain_world",
    "chain_balance", "chain_shares", "chain_chokepoints", "shock_sweep", "response",
    "shock_sweep_killed",
    "watch_parcels", "watch_blocking", "watch_screening", "watch_targeting", "watch_ownership",
    "desk_chain", "desk_verify", "desk_filing", "desk_pages", "desk_figures", "desk_ledger",
    "desk_manifest", "desk_statistics", "desk_clearance",
)  # fmt: skip
_HEAD = ("name", "measured", "at most", "ratio", "")


def main(names: list[str]) -> None:
    """Measure what is named, or everything, and print it."""
    before = _load()
    results = [result for name in names or BENCHMARKS for result in _measure(name)]
    rows = [_HEAD, *(_row(result) for result in results)]
    widths = [max(len(row[n]) for row in rows) for n in range(len(_HEAD))]
    for row in rows:
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        )
    for result in results:
        for note in result["notes"]:
            print(f"  {result['name']}: {note}")
    print(
        f"Medians. {os.cpu_count()} cores, {platform.machine()}, {platform.system()}, Python "
        f"{platform.python_version()}; load {before} before and {_load()} after."
    )


def _measure(name: str) -> list[dict[str, Any]]:
    print(f"measuring {name} …", file=sys.stderr)
    command = (sys.executable, "-m", f"benchmarks.{name}", "--json")
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    results: list[dict[str, Any]] = json.loads(done.stdout)
    return results


def _row(result: dict[str, Any]) -> tuple[str, ...]:
    limit = "" if result["target"] is None else f"{result['target']:g} {result['unit']}"
    measured = f"{result['measured']:.3g} {result['unit']}"
    return result["name"], measured, limit, result["ratio"], result["verdict"]


def _load() -> str:
    """How many processes wanted to run in the last minute, where the system tells."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


if __name__ == "__main__":
    main(sys.argv[1:])
