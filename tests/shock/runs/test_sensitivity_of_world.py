"""Sensitivities of a scenario on the world, compiled and in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import groupby
from math import hypot
from typing import Any

import pytest

CODE = (
    "from monazite.cli.main import run\n"
    "run(['shock', 'sensitivity', 'seven-rare-earths-2025-04', '--points', '64', '--json'])"
)
NOISE = 4
"""Standard errors that a sum may be off."""


@pytest.mark.slow
def test_first_orders_are_parts_of_one_whole_and_what_cannot_matter_is_nothing() -> None:
    """Nothing goes round in April 2025, so that how much would and is seized moves no result."""
    ready = {name: text for name, text in os.environ.items() if name != "NUMBA_DISABLE_JIT"}
    done = subprocess.run(
        [sys.executable, "-c", CODE], check=True, capture_output=True, text=True, env=ready
    )
    rows = json.loads(done.stdout)["sensitivities"]
    groups = [
        list(each) for _, each in groupby(rows, key=lambda row: (row["result"], row["meter"]))
    ]
    assert len(groups) > 5
    for each in groups:
        first, first_error = _sum(each, "first")
        total, total_error = _sum(each, "total")
        assert first <= 1 + NOISE * first_error
        assert total >= 1 - NOISE * total_error
        by = {row["parameter"]: row for row in each}
        for name in ("smuggled", "seized"):
            assert by[name]["first"] == by[name]["total"] == by[name]["total_error"] == 0
        for row in each:
            apart = hypot(row["first_error"], row["total_error"])
            assert row["total"] >= row["first"] - NOISE * apart - 1e-9
            assert row["total"] >= 0


def _sum(rows: list[dict[str, Any]], order: str) -> tuple[float, float]:
    """The sum over parameters, and its standard error."""
    return sum(row[order] for row in rows), hypot(*(row[f"{order}_error"] for row in rows))
