"""Which database: SQLite in the site's home, or the PostgreSQL that DATABASE_URL names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, urlsplit

from monazite.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

_PREPARED_AFTER = 3
"""How often a statement comes on a connection before PostgreSQL keeps it."""


def database(url: str | None, home: Path) -> dict[str, Any]:
    """Django's settings of the database; InputError where the address cannot be used."""
    return _postgresql(url) if url else _sqlite(home)


def _sqlite(home: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": home / "desk.sqlite3",
        # Without IMMEDIATE a transaction that reads first and writes later fails "locked". FULL:
        # a receipt that was given, or a checkpoint that was copied out, outlasts a power cut.
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        accepted = "postgresql://USER:PASSWORD@HOST:PORT/NAME"
        raise InputError("DATABASE_URL", f"{parts.scheme}://…", accepted)
    options: dict[str, Any] = dict(parse_qsl(parts.query))
    # A transaction that somebody forgot would hold back every checkpoint (events.unsealed).
    options.setdefault("options", "-c idle_in_transaction_session_timeout=60s")
    # A statement that comes again is parsed once and sent as values alone.
    prepared = {"server_side_binding": True, "prepare_threshold": _PREPARED_AFTER}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", None) or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options | prepared,
    }
