"""`monazite rule --manifest` as a whole process, in turn with the same join in DuckDB."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import MONAZITE, Result, Run, in_turn, median, python, run, spread

_RUNS = 3


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many lines, and how many different statements they make."""

    lines: int
    distinct: int


def measure_manifest(sizes: Sizes, *, seconds: float, peak_gb: float) -> list[Result]:
    """Time and memory of ours, with the ratio to the rival and whether the two agree."""
    with tempfile.TemporaryDirectory() as folder:
        manifest, ours, rival = (
            Path(folder) / name for name in ("manifest.parquet", "ours.parquet", "rival.parquet")
        )
        tables = Path(folder) / "law"
        run(
            python(
                "-m", "benchmarks.manifests", str(manifest),
                "--lines", str(sizes.lines), "--distinct", str(sizes.distinct),
            )
        )  # fmt: skip
        run(python("-m", "benchmarks.rivals.law_tables", str(tables)))
        rule = (MONAZITE, "rule", "--manifest", str(manifest), "--out", str(ours), "--json")
        join = python(
            "-m", "benchmarks.rivals.manifest_duckdb", str(manifest), str(tables), str(rival)
        )
        runs, rivals = _pairs(rule, join)
        compared = json.loads(
            run(python("-m", "benchmarks.rivals.agree", str(ours), str(rival))).printed
        )
        rulings = json.loads(runs[0].printed)["distinct_rulings"]
    return _results(sizes, runs, rivals, seconds, peak_gb, (_told(rulings, compared),))


def _pairs(rule: tuple[str, ...], join: tuple[str, ...]) -> tuple[list[Run], list[Run]]:
    ours: list[Run] = []
    rivals: list[Run] = []

    def take(runs: list[Run], command: tuple[str, ...]) -> float:
        runs.append(run(command))
        return runs[-1].seconds

    in_turn(_RUNS, lambda: take(ours, rule), lambda: take(rivals, join))
    return ours, rivals


def _told(rulings: int, compared: dict[str, int]) -> str:
    return (
        f"{rulings:,} distinct rulings; outcomes as the rival's on {compared['same']:,} of "
        f"{compared['lines']:,} lines, {compared['determined']:,} disagreements where determined"
    )


def _results(
    sizes: Sizes,
    runs: list[Run],
    rivals: list[Run],
    seconds: float,
    peak_gb: float,
    notes: tuple[str, ...],
) -> list[Result]:
    name = f"manifest of {sizes.lines:,} lines, {sizes.distinct:,} distinct"
    taken, theirs = [r.seconds for r in runs], [r.seconds for r in rivals]
    wall, held = median(taken), median([r.peak_gb for r in runs])
    ratio = f"{wall / median(theirs):.1f} × DuckDB by hand ({median(theirs):.2f} s)"
    memory = f"{held / median([r.peak_gb for r in rivals]):.1f} × DuckDB by hand"
    return [
        Result(name, wall, "s", seconds, ratio, (spread(taken, "s"), *notes)),
        Result(f"{name}, peak", held, "GB", peak_gb, memory),
    ]
