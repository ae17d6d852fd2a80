"""A manifest of a million lines of which no two say the same, in turn with the rival."""

from __future__ import annotations

from benchmarks.manifest import Sizes, measure_manifest
from benchmarks.measuring import Result, report

SIZES = Sizes(lines=1_000_000, distinct=1_000_000)


def measure() -> list[Result]:
    """Wall time and peak memory of `monazite rule --manifest`, from file to files."""
    return measure_manifest(SIZES, seconds=25, peak_gb=3)


if __name__ == "__main__":
    report(measure)
