from __future__ import annotations

from decimal import Decimal

from monazite.trade.monthly.figures import Figure, unknown
from monazite.trade.monthly.series import WORLD, load
from monazite.trade.monthly.streaks import direction, streak
from monazite.trade.periods import parse

EARTHS = load("rare-earths")


def test_a_streak_that_turned_is_exact() -> None:
    found = streak(EARTHS, parse("2025-09"), WORLD, "mom")
    assert found is not None
    assert (found.direction, found.months, found.since.text) == ("down", 3, "2025-07")
    assert (found.stopped_by, found.exact) == ("turned", True)


def test_a_streak_that_meets_a_release_has_at_least_so_many_months() -> None:
    found = streak(EARTHS, parse("2025-04"), WORLD, "yoy")
    assert found is not None
    assert (found.direction, found.months, found.since.text) == ("up", 2, "2025-03")
    assert (found.stopped_by, found.exact) == ("joined", False)
    assert "rare-earths/2024-03" in found.sources


def test_a_month_of_an_unknown_change_ends_no_streak() -> None:
    assert streak(EARTHS, parse("2025-02"), WORLD, "yoy") is None


def test_directions() -> None:
    assert direction(Figure(Decimal("0.00"), "%")) == "flat"
    assert direction(Figure(Decimal("0.01"), "%")) == "up"
    assert direction(Figure(Decimal("-0.01"), "%")) == "down"
    assert direction(unknown("%", "joined")) is None
