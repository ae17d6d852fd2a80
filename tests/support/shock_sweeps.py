"""Sweeps for tests: one whose numbers are made up, so that nothing is simulated; a tiny real one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.sweeps.reading import read
from monazite.shock.sweeps.store.encoding import encoded
from monazite.shock.sweeps.store.folder import driven
from monazite.shock.sweeps.store.manifest import Manifest
from monazite.shock.sweeps.sweep import Sweep

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats
    from monazite.shock.sweeps.spec import Spec

TINY = """
scenario: japan-2010
vary:
  - {path: "stockpile[*].tonnes", values: [0, 5000]}
  - {path: weeks, from: 3, to: 5, number: 3}
draws: 2
"""
COLUMNS = {
    "lost": "million US$", "lost/DEU": "million US$", "first_halt": "week", "stopped": "1",
    "flow_t/Ga/WORLD": "t", "least_t/Ga/WORLD": "t", "quote/Ga/refining": "US$/kg",
}  # fmt: skip
PATHS = ("friction[0].throughput", "friction[0].review_weeks")
GRID = tuple((part, weeks) for part in ("10 %", "50 %", "90 %") for weeks in ("3", "9"))


def tiny(text: str = TINY) -> Spec:
    """A sweep of a few weeks over the smallest world that is packaged."""
    return read(text, Path())


def manifest(
    points: tuple[tuple[str, ...], ...] = GRID,
    paths: tuple[str, ...] = PATHS,
    kind: str = "grid",
    draws: int = 100,
    chunk: int = 128,
) -> Manifest:
    """Of a sweep that nobody computed."""
    ran = {
        "scenario": "ga-ge-2023", "first_day": "2023-06-05", "weeks": 82, "world_year": 2022,
        "draws": draws, "seed": 1, "engine": "compiled", "parameters": "2025",
        "parameters_hash": "ab" * 32,
        "assumed": [{
            "parameter": "rerouting", "table": None, "confidence": "estimate",
            "what": {"en": "speed", "zh": "速度"}, "why": {"en": "nobody knows", "zh": "不详"},
        }],
    }  # fmt: skip
    code = {"monazite": "0.1.0", "sources": "cd" * 32, "engine": "compiled"}
    return Manifest(
        ("Two months", "两个月"), {"id": "ga-ge-2023"}, kind, paths, points, draws, 1, chunk,  # type: ignore[arg-type]
        "2025", "ab" * 32, "ef" * 32, code, dict(COLUMNS), ran,
    )  # fmt: skip


def numbers(made: Manifest) -> Floats:
    """What its scenarios would have, columns x scenarios: losses grow with the variation's number.

    Nothing halts in the last variation.
    """
    plan = made.plan
    random = np.random.default_rng(5)
    found = random.uniform(0.5, 1.5, (len(made.columns), plan.scenarios))
    variation = np.arange(plan.scenarios) // made.draws
    found[0] *= 100.0 * (1 + variation)
    halt = list(made.columns).index("first_halt")
    found[halt] = np.where(variation == plan.variations - 1, np.nan, 4.0 + variation)
    return np.asarray(found)


def kept(folder: Path, made: Manifest | None = None, *, without: int | None = None) -> Sweep:
    """The folder of that sweep, all its chunks in it but for one."""
    made = made or manifest()
    found = numbers(made)
    with driven(folder, made) as store:
        for chunk in range(made.plan.chunks):
            first, last = made.plan.range(chunk)
            if chunk != without:
                data = encoded(tuple(made.columns), found[:, first:last], store.stamp(chunk))
                store.put(chunk, data)
    return Sweep(folder)
