"""The small world with its reviewing offices, for the pages of their queues."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.cases import Offices, offices

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings


@pytest.fixture
def w(db: None, settings: Settings, tmp_path: Path) -> Offices:  # noqa: ARG001
    settings.PAPERS_ROOT = tmp_path
    return offices()
