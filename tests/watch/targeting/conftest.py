"""One small model for all tests that only use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.watch.targeting import train
from monazite.watch.targeting.settings import Settings
from support.watch_declarations import Columns, before, declarations

if TYPE_CHECKING:
    from monazite.watch.targeting.model import Model

QUICK = Settings(most_trees=75, folds=2)


@pytest.fixture(scope="session")
def columns() -> Columns:
    """A year of declarations."""
    return declarations(5000, 11)


@pytest.fixture(scope="session")
def model(columns: Columns) -> Model:
    """What was learned of their first nine months."""
    return train(before(columns, "2025-10-01"), "Outcome", "Date", settings=QUICK)
