"""The gate with its laboratory, for outcomes of challenges."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.challenges import Court, court
from support.kept import kept

if TYPE_CHECKING:
    from pytest_django import Settings

    from support.kept import Kept


kept_court = kept(court)


@pytest.fixture
def c(
    kept_court: Kept[Court],
    db: None,  # noqa: ARG001
    settings: Settings,
    tmp_path_factory: pytest.TempPathFactory,
) -> Court:
    """Papers lie in a folder of the test."""
    return kept_court.world(settings, tmp_path_factory.mktemp("papers"))
