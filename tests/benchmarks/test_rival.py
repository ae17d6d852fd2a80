from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MONAZITE = Path(sys.executable).parent / "monazite"


def _run(*command: str | Path) -> str:
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def _module(name: str, *arguments: str | Path) -> str:
    return _run(sys.executable, "-m", f"benchmarks.{name}", *arguments)


@pytest.mark.slow
def test_the_join_written_by_hand_reaches_every_outcome_of_the_engine(tmp_path: Path) -> None:
    manifest, law = tmp_path / "manifest.parquet", tmp_path / "law"
    ours, rival = tmp_path / "ours.parquet", tmp_path / "rival.parquet"
    _module("manifests", manifest, "--lines", "6000", "--distinct", "6000", "--seed", "7")
    _module("rivals.law_tables", law)
    _module("rivals.manifest_duckdb", manifest, law, rival)
    summary = json.loads(_run(MONAZITE, "rule", "--manifest", manifest, "--out", ours, "--json"))
    compared = json.loads(_module("rivals.agree", ours, rival))
    assert compared == {
        "lines": 6000, "same": 6000, "determined": 0, "undetermined": 0, "missing": 0
    }  # fmt: skip
    # Agreement says something only where many outcomes are reached.
    assert len(summary["outcomes"]) >= 6


@pytest.mark.slow
def test_a_manifest_is_the_same_for_the_same_seed_and_another_for_another(
    tmp_path: Path,
) -> None:
    first, again, other = (tmp_path / f"{name}.parquet" for name in "abc")
    for path, seed in ((first, "7"), (again, "7"), (other, "8")):
        _module("manifests", path, "--lines", "500", "--distinct", "500", "--seed", seed)
    assert first.read_bytes() == again.read_bytes() != other.read_bytes()
