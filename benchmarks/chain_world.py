"""The packaged world of a year from a bare interpreter: every network built and balanced.

A whole process each time, imports included; and a year more in a process that has one already.
"""

from __future__ import annotations

from benchmarks.measuring import Result, median, python, report, run, spread

_RUNS = 5
_MOST = 2.0
_BUILD = "from monazite.chain.packaged.world import world; world({year})"
_AGAIN = (
    "from time import perf_counter as now;"
    "from monazite.chain.packaged.world import world; world(2024);"
    "start = now(); made = world(2023);"
    "edges = sum(len(one.edges.amount) for one in made.networks.values());"
    "print(now() - start, len(made.networks), edges)"
)


def measure() -> list[Result]:
    """Seconds for the first year of a process, and for one year more."""
    first = [run(python("-c", _BUILD.format(year=2024))) for _ in range(_RUNS)]
    more = [run(python("-c", _AGAIN)).printed.split() for _ in range(_RUNS)]
    seconds = [one.seconds for one in first]
    again = [float(one[0]) for one in more]
    networks, edges = more[0][1:]
    return [
        Result(
            "chain: world of a year, whole process", median(seconds), "s", _MOST,
            f"peak {max(one.peak_gb for one in first):.2f} GB", (spread(seconds, "s"),),
        ),
        Result(
            "chain: one year more", median(again), "s", None,
            f"{networks} networks, {int(edges):,} edges", (spread(again, "s"),),
        ),
    ]  # fmt: skip


if __name__ == "__main__":
    report(measure)
