"""`monazite chain …` as a command, in this process, so that the worlds are built once."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NODES = """node,kind,country,stage,entering,unit,recovery,sector
mine,make,AU,mining,100,t,,
ore AU,market,AU,mining,,,,
ore MY,market,MYS,concentrate,,,,
plant,make,Malaysia,refining,,,80%,
oxide MY,market,MYS,oxide,,,,
motors,use,MY,,,,,traction
"""
EDGES = """source,target,amount,unit
mine,ore AU,100,t
ore AU,ore MY,100,t
ore MY,plant,100,t
plant,oxide MY,80,t
oxide MY,motors,80,t
"""


@pytest.fixture
def group() -> str:
    """The group of commands that this folder is about."""
    return "chain"


@pytest.fixture
def rows(told: Callable[..., str]) -> Callable[..., list[dict[str, str]]]:
    """The rows that the command prints as CSV."""

    def rows_of(*words: object) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(told(*words, "--csv", "-"))))

    return rows_of


@pytest.fixture
def own(tmp_path: Path) -> tuple[str, ...]:
    """The options that name a small network of one's own: a mine abroad, and a plant at home."""
    nodes, edges = tmp_path / "nodes.csv", tmp_path / "edges.csv"
    nodes.write_text(NODES, encoding="utf-8")
    edges.write_text(EDGES, encoding="utf-8")
    return ("--nodes", str(nodes), "--edges", str(edges))
