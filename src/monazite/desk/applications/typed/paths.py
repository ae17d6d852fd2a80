"""Places in a form: `contract.number`, `lines[2].quantity` (rows from 0)."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from typing import Any

from monazite.errors import InputError
from monazite.licensing.fields import Form, Section, sections

_PATH = re.compile(r"([a-z_]{1,40})(?:\[(\d{1,3})\])?\.([a-z0-9_]{1,40})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Place:
    """A field of a section; row: None where the section is one record."""

    section: str
    row: int | None
    field: str


def place(path: str) -> Place:
    """The place that a path names; InputError where the form has no such field."""
    found = _PATH.fullmatch(path)
    known = section(found[1], path) if found else None
    if found is None or known is None or found[3] not in {f.name for f in known.fields}:
        raise InputError("path", path, "a field of the form, such as lines[0].quantity", "stale")
    if known.many != (found[2] is not None):
        accepted = f"{found[1]}[0].{found[3]}" if known.many else f"{found[1]}.{found[3]}"
        raise InputError("path", path, accepted, "stale")
    return Place(found[1], int(found[2]) if found[2] else None, found[3])


def section(name: str, shown: str | None = None) -> Section:
    """The section of that name; InputError where the form has none."""
    known = sections().get(name)
    if known is None:
        raise InputError("path", shown or name, ", ".join(sections()), "stale")
    return known


def value(form: Form, path: str) -> object:
    """What stands at a place; None where nothing was typed."""
    where = place(path)
    record = form.get(where.section)
    if where.row is None:
        return record.get(where.field) if isinstance(record, dict) else None
    rows = record if isinstance(record, list) else []
    return rows[where.row].get(where.field) if where.row < len(rows) else None


def with_values(form: Form, changes: dict[str, Any]) -> Form:
    """The form with these values put in; the row after the last one is made where one is named."""
    new = copy.deepcopy(form)
    for path in sorted(changes, key=_in_order):
        _put(new, place(path), changes[path])
    return new


def _in_order(path: str) -> tuple[str, int, str]:
    where = place(path)
    return where.section, -1 if where.row is None else where.row, where.field


def _put(form: Form, where: Place, text: object) -> None:
    if where.row is None:
        form.setdefault(where.section, {})[where.field] = text
        return
    rows = form.setdefault(where.section, [])
    room_for(where.section, where.row, rows)
    if where.row == len(rows):
        rows.append({})
    rows[where.row][where.field] = text


def room_for(name: str, row: int, rows: list[Any]) -> None:
    """InputError where a row is neither there nor the next one, or one too many."""
    if row > len(rows):
        raise InputError("path", f"{name}[{row}]", f"{name}[0] … {name}[{len(rows)}]", "stale")
    most = section(name).most
    if row >= most:
        raise InputError(
            "path", f"{name}[{row}]", f"at most {most} rows of {name}", "rows", most=most
        )
