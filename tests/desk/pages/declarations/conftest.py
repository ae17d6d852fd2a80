"""The small world at the gate, and browsers of the people in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

from support.at_gate import Gate, gate
from support.pages import official

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings


@pytest.fixture
def g(db: None, settings: Settings, tmp_path: Path) -> Gate:  # noqa: ARG001
    settings.PAPERS_ROOT = tmp_path
    return gate()


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
