"""Files of projects for tests: rows that differ from a sound one in some cells."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from monazite.shock.projects.columns import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SOUND = {
    "id": "ours", "name": "Ours", "country": "PL", "material": "DyTb", "stage": "refining",
    "status": "planned", "on": "2026-09-15", "source": "ourselves", "capacity": "120",
    "capacity_unit": "t oxide/a", "contains": "Dy=80%; Tb=20%", "first_year": "2030",
    "capex_m": "90", "currency": "USD", "permit_months": "18",
}  # fmt: skip


def written(path: Path, *rows: Mapping[str, str]) -> Path:
    """A file with a row for each of these, the sound one but for the cells that are given."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="")
        writer.writeheader()
        writer.writerows({**SOUND, **row} for row in rows)
    return path
