"""A manifest to fill in: every column that most need, and a row as one would write it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from monazite.customs.declared import EXAMPLE
from monazite.desk.gate.drafting import drafted
from monazite.desk.pages.declarations.form.blank import blank
from monazite.desk.pages.declarations.form.licences import own
from monazite.desk.pages.declarations.form.sent import typed
from monazite.desk.people.models import Person

_WHOLE = (
    "regime", "reference", "series", "mode", "port", "destination", "arrival", "via", "contract",
    "end_use", "military", "leaves_on",
)  # fmt: skip
_PARTIES = ("consignee", "end_user")
_PARTY = ("name", "country", "address")
_ITEM = (
    "description", "form", "contains", "hs", "control_code", "origin", "quantity", "unit",
    "mass_kg", "second_quantity", "second_unit", "value", "currency", "licences", "licence_line",
    "claim",
)  # fmt: skip
Document = dict[str, Any]
_AMOUNTS = ("mass_kg", "second_quantity", "value")
_FINEST = Decimal("0.000001")


def example(person: Person) -> Document:
    """A declaration that draws on a licence of the firm, where it has one; else what is usual.

    By its reference the gate knows it for the example: nobody lodges it by mistake.
    """
    said = blank(person) | {"reference": EXAMPLE}
    licence = own(person).first()
    if licence is None:
        return said | {"mode": "sea", "items": [{}]}
    found = {name: value for name, value in drafted(licence).items() if value}
    return said | found | {"reference": EXAMPLE, "items": [_little(found["items"][0])]}


def _little(item: Document) -> Document:
    """The item as one of what it is counted in, so that nobody takes it for what is to leave."""
    whole = Decimal(item.get("quantity") or 0)
    if not whole:
        return item
    parts = {name: _part(item[name], whole) for name in _AMOUNTS if item.get(name)}
    return item | {"quantity": "1"} | parts


def _part(amount: str, whole: Decimal) -> str:
    return f"{(Decimal(amount) / whole).quantize(_FINEST).normalize():f}"


def columns() -> tuple[str, ...]:
    """The header of the table."""
    of_parties = (f"{role}_{name}" for role in _PARTIES for name in _PARTY)
    return (*_WHOLE, *of_parties, *_ITEM)


def table(person: Person) -> Iterator[tuple[str, ...]]:
    """The header, and the example's first item as its row."""
    said = example(person)
    item = said["items"][0]
    yield columns()
    parties = (_of(said, role, name) for role in _PARTIES for name in _PARTY)
    whole = (typed(said.get(name)) for name in _WHOLE)
    yield (*whole, *parties, *(typed(item.get(name)) for name in _ITEM))


def as_json(person: Person) -> bytes:
    """The same as a list of declarations."""
    return json.dumps([example(person)], ensure_ascii=False, indent=2).encode()


def _of(said: Mapping[str, Any], role: str, name: str) -> str:
    return typed(said.get(role, {}).get(name))
