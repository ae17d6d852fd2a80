"""A clock that stands at an instant, for all who ask for the time or for the day of a regime."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from monazite.law import law

if TYPE_CHECKING:
    from datetime import tzinfo

    import pytest


def stand(monkeypatch: pytest.MonkeyPatch, instant: datetime) -> datetime:
    """Stop it there."""

    class Stopped(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return instant.astimezone(tz)

    monkeypatch.setattr(law, "datetime", Stopped)
    monkeypatch.setattr(timezone, "now", lambda: instant)
    return instant


def midnight(day: date) -> datetime:
    """When a day begins in Shanghai: 16:00 UTC of the day before."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=8)


def next_month(day: date) -> date:
    """The first day of the month after a day's."""
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)
