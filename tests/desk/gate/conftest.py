"""The small world that every test of the gate begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.at_gate import Gate, gate

if TYPE_CHECKING:
    from pytest_django import Settings


@pytest.fixture
def g(
    db: None,  # noqa: ARG001
    settings: Settings,
    tmp_path_factory: pytest.TempPathFactory,
) -> Gate:
    """An exporter with a licence of 1,000 kg, its declarant, a customs office, a stranger."""
    settings.PAPERS_ROOT = tmp_path_factory.mktemp("papers")
    return gate()
