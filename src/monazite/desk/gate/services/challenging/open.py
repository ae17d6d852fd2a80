"""The open challenge of a declaration, for whoever may do this to it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from monazite.customs.findings import OFFICE_ONLY
from monazite.customs.regime import rules
from monazite.desk.applications.errors import Refused
from monazite.desk.gate.models import Challenge, Declaration
from monazite.desk.gate.services.held import held
from monazite.desk.people.models import Person
from monazite.errors import InputError


def challenged(person: Person, ident: uuid.UUID, action: str, seen: int | None = None) -> Challenge:
    """The open challenge with its declaration; Forbidden, ChangedMeanwhile as for the declaration.

    Refused where nothing is challenged now.
    """
    return open_at(held(person, ident, action, seen))


def open_at(declaration: Declaration) -> Challenge:
    """The open challenge; Refused where there is none."""
    found = declaration.challenges.filter(closed_at__isnull=True).first()
    if found is None:
        raise Refused("challenge_none", number=declaration.number)
    found.declaration = declaration
    return found


def of_the_list(field: str, given: Sequence[str], known: Sequence[str]) -> list[str]:
    """The codes, each once; InputError for one that the regime has not.

    Refused for what tells how the office aims: what is written with them goes to the declarant.
    """
    if OFFICE_ONLY.intersection(given):
        raise Refused("challenge_office_only")
    named = list(dict.fromkeys(given))
    if unknown := [code for code in named if code not in known]:
        raise InputError(field, unknown[0], ", ".join(known), "choice")
    return named


def grounds_of(declaration: Declaration, given: Sequence[str]) -> list[str]:
    """Grounds of the regime, each once; InputError for one that it has not, Refused for none."""
    named = of_the_list("grounds", given, rules(declaration.regime).challenge.grounds)
    if not named:
        raise Refused("challenge_without_grounds")
    return named
