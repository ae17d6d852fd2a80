"""The small world that every test of licences begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.kept import kept
from support.offices import World, world

if TYPE_CHECKING:
    from pytest_django import Settings

    from support.kept import Kept


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
