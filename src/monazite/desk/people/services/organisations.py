"""Organisations: added and ended by operators."""

from __future__ import annotations

from django.db import transaction

from monazite.catalogue.countries import country as iso2
from monazite.desk.events.append import create, record
from monazite.desk.people import words
from monazite.desk.people.models import (
    AGENCY,
    CUSTOMS,
    EXPORTER,
    FOREIGN,
    INTAKE,
    LICENSING,
    OPERATOR,
    REVIEWING,
    Organisation,
    Person,
)
from monazite.desk.people.services.acting import allow, fresh, who
from monazite.errors import InputError

_KINDS = (AGENCY, EXPORTER, FOREIGN, OPERATOR)
_DUTIES = (INTAKE, LICENSING, REVIEWING, CUSTOMS)
_NAME_MAX = 200
_IDENTIFIER_MAX = 60
_REGIME_MAX = 8


def add_organisation(
    by: Person | None,
    via: str,
    *,
    kind: str,
    name: str,
    country: str,
    name_native: str = "",
    identifier: str = "",
    regime: str = "",
    duty: str = "",
) -> Organisation:
    """A new firm or office; an agency has a duty (intake, licensing, reviewing) and a regime."""
    with transaction.atomic():
        allow(by, via, "organisation.add")
        organisation = Organisation(
            kind=_one_of("kind", kind, _KINDS),
            name=words.line("name", name, _NAME_MAX),
            name_native=words.line("name_native", name_native, _NAME_MAX, may_be_empty=True),
            country=iso2(country),
            identifier=words.line("identifier", identifier, _IDENTIFIER_MAX, may_be_empty=True),
            regime=words.line("regime", regime, _REGIME_MAX, may_be_empty=kind != AGENCY),
            duty=_one_of("duty", duty, _DUTIES if kind == AGENCY else ("",)),
        )
        _new(organisation)
        create(organisation, "organisation.added", _payload(organisation), who(by, via))
    return organisation


def _new(organisation: Organisation) -> None:
    """InputError where the site has it already, by its number or by its name."""
    here = Organisation.objects.filter(country=organisation.country, active=True)
    for field in ("identifier", "name"):
        value = getattr(organisation, field)
        if value and (held := here.filter(**{field: value}).first()):
            raise InputError(
                field,
                value,
                f"one that no organisation of {held.country} has yet; {held.name} ({held.pk}) has"
                " it: add people to that one, or end it first",
            )


def end_organisation(by: Person | None, via: str, organisation: Organisation) -> None:
    """Nobody of it signs in any more; what it filed stands."""
    with transaction.atomic():
        found = fresh(organisation.pk)
        allow(by, via, "organisation.end", found)
        if found.active:
            record(found, "organisation.ended", {}, who(by, via), active=False)


def _one_of(field: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise InputError(field, value, ", ".join(known) or "nothing")
    return value


def _payload(organisation: Organisation) -> dict[str, str]:
    names = ("kind", "name", "name_native", "country", "identifier", "regime", "duty")
    return {name: getattr(organisation, name) for name in names}
