"""What happened at the demo's gate: shipments declared, looked at and gone, each by a service."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from monazite.desk.demo import challenged
from monazite.desk.demo.filling import filled
from monazite.desk.demo.people import VIA
from monazite.desk.demo.shipping import REGIME, Said, Shipping
from monazite.desk.gate import services
from monazite.desk.gate.drafting import drafted
from monazite.desk.people.models import Person

Document = dict[str, Any]
_LOOKED = "The papers fit the goods and the licence."


def lodge(step: Shipping) -> None:
    """Declare it: what the licence says, with what the story puts otherwise."""
    said: Document = drafted(step.licence) if step.licence else {"regime": REGIME, "items": []}
    said |= {"exporter": _firm(step.person), "reference": step.reference}
    document = _put(said, filled(step.said.get("put", {}), {}, step.today))
    services.lodge(step.person, document, VIA)


def _firm(person: Person) -> dict[str, str]:
    firm = person.organisation
    return {"name": firm.name, "name_native": firm.name_native, "country": firm.country}


def _put(said: Document, fields: Said) -> Document:
    """A copy with other fields; `items` is laid over the items one by one."""
    rows = list(said["items"])
    for at, item in enumerate(fields.get("items", ())):
        rows[at : at + 1] = [(rows[at] if at < len(rows) else {}) | item]
    return (
        said | {name: value for name, value in fields.items() if name != "items"} | {"items": rows}
    )


def clear(step: Shipping) -> None:
    """An officer looked and lets it go."""
    services.clear(step.person, step.declaration.pk, step.said.get("text", _LOOKED), VIA, seen=None)


def leave(step: Shipping) -> None:
    """It left that day; what an officer had to look at first was looked at."""
    declaration = step.declaration
    if declaration.state == "held":
        clear(step)
    left = {int(n): Decimal(amount) for n, amount in step.said.get("left", {}).items()}
    services.confirm_exit(step.person, declaration.pk, step.today, left, VIA, seen=None)


def _hold(step: Shipping) -> None:
    services.hold(step.person, step.declaration.pk, step.said["text"], VIA, seen=None)


def _refuse(step: Shipping) -> None:
    services.refuse(step.person, step.declaration.pk, step.said["text"], VIA, seen=None)


def _cancel(step: Shipping) -> None:
    services.cancel(step.person, step.declaration.pk, step.said["text"], VIA, seen=None)


ACTS: Mapping[str, Callable[[Shipping], object]] = {
    "lodge": lodge,
    "let_go": clear,
    "exit": leave,
    "hold_back": _hold,
    "turn_back": _refuse,
    "call_off": _cancel,
    **challenged.ACTS,
}
"""Steps of a story at the gate, by their names."""
