"""Earlier cases of the same parties or the same items, with what was decided: few queries.

Need to know: a case that the reader's office may not read is not counted either.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import Q

from monazite.desk.applications.models import Application, FiledLine, FiledParty
from monazite.desk.cases.models import Case, Decision
from monazite.desk.cases.models.decisions import STANDING
from monazite.desk.people import visible
from monazite.desk.people.models import Person

Value = TypeVar("Value")
MOST = 50
"""The newest so many matches of a kind are looked at."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """One earlier case.

    parties: what its parties are called that are the same; items: its same items, each as control
    code and form; decision: the one that stands, None while there is none.
    """

    application: Application
    parties: tuple[str, ...]
    items: tuple[tuple[str, str], ...]
    decision: Decision | None

    @property
    def filed_at(self) -> datetime | None:
        """When it was filed."""
        return self.application.filed_at


def earlier(person: Person, case: Case) -> tuple[Earlier, ...]:
    """Those that the person may read, newest first; five queries, however many there are.

    The same party: the same identifier and country where both say one, else the same name and
    country, exactly. The same item: the same control code and form.
    """
    own = case.application
    parties, items = _parties(person, own), _items(person, own)
    applications = Application.objects.filter(pk__in=parties.keys() | items.keys())
    decided = _decided(parties.keys() | items.keys())
    return tuple(
        Earlier(each, tuple(parties.get(each.pk, ())), tuple(items.get(each.pk, ())),
                decided.get(each.pk))
        for each in applications.order_by("-filed_at", "-id")
    )  # fmt: skip


def _parties(person: Person, own: Application) -> dict[uuid.UUID, list[str]]:
    same = [_same(party) for party in own.parties.all()]
    if not same:
        return {}
    asked = same[0]
    for each in same[1:]:
        asked |= each
    rows = FiledParty.objects.filter(asked, application__in=visible.applications(person))
    found = rows.exclude(application=own).order_by("-id")[:MOST]
    return _grouped((row.application_id, row.name) for row in found)


def _same(party: FiledParty) -> Q:
    named = Q(name=party.name, country=party.country)
    if not party.identifier:
        return named
    numbered = Q(identifier=party.identifier, country=party.country)
    return numbered | (named & Q(identifier=""))


def _items(person: Person, own: Application) -> dict[uuid.UUID, list[tuple[str, str]]]:
    said = {(line.control_code, line.form) for line in own.lines.all() if line.control_code}
    asked = Q()
    for code, form in sorted(said):
        asked |= Q(control_code=code, form=form)
    if not asked:
        return {}
    rows = FiledLine.objects.filter(asked, application__in=visible.applications(person))
    found = rows.exclude(application=own).order_by("-id")[:MOST]
    return _grouped((row.application_id, (row.control_code, row.form)) for row in found)


def _grouped(
    pairs: Iterable[tuple[uuid.UUID, Value]],
) -> dict[uuid.UUID, list[Value]]:
    """By application, each value once."""
    found: dict[uuid.UUID, dict[Value, None]] = {}
    for ident, value in pairs:
        found.setdefault(ident, {})[value] = None
    return {ident: list(values) for ident, values in found.items()}


def _decided(idents: Iterable[uuid.UUID]) -> dict[uuid.UUID, Decision]:
    rows = Decision.objects.filter(
        case__application_id__in=list(idents), state=STANDING, kind="decision"
    ).select_related("case")
    return {row.case.application_id: row for row in rows}
