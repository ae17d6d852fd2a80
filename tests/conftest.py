"""Options of the whole suite."""

from __future__ import annotations

import pytest

from support.snapshots import Snapshot


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--snapshot-update", action="store_true", help="write what tests hold in snapshots anew"
    )


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    """Texts that must stay as they are; `--snapshot-update` writes them anew."""
    return Snapshot(update=request.config.getoption("--snapshot-update"))
