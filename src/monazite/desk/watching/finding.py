"""The parties of applications and declarations, by the events that filed or lodged them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import Model

from monazite.desk.applications.models import Application
from monazite.desk.gate.models import Declaration
from monazite.desk.screening.asked import asked, of_document
from monazite.desk.screening.models import APPLICATION, DECLARATION
from monazite.licensing.reading import read
from monazite.watch.screening.party import Asked

_ROLES = ("exporter", "declarant", "sender", "consignee", "end_user")
_AT_ONCE = 500
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Found:
    """A party in a role; the other fields as `screening.models.Named` has them."""

    asked: Asked
    role: str
    kind: str
    subject: uuid.UUID
    reference: str
    regime: str
    at: datetime


def of_applications(idents: Iterable[uuid.UUID]) -> Iterator[Found]:
    """The parties on forms that were filed."""
    for row in _in_parts(Application, idents):
        for party in read(row.form).application.parties:
            found = asked(party.name, party.name_native, party.country, party.identifier)
            if found is not None and row.filed_at is not None:
                yield Found(
                    found, party.role or "", APPLICATION, row.pk, row.reference or "", row.regime,
                    row.filed_at,
                )  # fmt: skip


def of_declarations(idents: Iterable[uuid.UUID]) -> Iterator[Found]:
    """The parties of declarations that were lodged."""
    for row in _in_parts(Declaration, idents):
        for role, found in named(row):
            if found is not None:
                yield Found(found, role, DECLARATION, row.pk, row.number, row.regime, row.lodged_at)


def named(row: Declaration) -> Iterator[tuple[str, Asked | None]]:
    """The roles of a declaration and who is named in each, None where nobody is."""
    for role in _ROLES:
        said = row.said.get(role)
        yield role, of_document(said) if isinstance(said, dict) else None


def _in_parts(model: type[Row], idents: Iterable[uuid.UUID]) -> Iterator[Row]:
    """The rows of a table by their ids, some at a time."""
    waiting = list(dict.fromkeys(idents))
    for start in range(0, len(waiting), _AT_ONCE):
        part = waiting[start : start + _AT_ONCE]
        yield from model._default_manager.filter(pk__in=part)  # noqa: SLF001 - Django's own name
