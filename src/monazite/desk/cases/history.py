"""What was decided on the same parties or items, and what was filed before: few queries.

Need to know: a case that the reader's office may not read is not counted either.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from monazite.desk.applications.models import Application, FiledLine, FiledParty
from monazite.desk.cases.models import Case, Decision
from monazite.desk.cases.models.decisions import STANDING
from monazite.desk.people import visible
from monazite.desk.people.models import Person

Value = TypeVar("Value")
Row = TypeVar("Row", FiledParty, FiledLine)
MOST = 50
"""Of each kind the newest so many matches with a decision are told, and so many without."""
LOOKED = 500
"""Open ones are looked for among so many matches that were filed just before."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """One earlier case.

    parties: what its parties are called that are the same; items: its same items, each as control
    code and form; outcome, decided_at: of the decision that stands, "" and None while there is
    none.
    """

    application: Application
    parties: tuple[str, ...]
    items: tuple[tuple[str, str], ...]
    outcome: str
    decided_at: datetime | None

    @property
    def filed_at(self) -> datetime | None:
        """When it was filed."""
        return self.application.filed_at


def earlier(person: Person, case: Case) -> tuple[Earlier, ...]:
    """Those that the person may read; two queries, however many there are.

    Decided ones first, the newest decision at the top, whenever they were filed; then those that
    were filed before this one and are still open, the newest first.

    The same party: the same identifier and country where both say one, else the same name and
    country, exactly. The same item: the same control code and form.
    """
    by_party, by_item = _of_parties(person, case.application), _of_items(person, case.application)
    parties = _grouped((row.application_id, row.name) for row in by_party)
    items = _grouped((row.application_id, (row.control_code, row.form)) for row in by_item)
    rows: list[FiledParty | FiledLine] = [*by_party, *by_item]
    found = {row.application_id: row for row in rows}
    told = [
        Earlier(
            found[pk].application, tuple(parties.get(pk, ())), tuple(items.get(pk, ())),
            getattr(found[pk], "outcome", None) or "", getattr(found[pk], "decided_at", None),
        )
        for pk in found
    ]  # fmt: skip
    return tuple(sorted(told, key=_place, reverse=True))


def _place(each: Earlier) -> tuple[bool, datetime | None, uuid.UUID]:
    """Decided above open; each by its day, and by its id where two have the same."""
    on = each.decided_at or each.filed_at
    return each.decided_at is not None, on, each.application.pk


def _of_parties(person: Person, own: Application) -> list[FiledParty]:
    parties = own.parties.all()
    asked = Q()
    for each in parties:
        asked |= _same(each)
    if not asked:
        return []
    rows = FiledParty.objects.filter(asked, application__in=visible.applications(person))
    return list(_newest(rows, own, min(each.pk for each in parties)))


def _same(party: FiledParty) -> Q:
    named = Q(name=party.name, country=party.country)
    if not party.identifier:
        return named
    numbered = Q(identifier=party.identifier, country=party.country)
    return numbered | (named & Q(identifier=""))


def _of_items(person: Person, own: Application) -> list[FiledLine]:
    lines = own.lines.all()
    said = {(line.control_code, line.form) for line in lines if line.control_code}
    asked = Q()
    for code, form in sorted(said):
        asked |= Q(control_code=code, form=form)
    if not asked:
        return []
    rows = FiledLine.objects.filter(asked, application__in=visible.applications(person))
    return list(_newest(rows, own, min(each.pk for each in lines)))


def _newest(rows: QuerySet[Row], own: Application, first: int) -> QuerySet[Row]:
    """The newest matches, each with its application without the form, and with what was decided.

    first: the least id of the application's own rows, which are written when it is filed.
    """
    stands = Decision.objects.filter(
        case__application=OuterRef("application"), state=STANDING, kind="decision"
    )
    every = rows.model._default_manager  # noqa: SLF001 - Django's own name
    others = rows.exclude(application=own).order_by("-id")
    looked = every.filter(pk__in=others.filter(pk__lt=first).values("pk")[:LOOKED])
    before = looked.filter(~Exists(stands), application__filed_at__lt=own.filed_at).order_by("-id")
    # As subqueries, each stops at its newest: what is open never crowds out what was decided. Their
    # keys are put together, for with OR between them PostgreSQL reads the whole table.
    decided, open_ones = (
        every.filter(pk__in=some.values("pk")[:MOST]).values("pk")
        for some in (others.filter(Exists(stands)), before)
    )
    found = every.filter(pk__in=decided.union(open_ones, all=True)).annotate(
        outcome=Subquery(stands.values("outcome")[:1]),
        decided_at=Subquery(stands.values("signed_at")[:1]),
    )
    told = found.select_related("application").defer("application__form", "application__words")
    return told.order_by("-id")


def _grouped(
    pairs: Iterable[tuple[uuid.UUID, Value]],
) -> dict[uuid.UUID, list[Value]]:
    """By application, each value once."""
    found: dict[uuid.UUID, dict[Value, None]] = {}
    for ident, value in pairs:
        found.setdefault(ident, {})[value] = None
    return {ident: list(values) for ident, values in found.items()}
