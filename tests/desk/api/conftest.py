"""The small world, and a program of each of its people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.api_calls import Program, program
from support.offices import World, world

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Collecting it makes every case of every operation, which takes longer than many tests."""
    slow = collection_path.name == "test_schemathesis.py"
    return True if slow and config.getoption("markexpr") == "not slow" else None


@pytest.fixture
def w(db: None, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> World:  # noqa: ARG001
    """An exporter, its regime's offices, a stranger; papers lie in a folder of the test."""
    settings.PAPERS_ROOT = tmp_path_factory.mktemp("papers")
    return world()


@pytest.fixture
def signatory(w: World) -> Program:
    """A program of somebody who may do everything to the exporter's applications."""
    return program(w.signatory)
