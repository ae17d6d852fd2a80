"""The equation of every column, as data: printed with each table, and used in the documentation."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from monazite.shock.leverage.results import Equation

_FILE = Path(__file__).parent / "packaged" / "equations.yaml"


@cache
def equations() -> tuple[Equation, ...]:
    """Every equation, in the order of the columns."""
    rows: list[dict[str, Any]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))["equations"]
    return tuple(Equation(**row) for row in rows)
