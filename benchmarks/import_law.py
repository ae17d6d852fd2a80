"""`import monazite.law` in a fresh interpreter: the whole process, nothing taken off."""

from __future__ import annotations

from benchmarks.measuring import Result, median, python, report, run, spread

_RUNS = 15


def measure() -> list[Result]:
    """The median of whole processes that import and end."""
    command = python("-c", "import monazite.law")
    run(command)
    seconds = [run(command).seconds for _ in range(_RUNS)]
    return [Result("import monazite.law", median(seconds), "s", 0.2, notes=(spread(seconds, "s"),))]


if __name__ == "__main__":
    report(measure)
