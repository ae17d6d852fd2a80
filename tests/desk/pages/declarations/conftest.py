"""The small world at the gate, and browsers of the people in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

from support.at_gate import Gate, gate
from support.kept import kept
from support.pages import official

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
    return kept_gate.world(settings, tmp_path_factory.mktemp("papers"))


@pytest.fixture
def declarant(g: Gate) -> Client:
    """The declarant's browser, without scripts."""
    client = Client()
    client.force_login(g.declarant)
    return client


@pytest.fixture
def officer(g: Gate) -> Client:
    """The browser of an officer of customs."""
    return official(g.officer)
