"""The one way in which a declaration's state changes: by its procedure, with event and act."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from datetime import date, datetime

from django.utils import timezone

from monazite.customs.procedure import machine
from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import ROWS, plain
from monazite.desk.gate.following import followed
from monazite.desk.gate.models import Act, Declaration
from monazite.desk.gate.prints import FIELDS, Told, acts_told

Change = str | date | datetime | uuid.UUID | None


def _nothing() -> None:
    """Most steps write nothing beside."""


def step(
    declaration: Declaration,
    event: str,
    who: Who,
    *,
    text: str = "",
    told: Mapping[str, object] | None = None,
    rows: Told | None = None,
    writes: Callable[[], object] = _nothing,
    document: Mapping[str, object] | None = None,
    **changes: Change,
) -> Act:
    """Take the step; NotAllowed where the procedure has none from here, ChangedMeanwhile as ever.

    text: what the declarant reads of it; document: what is asked to take its place; told: more for
    the event; rows: prints of the rows that `writes` writes, after the event and before those who
    follow the step act; changes: columns of the declaration, by their names in the table. Nobody
    follows a step that leaves it where it is.
    """
    state, now = machine().after(declaration.state, event), timezone.now()
    act = Act(
        declaration=declaration, number=declaration.event_seq + 1, kind=event, text=text,
        document=dict(document or {}), by_id=who.person, at=now,
    )  # fmt: skip
    columns = {"state": state, "changed_at": now, **changes}
    payload = {
        **(told or {}),
        FIELDS: {name: plain(value) for name, value in columns.items()},
        ROWS: {**(rows or {}), **acts_told(act)},
    }
    moved = state != declaration.state
    record(declaration, state if moved else event, payload, who, **_by_field(columns))
    act.save(force_insert=True)
    writes()
    if moved:
        followed(state, declaration, who)
    return act


def _by_field(columns: Mapping[str, object]) -> dict[str, object]:
    """By the fields' own names, as the gate of events takes them."""
    return {name.removesuffix("_id"): value for name, value in columns.items()}
