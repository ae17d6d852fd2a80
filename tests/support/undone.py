"""What has left is taken back: the one place of the tests that says how."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.desk.gate import services
from monazite.desk.gate.models import Declaration
from monazite.desk.gate.services import granting

if TYPE_CHECKING:
    from support.at_gate import Gate


def cancelled(g: Gate, declaration: Declaration) -> Declaration:
    """It came back: its declarant asks, an officer grants."""
    services.cancel(g.declarant, declaration.pk, "It came back.", "page", seen=None)
    return granting.grant(g.officer, declaration.pk, "It is here again.", "page", seen=None)


def amended(g: Gate, declaration: Declaration, document: dict[str, Any]) -> Declaration:
    """Another takes its place, asked and granted alike."""
    services.amend(g.declarant, declaration.pk, document, "page")
    granting.grant(g.officer, declaration.pk, "So it was.", "page", seen=None)
    return Declaration.objects.get(replaces=declaration)
