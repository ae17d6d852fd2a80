"""Declarations as the table that a risk model learns from and scores: a row an item.

The columns have names whose part `watch.targeting` knows (`roles.yaml`); whatever was decided
about a declaration is none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from monazite.catalogue.words import fold
from monazite.customs.numbers import tidy
from monazite.desk.events.prints import plain

if TYPE_CHECKING:
    from monazite.desk.gate.models import Declaration, Item

COLUMNS = (
    "declaration", "row", "date", "exporter", "declarant", "sender", "consignee",
    "consignee_address", "end_user", "office", "port", "procedure", "transport", "origin",
    "destination", "arrival", "hs", "description", "form", "contains", "control_code", "licence",
    "mass_kg", "value", "currency", "quantity", "unit",
)  # fmt: skip
"""declaration, row: which item of which; exporter: its registration number, else its name; names,
addresses and descriptions without case and signs; mass_kg: net; value: FOB in currency, never
converted; quantity in unit. An empty cell: nobody said."""
TIME = "date"
"""The column of days."""
_FORMULA = "=+-@\t\r"

Row = tuple[str, ...]


def rows(declarations: Iterable[Declaration]) -> Iterator[Row]:
    """A row for each item, in the order of COLUMNS; items and office must have been read."""
    for declaration in declarations:
        whole = _whole(declaration)
        for item in sorted(declaration.items.all(), key=lambda each: each.number):
            cells = whole | _item(declaration, item)
            yield tuple(_plain(cells[name]) for name in COLUMNS)


def columns(rows: Sequence[Row]) -> dict[str, list[str]]:
    """The same, column by column."""
    return {name: [row[at] for row in rows] for at, name in enumerate(COLUMNS)}


def _whole(row: Declaration) -> dict[str, str]:
    """What is the same for all items of a declaration."""
    said: Mapping[str, Any] = row.said
    exporter, consignee = _party(said, "exporter"), _party(said, "consignee")
    return {
        "declaration": row.number,
        "date": row.day.isoformat(),
        "exporter": str(exporter.get("identifier") or "") or _name(exporter),
        "declarant": _name(_party(said, "declarant")),
        "sender": _name(_party(said, "sender")),
        "consignee": _name(consignee),
        "consignee_address": fold(str(consignee.get("address") or "")),
        "end_user": _name(_party(said, "end_user")),
        "office": row.office.name,
        "port": fold(row.port),
        "procedure": row.series,
        "transport": row.mode,
        "destination": row.destination,
        "arrival": row.arrival,
    }


def _item(row: Declaration, item: Item) -> dict[str, str]:
    items = row.said.get("items") or ()
    said: Mapping[str, Any] = items[item.number - 1] if item.number <= len(items) else {}
    cited = next(iter(said.get("licences") or ()), "")
    return {
        "row": str(item.number),
        "origin": said.get("origin") or "",
        "hs": item.hs,
        "description": fold(item.description),
        "form": item.form,
        "contains": item.contains,
        "control_code": item.control_code,
        "licence": tidy(cited),
        "mass_kg": str(plain(item.mass_kg)),
        "value": str(plain(item.value)),
        "currency": item.currency,
        "quantity": str(plain(item.quantity)),
        "unit": item.unit,
    }


def _party(said: Mapping[str, Any], role: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = said.get(role) or {}
    return found


def _name(party: Mapping[str, Any]) -> str:
    return fold(str(party.get("name") or party.get("name_native") or ""))


def _plain(text: str) -> str:
    """Without the sign that a spreadsheet takes for a formula's: model and file read the same."""
    return text.lstrip(_FORMULA)
