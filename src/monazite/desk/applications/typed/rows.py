"""Rows of a section that has many: one more, one less, another order."""

from __future__ import annotations

import copy

from monazite.desk.applications.typed.paths import room_for, section
from monazite.errors import InputError
from monazite.licensing.fields import Form


def added(form: Form, name: str) -> Form:
    """The form with an empty row at the end of the section."""
    new = _of_many(form, name)
    rows = new.setdefault(name, [])
    room_for(name, len(rows), rows)
    rows.append({})
    return new


def removed(form: Form, name: str, row: int) -> Form:
    """The form without the row."""
    new = _of_many(form, name)
    del new[name][_there(new, name, row)]
    return new


def moved(form: Form, name: str, row: int, to: int) -> Form:
    """The form with the row at another place of its section."""
    new = _of_many(form, name)
    taken = new[name].pop(_there(new, name, row))
    if not 0 <= to <= len(new[name]):
        raise InputError("to", to, f"0 … {len(new[name])}")
    new[name].insert(to, taken)
    return new


def _of_many(form: Form, name: str) -> Form:
    if not section(name).many:
        raise InputError("section", name, "a section with rows")
    return copy.deepcopy(form)


def _there(form: Form, name: str, row: int) -> int:
    rows = form.get(name, [])
    if not 0 <= row < len(rows):
        raise InputError("row", row, f"a row of {name}: there are {len(rows)}", "stale")
    return row
