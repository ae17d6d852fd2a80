"""A declaration draws on the batches that its items name, and gives back what does not leave.

Followers of its steps: they act in the same transaction, after the licences.
"""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from monazite.desk.batches import services
from monazite.desk.events.append import Who
from monazite.desk.gate.models import Declaration

if TYPE_CHECKING:
    from monazite.customs.reading import Read


def with_batches(found: Read, owner: uuid.UUID) -> Read:
    """The document with what is wrong with its draws; a firm draws on its own batches alone."""
    wrong = services.found(owner, found.declaration)
    return replace(found, findings=(*found.findings, *wrong)) if wrong else found


def draw(declaration: Declaration, who: Who) -> None:
    """Follows what was cleared or held: once, however often it comes there."""
    from monazite.customs.reading import read  # noqa: PLC0415 - read where somebody acts

    if _draws(declaration):
        said = read(declaration.said).declaration
        services.draw(declaration.organisation_id, declaration.number, said, who)


def give_back(declaration: Declaration, who: Who) -> None:
    """Follows what was refused, taken back or lapsed."""
    if _draws(declaration):
        services.undraw(declaration.number, who)


def _draws(declaration: Declaration) -> bool:
    """Seen in what was said, for most declarations draw on none."""
    return any(item.get("draws") for item in declaration.said.get("items", ()))
