"""What the tests of the gate share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.law.store import load

if TYPE_CHECKING:
    from monazite.law.law import Law


@pytest.fixture(scope="session")
def law() -> Law:
    """The packaged law."""
    return load()
