"""The world of casework that every test of cases begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.ledger.calendar import WorkingDays
from support.cases import Offices, offices
from support.kept import kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import DjangoDbBlocker, Settings

    from support.kept import Kept


@pytest.fixture(scope="module")
def kept_offices(
    request: pytest.FixtureRequest,
    django_db_setup: None,  # noqa: ARG001
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Kept[Offices]]:
    with kept(request, django_db_blocker, tmp_path_factory.mktemp("kept"), offices) as made:
        yield made


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
