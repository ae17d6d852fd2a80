from __future__ import annotations

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

from monazite.desk.running import state
from monazite.errors import InputError

pytestmark = pytest.mark.django_db


def test_a_database_of_this_version_is_ready() -> None:
    assert state.missing_migrations() == ()
    assert state.migrate() == ()
    state.require_ready()


def test_a_missing_migration_is_told_with_the_remedy() -> None:
    MigrationRecorder(connection).record_unapplied("once", "0001_initial")
    assert "once.0001_initial" in state.missing_migrations()
    with pytest.raises(InputError, match="monazite desk init"):
        state.require_ready()


def test_a_database_that_cannot_be_reached_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(_: object) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(state, "MigrationExecutor", unreachable)
    for ask in (state.require_ready, state.migrate):
        with pytest.raises(InputError, match=r"can be reached .*connection refused"):
            ask()
