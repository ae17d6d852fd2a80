"""A site's home for each test of the site as a thing that runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support import records

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Signing key, copies and papers of the test's own."""
    records.home(tmp_path, monkeypatch)
    return tmp_path
