"""The world of casework that every test of cases begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.ledger.calendar import WorkingDays
from support.cases import Offices, offices
from support.kept import kept

if TYPE_CHECKING:
    from pytest_django import Settings

    from support.kept import Kept


kept_offices = kept(offices)


@pytest.fixture
def w(
    kept_offices: Kept[Offices],
    db: None,  # noqa: ARG001
    settings: Settings,
    tmp_path_factory: pytest.TempPathFactory,
) -> Offices:
    """An exporter, offices that take in, license and review; papers lie in a folder of the test."""
    return kept_offices.world(settings, tmp_path_factory.mktemp("papers"))


@pytest.fixture
def today_published(monkeypatch: pytest.MonkeyPatch) -> None:
    """Weekdays in place of the regime's table, which may not reach the day of this run yet."""
    weekdays = WorkingDays("CN", {}, "of a test", weekdays_only=True)
    monkeypatch.setattr("monazite.desk.cases.clocks.calendar", lambda _: weekdays)
