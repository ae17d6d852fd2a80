"""Whom one can be in the demo, as every page that asks for a sign-in offers it."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Case, Exists, OuterRef, When

from monazite.desk.people.models import (
    AGENCY,
    EXPORTER,
    FOREIGN,
    OPERATOR,
    Assignment,
    Organisation,
    Person,
)

_SHOWN = 60
# What a visitor comes to see begins with an exporter.
_ORDER = (EXPORTER, FOREIGN, AGENCY, OPERATOR)


@dataclass(frozen=True, slots=True)
class Firm:
    """An organisation of the demo with those of its people who hold roles."""

    organisation: Organisation
    people: tuple[Person, ...]


def whom_to_be() -> tuple[Firm, ...]:
    """Each organisation once; nobody where the site is no demo."""
    if not settings.DEMO:
        return ()
    found = Person.objects.filter(is_active=True, organisation__active=True)
    # No join: a person with two roles would stand there twice, and DISTINCT bears no such order.
    held = found.filter(
        Exists(Assignment.objects.filter(person=OuterRef("pk"), until__isnull=True))
    )
    kinds = Case(*(When(organisation__kind=kind, then=n) for n, kind in enumerate(_ORDER)))
    by = (kinds, "organisation__name", "organisation_id", "name")
    firms: dict[Organisation, list[Person]] = {}
    for person in held.select_related("organisation").order_by(*by)[:_SHOWN]:
        firms.setdefault(person.organisation, []).append(person)
    return tuple(Firm(organisation, tuple(people)) for organisation, people in firms.items())
