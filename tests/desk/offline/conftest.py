"""The small world at the gate, with a key that signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.desk.events.signing import Signer
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
    home = tmp_path_factory.mktemp("home")
    settings.PAPERS_ROOT, settings.SIGNING_KEY = home / "papers", home / "signing.pem"
    signer = Signer.new()
    settings.SIGNING_KEY.write_bytes(signer.pem())
    (home / "public.pem").write_bytes(signer.public_pem())
    return gate()
