"""10,000 draws of licences over 156 weeks, 50 countries and 30 goods, a fifth of all routes.

Beside it, in the same run, what the machine does: a triad over more numbers than caches hold, so
that a figure of another machine can be read as a multiple. Memory and the first run's compiling are
those of processes of their own.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from functools import partial
from typing import Any

import numpy as np
from benchmarks.measuring import (
    ROOT,
    Result,
    in_turn,
    median,
    python,
    report,
    run,
    seconds_of,
    spread,
)
from benchmarks.rivals import boario_steps

from monazite.shock.engine.compiled import run as engine
from monazite.shock.engine.knobs import Knobs
from monazite.shock.engine.meters import meters

_DRAWS, _WEEKS, _GOODS, _COUNTRIES, _DENSITY = 10_000, 156, 30, 50, 0.2
_FIRST = date(2025, 1, 6)
_MOST, _MOST_ONE, _MOST_FIRST, _MOST_GB = 45.0, 20.0, 40.0, 2.0
_TRIAD = 20_000_000


def measure() -> list[Result]:
    """Seconds, multiples of the triad, gigabytes; one draw; compiling."""
    first = run(
        python("-m", "benchmarks.shock_sweep", "--first"), {"XDG_CACHE_HOME": tempfile.mkdtemp()}
    )
    compiling = float(first.printed)
    whole = run(python("-m", "benchmarks.shock_sweep", "--sweep"))
    seconds = float(whole.printed)
    triad = median([_triad() for _ in range(5)])
    _sweep(1)
    one = in_turn(15, lambda: 1e3 * _sweep(1))[0]
    steps = _DRAWS * _WEEKS
    return [
        Result(
            f"{_DRAWS:,} draws × {_WEEKS} weeks", seconds, "s", _MOST,
            f"{seconds / triad:.0f} triads of {_TRIAD:,} numbers",
            (f"{1e6 * seconds / steps:.1f} µs a week of a draw; {boario_steps.told()}",),
        ),
        Result("memory of that process", whole.peak_gb, "GB", _MOST_GB),
        Result("one draw, warm", median(one), "ms", _MOST_ONE, spread(one, "ms")),
        Result("compiling, once: for many draws and for one", compiling, "s", _MOST_FIRST),
    ]  # fmt: skip


def _triad() -> float:
    """Seconds of one pass a = b + s c."""
    b, c = np.ones(_TRIAD), np.ones(_TRIAD)
    a = np.empty(_TRIAD)

    def work() -> None:
        np.multiply(c, 3.0, out=a)
        np.add(a, b, out=a)

    return seconds_of(work)


def _sweep(draws: int, goods: int = _GOODS, countries: int = _COUNTRIES) -> float:
    """Seconds of so many draws, model and schedule made before."""
    sys.path.insert(0, str(ROOT / "tests"))
    from support.shock_models import chain_model
    from support.shock_schedules import USUAL, schedule

    made = chain_model(1, goods, countries, _DENSITY)
    plan = schedule(made, _WEEKS, covered=0.8, throughput=0.5, granted=0.7, announced=1.0)
    kind: Any = Knobs
    noise = np.random.default_rng(1).uniform(0.9, 1.1, draws)
    knobs = kind(*(value * noise for value in USUAL))
    home = meters({"exports": plan.edges.edge})
    return seconds_of(partial(engine.run, made, plan, knobs, home, _FIRST))


def _part(name: str) -> None:
    """What a process of its own measures."""
    if name == "--sweep":
        _sweep(2, 2, 3)
        print(_sweep(_DRAWS))
    else:
        print(_sweep(2, 2, 3) + _sweep(1, 2, 3))


if __name__ == "__main__":
    if sys.argv[1:] and sys.argv[1] in {"--sweep", "--first"}:
        _part(sys.argv[1])
    else:
        report(measure)
