"""What the buttons of a section do to its rows."""

from __future__ import annotations

import uuid

from django.urls import reverse

from monazite.desk.applications import services
from monazite.desk.applications.models import Application
from monazite.desk.pages.form.findings import link
from monazite.desk.pages.form.sent import Act
from monazite.desk.pages.form.steps import rows_of, step_of
from monazite.desk.people.models import Person
from monazite.errors import InputError


def done(person: Person, ident: uuid.UUID, act: Act | None, version: int) -> str | None:
    """Do it; the address of the row that one then wants to see, None where nothing was to do."""
    if act is None:
        return None
    if act.what == "remove":
        services.remove_row(person, ident, act.section, act.row, version, "page")
        return f"{reverse('form', args=[ident, step_of(act.section)])}#at-{act.section}"
    last = _added if act.what == "add" else _copied
    return link(f"{act.section}[{last(person, ident, act, version)}]", ident)


def _added(person: Person, ident: uuid.UUID, act: Act, version: int) -> int:
    saved = services.add_row(person, ident, act.section, version, "page")
    return len(rows_of(saved.application.form, act.section)) - 1


def _copied(person: Person, ident: uuid.UUID, act: Act, version: int) -> int:
    """The row once more, at the end, in one save."""
    rows = rows_of(Application.objects.get(pk=ident).form, act.section)
    if act.row >= len(rows):
        raise InputError("row", act.row, f"a row of {act.section}: there are {len(rows)}")
    copy = {f"{act.section}[{len(rows)}].{name}": text for name, text in rows[act.row].items()}
    services.save(person, ident, copy, version, "page")
    return len(rows)
