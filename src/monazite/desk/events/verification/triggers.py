"""The triggers that guard the record, as the database holds them now."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import connection

from monazite.desk.events.engine_sql import statements
from monazite.desk.events.verification.values import Broken

if TYPE_CHECKING:
    from collections.abc import Iterator

_TRIGGER = re.compile(r"CREATE TRIGGER (\w+)\s.*?\bON (\w+)", re.DOTALL)
_STANDING = """
SELECT t.tgname, p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')
  AND t.tgrelid IN (SELECT to_regclass(table_name) FROM information_schema.tables
                    WHERE table_schema = current_schema())
"""


def missing() -> Iterator[Broken]:
    """Each trigger that is gone, switched off, or does something else than it was made for."""
    texts = [path.read_text(encoding="utf-8") for path in _files()]
    stand = _standing()
    whole = "\n".join(texts)
    for name, (table, statement) in _made(texts).items():
        made = statement if connection.vendor == "sqlite" else whole
        if name not in stand or _bare(stand[name]) not in _bare(made):
            yield Broken("trigger_missing", {"name": name, "table": table})


def _made(texts: list[str]) -> dict[str, tuple[str, str]]:
    """By name each trigger's table and statement; a later file makes one of that name anew."""
    return {
        name: (table, statement)
        for text in texts
        for statement in (statements(text) if connection.vendor == "sqlite" else [text])
        for name, table in _TRIGGER.findall(statement)
    }


def _files() -> Iterator[Path]:
    """An application's first file, then those of its later migrations."""
    for app in apps.get_app_configs():
        folder = Path(app.path) / "migrations" / "sql"
        yield from sorted(folder.glob(f"append_only*.{connection.vendor}.sql"))


def _standing() -> dict[str, str]:
    """What the database runs, by trigger: its own text, or its function's."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_STANDING)
        else:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        return dict(cursor.fetchall())


def _bare(text: str) -> str:
    return " ".join(text.split())
