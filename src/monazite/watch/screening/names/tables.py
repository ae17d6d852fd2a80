"""The packaged words of names: each table read once, as it stands in `data/`."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@lru_cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Every row of `data/NAME.csv`, as text."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def several(cell: str) -> tuple[str, ...]:
    """What a cell lists with bars between."""
    return tuple(one for one in cell.split("|") if one)
