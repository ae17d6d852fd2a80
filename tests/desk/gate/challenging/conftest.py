"""The small world that every test of a challenge begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.challenges import Court, court
from support.kept import kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import DjangoDbBlocker, Settings

    from support.kept import Kept


@pytest.fixture(scope="module")
def kept_court(
    request: pytest.FixtureRequest,
    django_db_setup: None,  # noqa: ARG001
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Kept[Court]]:
    with kept(request, django_db_blocker, tmp_path_factory.mktemp("kept"), court) as made:
        yield made


@pytest.fixture
def c(
    kept_court: Kept[Court],
    db: None,  # noqa: ARG001
    settings: Settings,
    tmp_path_factory: pytest.TempPathFactory,
) -> Court:
    """A gate with its laboratory; papers lie in a folder of the test."""
    return kept_court.world(settings, tmp_path_factory.mktemp("papers"))
