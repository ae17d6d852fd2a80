"""A site's home for each test of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support import records

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records.home(tmp_path, monkeypatch)
