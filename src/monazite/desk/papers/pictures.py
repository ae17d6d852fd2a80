"""Pictures: whole, and nothing behind them."""

from __future__ import annotations

from pathlib import Path

from monazite.desk.papers.hidden import nothing_else


def check(path: Path) -> None:
    """PaperRefused where the picture is something else as well."""
    nothing_else(path)
