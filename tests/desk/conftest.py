"""What every test of the desk has: Django made ready, and tables that can be emptied between."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from django.db import connection

from support import desk_site, flushing

if TYPE_CHECKING:
    from collections.abc import Iterator

desk_site.ready()  # models are imported where tests are collected


@pytest.fixture(scope="session", autouse=True)
def _triggers_stand_aside_between_tests() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(connection.ops), "execute_sql_flush", flushing.flush)
        yield


@pytest.fixture(scope="session", autouse=True)
def _nobody_waits_for_the_disk() -> Iterator[None]:
    """What a process wrote outlives the process without it, and no test stops the machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(autouse=True)
def _a_test_without_a_database_finds_none_open(request: pytest.FixtureRequest) -> None:
    """The end of an answer looks after a connection that an earlier test left open."""
    wanted = {"db", "transactional_db", "django_db_setup"}.intersection(request.fixturenames)
    marked = request.node.get_closest_marker("django_db")
    if not wanted and marked is None and not connection.in_atomic_block:
        connection.close()
