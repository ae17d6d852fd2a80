"""The world of casework that every test of cases begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.ledger.calendar import WorkingDays
from support.cases import Offices, offices

if TYPE_CHECKING:
    from pytest_django import Settings


@pytest.fixture
def w(
    db: None,  # noqa: ARG001
    settings: Settings,
    tmp_path_factory: pytest.TempPathFactory,
) -> Offices:
    """An exporter, offices that take in, license and review; papers lie in a folder of the test."""
    settings.PAPERS_ROOT = tmp_path_factory.mktemp("papers")
    return offices()


@pytest.fixture
def today_published(monkeypatch: pytest.MonkeyPatch) -> None:
    """Weekdays in place of the regime's table, which may not reach the day of this run yet."""
    weekdays = WorkingDays("CN", {}, "of a test", weekdays_only=True)
    monkeypatch.setattr("monazite.desk.cases.clocks.calendar", lambda _: weekdays)
