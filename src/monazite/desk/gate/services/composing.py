"""A checked declaration as rows: the declaration's own, one for each item, and its first event."""

from __future__ import annotations

import base64
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from monazite.customs.gate import CLEAR, LOOK, STOP
from monazite.customs.procedure import machine
from monazite.desk.events.prints import ROWS
from monazite.desk.gate.found import kept
from monazite.desk.gate.models import Declaration, Item, Manifest
from monazite.desk.gate.neighbours import keys_of
from monazite.desk.gate.prints import FIELDS, declaration_told, document_sha256, items_told
from monazite.desk.people.models import Organisation, Person
from monazite.law.procedure import NEW

if TYPE_CHECKING:
    from monazite.customs.declared import Declaration as Declared
    from monazite.customs.declared import Item as DeclaredItem
    from monazite.customs.gate import Checked, CheckedItem
    from monazite.customs.regime import Rules
    from monazite.desk.licences.models import LicenceLine

_EVENTS = {CLEAR: "clear", LOOK: "hold", STOP: "refuse"}
"""What the gate does by itself after its check."""
_NUMBER = 20
"""Letters of a number: 100 random bits."""


@dataclass(frozen=True, slots=True)
class Lodged:
    """What is the same for every declaration of a request."""

    person: Person
    office: Organisation
    rules: Rules
    law_hash: str
    day: date
    now: datetime
    manifest: Manifest | None
    replaces: Declaration | None


@dataclass(frozen=True, slots=True)
class Composed:
    """Rows that are not written yet, and what the first event tells."""

    declared: Declared
    declaration: Declaration
    items: tuple[Item, ...]
    told: dict[str, Any]


def composed(
    declared: Declared,
    said: Mapping[str, Any],
    checked: Checked,
    lines: Mapping[tuple[str, int], LicenceLine],
    lodged: Lodged,
) -> Composed:
    """The rows of a declaration whose reading found no error; lines: by licence and number."""
    declaration = _declaration(declared, said, checked, lodged)
    items = tuple(
        _item(declaration, item, found, lines)
        for item, found in zip(declared.items, checked.items, strict=True)
    )
    if declaration.state != "refused":
        declaration.exit_by = exit_by(items, lodged.day, lodged.rules)
    told = {FIELDS: declaration_told(declaration), ROWS: items_told(items)}
    return Composed(declared, declaration, items, told)


def state_after(outcome: str) -> str:
    """Where the gate's own check leads."""
    state = machine().after(machine().after(NEW, "lodge"), "check")
    return machine().after(state, _EVENTS[outcome])


def exit_by(items: tuple[Item, ...], cleared: date, rules: Rules) -> date:
    """The last day on which what is reserved may leave: no later than a licence's own.

    What is held stays set aside as long, counted from the day on which it was held.
    """
    ends = [item.line.licence.valid_until for item in items if item.line is not None]
    return min([cleared + timedelta(rules.exit.days), *ends])


def _declaration(
    declared: Declared, said: Mapping[str, Any], checked: Checked, lodged: Lodged
) -> Declaration:
    ident = uuid.uuid4()
    state = state_after(checked.outcome)
    return Declaration(
        id=ident,
        organisation=lodged.person.organisation,
        office=lodged.office,
        lodged_by=lodged.person,
        manifest=lodged.manifest,
        reference=declared.reference or "",
        number=number(lodged.rules.name, ident),
        regime=lodged.rules.name,
        day=lodged.day,
        state=state,
        series=declared.series or "",
        mode=declared.mode or "",
        port=declared.port or "",
        destination=declared.destination or "",
        arrival=declared.arrival or "",
        said=dict(said),
        sha256=document_sha256(said),
        findings=[kept(finding) for finding in checked.findings],
        risk=checked.risk,
        law_hash=lodged.law_hash,
        rules_hash=lodged.rules.hash,
        lodged_at=lodged.now,
        changed_at=lodged.now,
        cleared_at=lodged.now if state == "cleared" else None,
        replaces=lodged.replaces,
        looked=lodged.replaces.looked if lodged.replaces else "",
        **keys_of(declared),
    )


def number(regime: str, ident: uuid.UUID) -> str:
    """The gate's number: nobody waits for another's."""
    return f"{regime}-D-{base64.b32encode(ident.bytes).decode()[:_NUMBER]}"


def _item(
    declaration: Declaration,
    item: DeclaredItem,
    found: CheckedItem,
    lines: Mapping[tuple[str, int], LicenceLine],
) -> Item:
    licence = found.licence.number if found.licence else ""
    line = lines.get((licence, found.line.number)) if found.line else None
    draws = line is not None and declaration.state != "refused"
    return Item(
        declaration=declaration,
        number=found.number,
        hs=item.hs or "",
        description=item.description or "",
        form=item.form or "",
        contains=item.contains or "",
        control_code=item.control_code or "",
        quantity=item.quantity or Decimal(),
        unit=item.unit or "",
        mass_kg=item.mass_kg or Decimal(),
        second_quantity=item.second_quantity,
        second_unit=item.second_unit or "",
        value=item.value or Decimal(),
        currency=item.currency or "",
        claim=item.claim or "",
        licence_number=licence,
        line=line if draws else None,
        drawn_quantity=found.quantity if draws else Decimal(),
        drawn_value=found.value if draws else Decimal(),
        ruling=found.ruling.outcome if found.ruling else "",
        outcome=found.outcome,
        findings=[kept(finding) for finding in found.findings],
    )
