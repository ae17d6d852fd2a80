"""The firm's own licences that a declaration of today can draw on, for the form's list."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db.models import QuerySet

from monazite.catalogue.texts import say
from monazite.desk.licences.accounts import balance_of
from monazite.desk.licences.limits import number
from monazite.desk.licences.models import Licence, LicenceLine
from monazite.desk.licences.standing import standing
from monazite.desk.pages.home.rows import country
from monazite.desk.pages.worded import worded
from monazite.desk.people.models import Person
from monazite.law.store import load

_MOST = 100


@dataclass(frozen=True, slots=True)
class Choice:
    """One of them; words: number, what it is for, where it goes and how much is left."""

    ident: uuid.UUID
    words: str


def own(person: Person) -> QuerySet[Licence]:
    """Those of the reader's firm that have not ended; the caller asked whether they declare."""
    found = Licence.objects.filter(organisation_id=person.organisation_id, ended="")
    return found.prefetch_related("lines").order_by("valid_until", "pk")


def usable(person: Person, lang: str) -> tuple[Choice, ...]:
    """Those that may be used today, the ones that end first above; two queries."""
    found = list(own(person)[:_MOST])
    return tuple(_choice(each, lang) for each in found if _usable(each))


def _usable(licence: Licence) -> bool:
    return standing(licence, load().today(licence.regime)).usable


def _choice(licence: Licence, lang: str) -> Choice:
    lines = sorted(licence.lines.all(), key=lambda line: line.number)
    words = say(
        "desk.declaration.licence",
        lang,
        number=licence.number,
        kind=worded("licensing.choice.kind", licence.kind, lang),
        goods=lines[0].description[:60] if lines else "",
        country=country(str(licence.terms["destination"]), lang),
        left=_left(lines[0], lang) if lines else "",
        until=licence.valid_until,
    )
    return Choice(licence.pk, words)


def _left(line: LicenceLine, lang: str) -> str:
    left = balance_of(line).quantity.left
    if left is None:
        return say("desk.declaration.licence_open", lang)
    unit = say(f"licensing.choice.unit.{line.unit}", lang)
    return f"{number(left)} {unit}"
