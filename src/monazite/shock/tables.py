"""The tables of the shock: CSV files beside the package; what they are: SOURCE.md."""

from __future__ import annotations

from pathlib import Path

from monazite.facts.tables import Tables

_FOLDERS = (
    "data", "cases/data", "validation/data", "static/data", "scenarios/data", "projects/data",
)  # fmt: skip
_TABLES = Tables(*(Path(__file__).parent / folder for folder in _FOLDERS))

TABLES, table, row = _TABLES.names, _TABLES.table, _TABLES.row
"""The names of all tables of the shock; a table's rows; the row of an id."""
