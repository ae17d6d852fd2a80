"""A manifest to fill in: every column that most need, and a row as one would write it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

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


def example(person: Person) -> Document:
    """A declaration that draws on a licence of the firm, where it has one; else what is usual."""
    said = blank(person)
    licence = own(person).first()
    if licence is None:
        return said | {"mode": "sea", "items": [{}]}
    found = {name: value for name, value in drafted(licence).items() if value}
    return said | found | {"items": found["items"][:1]}


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
