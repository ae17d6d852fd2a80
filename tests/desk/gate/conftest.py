"""The small world that every test of the gate begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.at_gate import Gate, gate
from support.kept import kept

if TYPE_CHECKING:
    from pytest_django import Settings

    from support.kept import Kept


kept_gate = kept(gate)


@pytest.fixture
def g(
    kept_gate: Kept[Gate],
    db: None,  # noqa: ARG001
    settings: Settings,
    tmp_path_factory: pytest.TempPathFactory,
) -> Gate:
    """An exporter with a licence of 1,000 kg, its declarant, a customs office, a stranger."""
    return kept_gate.world(settings, tmp_path_factory.mktemp("papers"))
