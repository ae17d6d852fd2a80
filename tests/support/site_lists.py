"""Lists of a site for tests: of one publisher, with the parties that a test wants on it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from monazite.watch.screening.lists.store import Lists

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = "list,entity_name,name_zh,country,listed_from,last_day,source"


def load(root: Path, *rows: tuple[str, str, str], now: datetime | None = None) -> None:
    """Put a list `site` into force; rows: name, Chinese name, country."""
    root.mkdir(parents=True, exist_ok=True)
    file = root.parent / "site.csv"
    lines = [
        f'watch_list,"{name}",{native},{country},2026-01-01,,x' for name, native, country in rows
    ]
    file.write_text("\n".join([_HEAD, *lines]) + "\n", encoding="utf-8")
    Lists(root).load([file], "regime", now=now or datetime.now(UTC), name="site", accept_fewer=True)
