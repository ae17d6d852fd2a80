"""Packaged figures: every row with its own id, its source and its confidence."""

from __future__ import annotations

from monazite.facts.rows import TABLES, Row, row, table

__all__ = ["TABLES", "Row", "row", "table"]
