"""A draft is saved as one goes; what two wrote at once is shown to both, never overwritten."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from monazite.desk.applications.errors import Clash, Conflict
from monazite.desk.applications.models import Application
from monazite.desk.applications.services.held import held, step
from monazite.desk.applications.typed import paths, rows
from monazite.desk.applications.typed.storable import form_sha256, storable
from monazite.desk.applications.typed.summary import summary
from monazite.desk.applications.typed.summary import told as summary_told
from monazite.desk.events.append import ChangedMeanwhile, Who, record
from monazite.desk.events.models import Event
from monazite.desk.people.models import Person
from monazite.licensing.fields import Form

WHOLE = ""
"""The path of everything: the form was replaced."""
_TRIES = 5
_PATHS_TOLD = 200

Change = Callable[[Form], Form]
Mine = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Saved:
    """The draft after a save; version: to be given with the next one; changed: the paths."""

    application: Application
    version: int
    changed: tuple[str, ...]


def save(
    person: Person, ident: uuid.UUID, changes: Mapping[str, object], version: int, via: str
) -> Saved:
    """Put values into fields, seen at `version`; Conflict where others changed the same ones."""
    wanted = {path: text for path, text in changes.items() if paths.place(path)}

    def put(form: Form) -> Form:
        return paths.with_values(form, wanted)

    return _saved(person, ident, put, wanted, version, via)


def save_form(person: Person, ident: uuid.UUID, form: Form, version: int, via: str) -> Saved:
    """Replace the whole form, as an import does; Conflict where it changed since `version`."""
    kept = storable(form)
    return _saved(person, ident, lambda _: kept, {WHOLE: kept}, version, via)


def add_row(person: Person, ident: uuid.UUID, section: str, version: int, via: str) -> Saved:
    """An empty row at the end of a section; never in the way of what others write."""
    return _saved(person, ident, lambda form: rows.added(form, section), {}, version, via)


def remove_row(
    person: Person, ident: uuid.UUID, section: str, row: int, version: int, via: str
) -> Saved:
    """The section without the row; Conflict where the section changed since `version`."""
    mine = {f"{section}[]": None}
    return _saved(person, ident, lambda f: rows.removed(f, section, row), mine, version, via)


def move_row(
    person: Person, ident: uuid.UUID, section: str, row: int, to: int, version: int, via: str
) -> Saved:
    """The row at another place; Conflict where the section changed since `version`."""
    mine = {f"{section}[]": None}
    return _saved(person, ident, lambda f: rows.moved(f, section, row, to), mine, version, via)


def _saved(
    person: Person, ident: uuid.UUID, change: Change, mine: Mine, version: int, via: str
) -> Saved:
    """Try again where another save came between: its fields are then seen and compared."""
    for _ in range(_TRIES - 1):
        try:
            return _once(person, ident, change, mine, version, via)
        except ChangedMeanwhile:
            continue
    return _once(person, ident, change, mine, version, via)


@transaction.atomic
def _once(
    person: Person, ident: uuid.UUID, change: Change, mine: Mine, version: int, via: str
) -> Saved:
    draft = held(person, ident, "application.save")
    state = step(draft, "save")
    _no_clash(draft, mine, version)
    form = storable(change(draft.form))
    touched = tuple(mine) or _new_rows(draft.form, form)
    if form_sha256(form) == draft.form_sha256:
        return Saved(draft, draft.version, ())
    write(draft, form, touched, Who(person.pk, via), state)
    return Saved(draft, draft.version, touched)


def write(draft: Application, form: Form, touched: Sequence[str], who: Who, state: str) -> None:
    """The row and its event: which fields changed and the form's hash, not what was typed."""
    sha256, version, shown = form_sha256(form), draft.version + 1, summary(form)
    told = list(touched) if len(touched) <= _PATHS_TOLD else [WHOLE]
    record(
        draft,
        "saved",
        {"version": version, "paths": told, "form": sha256, **summary_told(shown)},
        who,
        form=form,
        version=version,
        form_sha256=sha256,
        changed_at=timezone.now(),
        state=state,
        **shown,
    )


def _no_clash(draft: Application, mine: Mine, version: int) -> None:
    if version > draft.version or version < 0:
        raise Conflict(draft.version, [Clash(path, None, mine[path]) for path in mine])
    others = _touched_since(draft, version)
    clashes = [
        Clash(path, _now(draft.form, path), value)
        for path, value in mine.items()
        if any(_overlap(path, other) for other in others) and _now(draft.form, path) != value
    ]
    if clashes:
        raise Conflict(draft.version, clashes)


def _touched_since(draft: Application, version: int) -> set[str]:
    """The paths of the saves after that version: each save is one event."""
    if version == draft.version:
        return set()
    saves = Event.objects.filter(aggregate_id=draft.pk, kind="saved").order_by("-seq")
    payloads = saves.values_list("payload", flat=True)[: draft.version - version]
    return {path for payload in payloads for path in json.loads(payload)["paths"]}


def _overlap(one: str, other: str) -> bool:
    """Equal, or one is the whole form, or the rows of one's section moved."""
    if one == other or WHOLE in {one, other}:
        return True
    if one.partition("[")[0] != other.partition("[")[0] or "[" not in one:
        return False
    return "[]" in {one[-2:], other[-2:]} or f"{one}.".startswith(f"{other}.")


def _now(form: Form, path: str) -> object:
    if path == WHOLE:
        return form
    return form.get(path[:-2], []) if path.endswith("[]") else paths.value(form, path)


def _new_rows(before: Form, after: Form) -> tuple[str, ...]:
    return tuple(
        f"{name}[{len(content) - 1}]"
        for name, content in after.items()
        if content != before.get(name)
    )
