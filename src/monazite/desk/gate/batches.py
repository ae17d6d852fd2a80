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
    from monazite.customs.findings import Finding
    from monazite.customs.reading import Read


def with_batches(found: Read, owner: uuid.UUID) -> Read:
    """The document with what is wrong with its draws; a firm draws on its own batches alone."""
    return with_findings(found, services.found(owner, found.declaration))


def with_findings(found: Read, wrong: tuple[Finding, ...]) -> Read:
    """The document with more that is wrong with it."""
    return replace(found, findings=(*found.findings, *wrong)) if wrong else found


def lack(declaration: Declaration) -> bool:
    """Whether its batches do not have what it draws of them."""
    from monazite.customs.reading import read  # noqa: PLC0415 - read where somebody acts

    if not draws(declaration):
        return False
    said = read(declaration.said).declaration
    return services.impossible(services.found(declaration.organisation_id, said))


def draw(declaration: Declaration, who: Who) -> None:
    """Follows what was cleared or held: once, however often it comes there."""
    from monazite.customs.reading import read  # noqa: PLC0415 - read where somebody acts

    if draws(declaration):
        said = read(declaration.said).declaration
        services.draw(declaration.organisation_id, declaration.number, said, who)


def give_back(declaration: Declaration, who: Who) -> None:
    """Follows what was refused, taken back or lapsed."""
    if draws(declaration):
        services.undraw(declaration.number, who)


def left(declaration: Declaration, who: Who) -> None:
    """Follows an exit: what stayed behind of an item goes back to its batches, in proportion."""
    if not draws(declaration):
        return
    items = declaration.items.select_related("left")
    parts = {item.number: services.Part(item.left.quantity, item.quantity) for item in items}
    services.return_rest(declaration.number, parts, who)


def draws(declaration: Declaration) -> bool:
    """Seen in what was said, for most declarations draw on none."""
    return any(item.get("draws") for item in declaration.said.get("items", ()))
