"""What a declarant asks of customs about goods that have left: to be taken back, or corrected.

A request is the last act of a declaration that has left; an officer's answer is the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import Who
from monazite.desk.gate.batches import with_batches
from monazite.desk.gate.errors import CannotBeLodged
from monazite.desk.gate.models import Act, Declaration
from monazite.desk.gate.services.checking import Under, checked, facts, unkeepable
from monazite.desk.gate.services.held import said
from monazite.desk.gate.services.stepping import step
from monazite.desk.people.models import Person
from monazite.errors import InputError

if TYPE_CHECKING:
    from monazite.customs.reading import Read

EXITED = "exited"
ASK_AMEND, ASK_CANCEL = "ask_amend", "ask_cancel"


def request_of(declaration: Declaration) -> Act | None:
    """What is asked of it now; None where nothing is."""
    if declaration.state != EXITED:
        return None
    last = declaration.acts.select_related("by__organisation").order_by("-number").first()
    return last if last is not None and last.kind in {ASK_AMEND, ASK_CANCEL} else None


def ask_cancel(declaration: Declaration, text: str, who: Who) -> None:
    """It came back, or never left; Refused while another request is open."""
    _none_open(declaration)
    step(declaration, ASK_CANCEL, who, text=said(text))


def ask_amend(person: Person, old: Declaration, found: Read, at: Under, who: Who) -> Declaration:
    """Another should stand in its place, as having left; the same again asks nothing new.

    CannotBeLodged where it cannot be read; InputError for another regime than the one that it left.
    """
    from monazite.customs.reading import document  # noqa: PLC0415 - read where somebody acts

    text = document(found.declaration)
    if (before := request_of(old)) is not None and before.document == text:
        return old
    _none_open(old)
    if at.rules.name != old.regime:
        raise InputError("regime", found.declaration.regime or "", old.regime, "choice")
    answer = checked(
        with_batches(found, old.organisation_id), facts(person, found, at, old, old), at
    )
    if unkeepable(found, answer):
        raise CannotBeLodged(answer.told().all_findings())
    step(old, ASK_AMEND, who, document=text)
    return old


def _none_open(declaration: Declaration) -> None:
    if request_of(declaration) is not None:
        raise Refused("asked_already", number=declaration.number)
