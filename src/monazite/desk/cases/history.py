"""Earlier cases of the same parties or the same items, with what was decided: few queries.

Need to know: a case that the reader's office may not read is not counted either.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import OuterRef, Q, QuerySet, Subquery

from monazite.desk.applications.models import Application, FiledLine, FiledParty
from monazite.desk.cases.models import Case, Decision
from monazite.desk.cases.models.decisions import STANDING
from monazite.desk.people import visible
from monazite.desk.people.models import Person

Value = TypeVar("Value")
Row = TypeVar("Row", FiledParty, FiledLine)
MOST = 50
"""The newest so many matches of a kind are looked at."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """One earlier case.

    parties: what its parties are called that are the same; items: its same items, each as control
    code and form; outcome: of the decision that stands, "" while there is none.
    """

    application: Application
    parties: tuple[str, ...]
    items: tuple[tuple[str, str], ...]
    outcome: str

    @property
    def filed_at(self) -> datetime | None:
        """When it was filed."""
        return self.application.filed_at


def earlier(person: Person, case: Case) -> tuple[Earlier, ...]:
    """Those that the person may read, newest first; two queries, however many there are.

    The same party: the same identifier and country where both say one, else the same name and
    country, exactly. The same item: the same control code and form.
    """
    by_party, by_item = _of_parties(person, case.application), _of_items(person, case.application)
    parties = _grouped((row.application_id, row.name) for row in by_party)
    items = _grouped((row.application_id, (row.control_code, row.form)) for row in by_item)
    found = {row.application_id: row for row in (*by_party, *by_item)}
    newest = sorted(found, key=lambda pk: (found[pk].application.filed_at, pk), reverse=True)
    return tuple(
        Earlier(
            found[pk].application, tuple(parties.get(pk, ())), tuple(items.get(pk, ())),
            getattr(found[pk], "outcome", None) or "",
        )
        for pk in newest
    )  # fmt: skip


def _of_parties(person: Person, own: Application) -> list[FiledParty]:
    same = [_same(party) for party in own.parties.all()]
    if not same:
        return []
    asked = same[0]
    for each in same[1:]:
        asked |= each
    rows = FiledParty.objects.filter(asked, application__in=visible.applications(person))
    return list(_newest(rows, own))


def _same(party: FiledParty) -> Q:
    named = Q(name=party.name, country=party.country)
    if not party.identifier:
        return named
    numbered = Q(identifier=party.identifier, country=party.country)
    return numbered | (named & Q(identifier=""))


def _of_items(person: Person, own: Application) -> list[FiledLine]:
    said = {(line.control_code, line.form) for line in own.lines.all() if line.control_code}
    asked = Q()
    for code, form in sorted(said):
        asked |= Q(control_code=code, form=form)
    if not asked:
        return []
    rows = FiledLine.objects.filter(asked, application__in=visible.applications(person))
    return list(_newest(rows, own))


def _newest(rows: QuerySet[Row], own: Application) -> QuerySet[Row]:
    """The newest matches, each with its application without the form, and with what was decided."""
    stands = Decision.objects.filter(
        case__application=OuterRef("application"), state=STANDING, kind="decision"
    )
    found = rows.exclude(application=own).annotate(outcome=Subquery(stands.values("outcome")[:1]))
    told = found.select_related("application").defer("application__form", "application__words")
    return told.order_by("-id")[:MOST]


def _grouped(
    pairs: Iterable[tuple[uuid.UUID, Value]],
) -> dict[uuid.UUID, list[Value]]:
    """By application, each value once."""
    found: dict[uuid.UUID, dict[Value, None]] = {}
    for ident, value in pairs:
        found.setdefault(ident, {})[value] = None
    return {ident: list(values) for ident, values in found.items()}
