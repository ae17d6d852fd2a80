"""The small world that every test of licences begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.offices import World, world

if TYPE_CHECKING:
    from pytest_django import Settings


@pytest.fixture
def w(
    db: None,  # noqa: ARG001
    settings: Settings,
    tmp_path_factory: pytest.TempPathFactory,
) -> World:
    """An exporter, its regime's offices, a stranger; papers lie in a folder of the test."""
    settings.PAPERS_ROOT = tmp_path_factory.mktemp("papers")
    return world()
