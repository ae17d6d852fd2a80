"""The tables of the chain: one CSV file each beside the package."""

from __future__ import annotations

from pathlib import Path

from monazite.facts.tables import Tables

_TABLES = Tables(Path(__file__).parents[1] / "data")

TABLES, table, row = _TABLES.names, _TABLES.table, _TABLES.row
"""The names of all tables of the chain; a table's rows; the row of an id."""
