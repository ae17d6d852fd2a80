"""Migrations that are SQL, one file per engine: `sql/NAME.ENGINE.sql`."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db.migrations import RunPython

if TYPE_CHECKING:
    from collections.abc import Iterator


def run_sql(migration: str, name: str) -> RunPython:
    """An operation that runs the engine's file beside a migration (`__file__`); it has no way back.

    What the files make guards the record: a migration that goes back would take the guard away.
    """
    folder = Path(migration).parent / "sql"

    def run(_apps: object, editor: Any) -> None:  # noqa: ANN401 - Django's editors share no type
        engine = editor.connection.vendor
        text = (folder / f"{name}.{engine}.sql").read_text(encoding="utf-8")
        for statement in statements(text) if engine == "sqlite" else [text]:
            editor.execute(statement, params=None)

    return RunPython(run)


def statements(text: str) -> Iterator[str]:
    """SQLite takes one statement at a time; a trigger's body belongs to it."""
    held = ""
    for line in text.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            yield held
            held = ""
    if held.strip():
        raise ValueError(f"a statement that does not end: {held[:60]}")
