"""What the buttons of a section do to its rows."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from itertools import count

from django.urls import reverse

from monazite.desk.applications import services
from monazite.desk.applications.checking import check
from monazite.desk.applications.models import Application
from monazite.desk.pages.form.fields import typed
from monazite.desk.pages.form.filed_papers import claims
from monazite.desk.pages.form.files import files
from monazite.desk.pages.form.findings import link
from monazite.desk.pages.form.sent import Act
from monazite.desk.pages.form.steps import rows_of, step_of
from monazite.desk.people.models import Person
from monazite.errors import InputError
from monazite.law.finding import Term


def done(person: Person, ident: uuid.UUID, act: Act | None, version: int) -> str | None:
    """Do it; the address of the row that one then wants to see, None where nothing was to do."""
    if act is None:
        return None
    if act.what == "remove":
        _removed(person, ident, act, version)
        return f"{reverse('form', args=[ident, step_of(act.section)])}#at-{act.section}"
    return link(f"{act.section}[{_LAST[act.what](person, ident, act, version)}]", ident)


def _removed(person: Person, ident: uuid.UUID, act: Act, version: int) -> None:
    """The row goes; of a paper its file too, unless another row describes it."""
    before = rows_of(Application.objects.get(pk=ident).form, act.section)
    saved = services.remove_row(person, ident, act.section, act.row, version, "page")
    if act.section == "papers" and act.row < len(before):
        sha256 = before[act.row].get("sha256")
        loose = (each.paper for each in files(saved.application).values() if not each.described)
        for paper in loose:
            if paper.sha256 == sha256:
                services.take_away(person, paper.pk, "page")


def _added(person: Person, ident: uuid.UUID, act: Act, version: int) -> int:
    saved = services.add_row(person, ident, act.section, version, "page")
    return len(rows_of(saved.application.form, act.section)) - 1


def _copied(person: Person, ident: uuid.UUID, act: Act, version: int) -> int:
    """The row once more, at the end, in one save."""
    rows = rows_of(Application.objects.get(pk=ident).form, act.section)
    if act.row >= len(rows):
        accepted = f"a row of {act.section}: there are {len(rows)}"
        raise InputError("row", act.row, accepted, "stale")
    copy = {f"{act.section}[{len(rows)}].{name}": text for name, text in rows[act.row].items()}
    services.save(person, ident, copy, version, "page")
    return len(rows)


def _under(person: Person, ident: uuid.UUID, act: Act, version: int) -> int:
    """A part under a part of the product: the next number below its own."""
    rows = rows_of(Application.objects.get(pk=ident).form, act.section)
    nodes = [typed(row.get("node")) for row in rows]
    parent = nodes[act.row] if act.row < len(nodes) else ""
    node = child_of(parent, nodes)
    services.save(person, ident, {f"{act.section}[{len(rows)}].node": node}, version, "page")
    return len(rows)


def child_of(parent: str, nodes: Sequence[str]) -> str:
    """The first number below a parent that no node has: 1.2.3 below 1.2."""
    begin = f"{parent}." if parent else ""
    return next(node for n in count(1) if (node := f"{begin}{n}") not in nodes)


def _claimed(person: Person, ident: uuid.UUID, _: Act, version: int) -> int:
    """A row for each claim that is asked and not made; the first of them."""
    draft = Application.objects.get(pk=ident)
    missing = [
        claim.key.rpartition(".")[2]
        for each in check(draft).findings
        if each.code == "claim.missing" and isinstance(claim := each.values["claim"], Term)
    ]
    services.save(person, ident, claims(draft.form, missing), version, "page")
    return len(rows_of(draft.form, "claims"))


_LAST = {"add": _added, "copy": _copied, "under": _under, "claims": _claimed}
"""What makes a row, and the number of the row that one then wants to see."""
