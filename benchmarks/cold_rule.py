"""`monazite rule` from nothing to the last line on the screen: the whole process."""

from __future__ import annotations

import tempfile

from benchmarks.measuring import RULE, Result, median, report, run, spread

_RUNS = 9
_FIRST_RUNS = 3


def measure() -> list[Result]:
    """With the law compiled, as always but once; and the very first time, which compiles it."""
    run(RULE)
    seconds = [run(RULE).seconds for _ in range(_RUNS)]
    first = [_first_ever() for _ in range(_FIRST_RUNS)]
    return [
        Result("monazite rule, cold", median(seconds), "s", 1, notes=(spread(seconds, "s"),)),
        Result(
            "monazite rule, first ever (compiles the law)",
            median(first),
            "s",
            notes=(spread(first, "s"),),
        ),
    ]


def _first_ever() -> float:
    with tempfile.TemporaryDirectory() as empty:
        return run(RULE, {"MONAZITE_CACHE": empty}).seconds


if __name__ == "__main__":
    report(measure)
