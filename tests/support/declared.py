"""Declarations for tests: a good one of each kind, changed field by field, with facts from YAML."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from monazite.customs.facts import (
    Analysed,
    Facts,
    LicenceFacts,
    LicenceParty,
    LineFacts,
    Looked,
    LookedItem,
    Recent,
)
from monazite.law.strict_yaml import read

CASES = Path(__file__).parent.parent / "cases" / "customs"
TODAY = date(2026, 11, 20)
"""The customs day of every case that names none."""
_DECIMALS = {"left_quantity", "left_value", "mass_kg", "value"}
_DAYS = {"valid_from", "valid_until"}
_PARTIES = {"end_users", "importers"}


@lru_cache
def _base() -> dict[str, Any]:
    found: dict[str, Any] = read((CASES / "base.yaml").read_text(encoding="utf-8"))
    return found


def declared(name: str, changes: dict[str, Any] | None = None) -> dict[str, Any]:
    """The document of that name, with fields changed by their path; None takes a field out."""
    document = deepcopy(_base()["documents"][name])
    for path, value in (changes or {}).items():
        _put(document, path.replace("[", ".").replace("]", "").split("."), value)
    return dict(document)


def _put(into: Any, path: list[str], value: object) -> None:
    for part in path[:-1]:
        into = into[int(part)] if isinstance(into, list) else into.setdefault(part, {})
    last: Any = path[-1]
    if isinstance(into, list):
        into[int(last) : int(last) + 1] = [] if value is None else [value]
    elif value is None:
        into.pop(last, None)
    else:
        into[last] = value


def facts(said: dict[str, Any] | None = None) -> Facts:
    """The facts of a case; a licence is that of the base of its name, changed where it says so."""
    said = said or {}
    licences = [_licence(name, changes or {}) for name, changes in said.get("licences", {}).items()]
    recent = [_recent(row) for row in said.get("recent", [])]
    return Facts(
        on=date.fromisoformat(said.get("on", TODAY.isoformat())),
        licences={each.number: each for each in licences},
        analysed={int(n): Analysed(**row) for n, row in said.get("analysed", {}).items()},
        recent=tuple(each for several in recent for each in several),
        looked=tuple(_looked(row) for row in said.get("looked", [])),
        risk=said.get("risk"),
    )


def _licence(name: str, changes: dict[str, Any]) -> LicenceFacts:
    values = deepcopy(_base()["licences"][name]) | deepcopy(changes)
    line = values.pop("line", {})
    lines = values.pop("lines", [])
    made = tuple(LineFacts(**_typed(each | line)) for each in lines)
    return LicenceFacts(**_typed(values), lines=made)


def _recent(row: dict[str, Any]) -> list[Recent]:
    """As many neighbours as `times` says, each with a number of its own."""
    times = row.get("times", 1)
    values = _typed({name: value for name, value in row.items() if name != "times"})
    on = date.fromisoformat(values.pop("on"))
    return [Recent(number=f"CN-D-{n}", on=on, **values) for n in range(1, times + 1)]


def _looked(row: dict[str, Any]) -> Looked:
    """Made before, to be held against the declaration of the case."""
    items = tuple(
        LookedItem(
            number,
            item["hs"],
            item["description"],
            Analysed(**item["analysed"]) if "analysed" in item else None,
        )
        for number, item in enumerate(row["items"], 1)
    )
    return Looked(
        number="CN-D-BEFORE",
        on=date.fromisoformat(row["on"]),
        step=row["step"],
        replaced=row.get("replaced", False),
        consignee=row["consignee"],
        licences=tuple(row.get("licences", [])),
        items=items,
        disposal=row.get("disposal", ""),
    )


def _typed(row: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(name, value) for name, value in row.items()}


def _value(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in _DECIMALS:
        return Decimal(value)
    if name in _DAYS:
        return date.fromisoformat(value)
    if name in _PARTIES:
        return tuple(LicenceParty(tuple(each["names"]), each.get("country")) for each in value)
    return tuple(value) if isinstance(value, list) else value
