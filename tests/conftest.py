"""Options of the whole suite, and the engine that the desk is tested on."""

from __future__ import annotations

import os
import signal

import pytest
from hypothesis import HealthCheck, settings

from support.snapshots import Snapshot

# Seeded, and no clock: how busy a machine is says nothing of what is tested.
settings.register_profile(
    "monazite", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("monazite")

ENGINE = os.environ.get("MONAZITE_TEST_ENGINE", "sqlite")
"""`make test-all` runs the desk's tests a second time with postgresql."""


def pytest_configure() -> None:
    """Hear Ctrl-C though a shell that started this in its background has it ignored."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--snapshot-update", action="store_true", help="write what tests hold in snapshots anew"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out, not skip, what only the other engine can show."""
    other = {"sqlite": "postgresql", "postgresql": "sqlite"}[ENGINE]
    gone = [item for item in items if item.get_closest_marker(other)]
    if gone:
        config.hook.pytest_deselected(items=gone)
        items[:] = [item for item in items if item not in set(gone)]


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    """Texts that must stay as they are; `--snapshot-update` writes them anew."""
    return Snapshot(update=request.config.getoption("--snapshot-update"))
