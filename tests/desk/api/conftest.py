"""The small world, and a program of each of its people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.api_calls import Program, program
from support.kept import kept
from support.offices import World, world

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from support.kept import Kept


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Collecting it makes every case of every operation, which takes longer than many tests."""
    slow = collection_path.name == "test_schemathesis.py"
    return True if slow and config.getoption("markexpr") == "not slow" else None


kept_world = kept(world)


@pytest.fixture
def w(
    kept_world: Kept[World],
    db: None,  # noqa: ARG001
    settings: Settings,
    tmp_path_factory: pytest.TempPathFactory,
) -> World:
    """An exporter, its regime's offices, a stranger; papers lie in a folder of the test."""
    return kept_world.world(settings, tmp_path_factory.mktemp("papers"))


@pytest.fixture
def signatory(w: World) -> Program:
    """A program of somebody who may do everything to the exporter's applications."""
    return program(w.signatory)
