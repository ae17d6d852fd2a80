"""A small record: firms with their chains, sealed and copied out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import connection, transaction

from monazite.desk.events import checkpoints
from monazite.desk.events.append import Who, create, record
from monazite.desk.people.models import Organisation
from monazite.desk.running import keys
from support.flushing import without_triggers

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from monazite.desk.events.models import Checkpoint

ME = Who(None, "cli")


def home(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A signing key and a folder for copies of the test's own."""
    monkeypatch.setattr(settings, "CHECKPOINTS_ROOT", folder / "checkpoints")
    monkeypatch.setattr(settings, "SIGNING_KEY", folder / "signing.pem")
    monkeypatch.setattr(settings, "PAPERS_ROOT", folder / "papers")
    monkeypatch.setattr(settings, "LISTS_ROOT", folder / "lists")
    keys.make()


def firm(name: str = "Firm", events: int = 1) -> Organisation:
    """A firm with so many events."""
    made = Organisation(kind="exporter", name=name, country="CN")
    with transaction.atomic():
        create(made, "organisation.added", {"name": name}, ME)
    for number in range(1, events):
        happen(made, {"number": number})
    return made


def happen(to: Organisation, payload: dict[str, object] | None = None, **changes: object) -> None:
    """One more event."""
    with transaction.atomic():
        record(to, "organisation.changed", payload or {}, ME, **changes)


def seal() -> Checkpoint | None:
    """Seal what waits."""
    return checkpoints.seal(keys.load(), settings.CHECKPOINTS_ROOT)


def tamper(statement: str, *values: Any) -> None:
    """What an attacker with the database's password does."""
    with without_triggers(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        assert cursor.rowcount > 0
