from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.shock.runs.bands import bands
from monazite.shock.sweeps.cells import BINS, Stretch, cells
from support.shock_sweeps import PATHS, kept, manifest

if TYPE_CHECKING:
    from pathlib import Path


def test_of_two_paths_every_variation_is_a_cell(tmp_path: Path) -> None:
    run = kept(tmp_path)
    found = cells(run, "lost", PATHS)
    assert [one.places for one in found.cells] == [(a, b) for a in range(3) for b in range(2)]
    assert found.axes[0] == (Stretch("10 %", "10 %", 0.1), Stretch("50 %", "50 %", 0.5),
                             Stretch("90 %", "90 %", 0.9))  # fmt: skip
    assert found.cells[3].band.p50 == bands(run.column("lost")[300:400]).p50


def test_of_one_path_the_others_are_taken_together(tmp_path: Path) -> None:
    run = kept(tmp_path)
    found = cells(run, "lost", PATHS[:1])
    assert [one.band.known for one in found.cells] == [200, 200, 200]
    assert found.cells[1].band.p95 == bands(run.column("lost")[200:400]).p95


def test_a_sample_is_cut_into_stretches(tmp_path: Path) -> None:
    parts = np.linspace(0, 50, 20)
    points = tuple((f"{part:.10g} %", "a" if part < 20 else "b") for part in parts)
    run = kept(tmp_path, manifest(points, ("hubs[0].share", "law.open"), "sample", draws=64))
    found = cells(run, "lost", ("hubs[0].share", "law.open"))
    assert [(one.low, one.high) for one in found.axes[0]] == [
        ("0 %", "10 %"), ("10 %", "20 %"), ("20 %", "30 %"), ("30 %", "40 %"), ("40 %", "50 %"),
    ]  # fmt: skip
    assert [one.middle for one in found.axes[0]] == pytest.approx([0.05, 0.15, 0.25, 0.35, 0.45])
    assert [one.low for one in found.axes[1]] == ["a", "b"]
    assert sum(int(one.band.known) for one in found.cells) == run.manifest.plan.scenarios
    assert len(found.axes[0]) == BINS


def test_a_sample_of_one_value_is_not_cut(tmp_path: Path) -> None:
    run = kept(tmp_path, manifest((("5",),) * 3, ("weeks",), "sample", draws=64))
    assert cells(run, "lost", ("weeks",)).axes == ((Stretch("5", "5", 5.0),),)
