"""The small world that every page of a challenge begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.challenges import Court, court

if TYPE_CHECKING:
    from pytest_django import Settings


@pytest.fixture
def c(
    db: None,  # noqa: ARG001
    settings: Settings,
    tmp_path_factory: pytest.TempPathFactory,
) -> Court:
    """A gate with its laboratory; papers lie in a folder of the test."""
    settings.PAPERS_ROOT = tmp_path_factory.mktemp("papers")
    return court()
