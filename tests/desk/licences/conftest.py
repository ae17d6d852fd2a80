"""The small world that every test of licences begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.kept import kept
from support.offices import World, world

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import DjangoDbBlocker, Settings

    from support.kept import Kept


@pytest.fixture(scope="module")
def kept_world(
    request: pytest.FixtureRequest,
    django_db_setup: None,  # noqa: ARG001
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Kept[World]]:
    with kept(request, django_db_blocker, tmp_path_factory.mktemp("kept"), world) as made:
        yield made


@pytest.fixture
def w(
    kept_world: Kept[World],
    db: None,  # noqa: ARG001
    settings: Settings,
    tmp_path_factory: pytest.TempPathFactory,
) -> World:
    """An exporter, its regime's offices, a stranger; papers lie in a folder of the test."""
    return kept_world.world(settings, tmp_path_factory.mktemp("papers"))
