"""Emptying tables between tests, although the site's triggers refuse that to everyone."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@contextmanager
def without_triggers() -> Iterator[None]:
    """What an attacker with the database's password can do: change rows unseen by triggers."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            yield
            cursor.execute("SET LOCAL session_replication_role = origin")
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        found = cursor.fetchall()
        for name, _ in found:
            cursor.execute(f"DROP TRIGGER {name}")
        yield
        for _, sql in found:
            cursor.execute(sql)


def flush(operations: Any, sql_list: Sequence[str]) -> None:
    """In the place of `execute_sql_flush` of Django's operations."""
    with without_triggers(), operations.connection.cursor() as cursor:
        for sql in sql_list:
            cursor.execute(sql)
