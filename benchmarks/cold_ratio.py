"""A cold `monazite rule` against a bare start of the interpreter, in turn in one run."""

from __future__ import annotations

from benchmarks.measuring import RULE, Result, in_turn, median, python, report, run

_RUNS = 15


def measure() -> list[Result]:
    """The ratio of the medians, of pairs measured one after the other."""
    bare_command = python("-c", "pass")
    run(RULE)
    ours, bare = in_turn(_RUNS, lambda: run(RULE).seconds, lambda: run(bare_command).seconds)
    ratio = median(ours) / median(bare)
    told = f"{median(ours):.3f} s against {median(bare):.3f} s, medians of {_RUNS} pairs"
    return [Result("monazite rule, cold, to a bare interpreter", ratio, "×", 25, notes=(told,))]


if __name__ == "__main__":
    report(measure)
