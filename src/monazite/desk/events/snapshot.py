"""One look at the whole database: everything that is read inside shows the same moment."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import connection, transaction

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def snapshot() -> Iterator[None]:
    """Read what stands now, whatever others write meanwhile; nobody waits for it.

    Within a transaction it is that transaction's look.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            without_hurry()
            yield
    else:
        with _reading():
            yield


def without_hurry() -> None:
    """Let this transaction wait for files as long as it must; others are ended (`database`)."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")


@contextmanager
def _reading() -> Iterator[None]:
    """Django begins IMMEDIATE on SQLite, and every writer would wait; a deferred one only reads."""
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
