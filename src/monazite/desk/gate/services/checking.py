"""A declaration is checked as it would be lodged now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from monazite.desk.gate.alike import key
from monazite.desk.gate.batches import with_batches
from monazite.desk.gate.facts import Known, known
from monazite.desk.people.may import require
from monazite.desk.people.models import Organisation, Person
from monazite.errors import InputError
from monazite.law.finding import ERROR
from monazite.law.store import load

if TYPE_CHECKING:
    from monazite.customs.facts import Analysed
    from monazite.customs.gate import Checked
    from monazite.customs.reading import Read
    from monazite.customs.regime import Rules
    from monazite.desk.gate.models import Declaration
    from monazite.law.law import Law

_NOT_SAID = frozenset(
    {"field.missing", "items.none", "reference.example", "way.mode_unknown", "way.series_unknown"}
)
"""With these nothing is kept as a declaration: not said, or in no word of the regime's table."""


@dataclass(frozen=True, slots=True)
class Under:
    """The law and the regime's table of a request, and the customs day: the regime's own."""

    law: Law
    rules: Rules
    day: date


def under(regime: str | None) -> Under:
    """Today's, of a regime; of the generic one where it has no table of its own."""
    from monazite.customs.regime import rules  # noqa: PLC0415 - read where somebody acts

    law, table = load(), rules(regime)
    return Under(law, table, law.today(table.country))


def precheck(person: Person, document: Mapping[str, Any]) -> Checked:
    """Everything that would stop it or make an officer look; nothing is kept."""
    require(person, "declaration.lodge")
    found = read_for(person, document)
    at = under(found.declaration.regime)
    return checked(
        with_batches(found, person.organisation_id), facts(person, found, at, None, None), at
    )


def read_for(person: Person, document: Mapping[str, Any]) -> Read:
    """What a document says; its exporter is the firm of whoever sends it, and nobody else.

    InputError for the name of another firm.
    """
    from monazite.customs.reading import read  # noqa: PLC0415

    found = read(document)
    party = found.declaration.exporter
    firm = person.organisation
    given = party.name or party.name_native
    if given and key(given) not in {key(firm.name), key(firm.name_native)}:
        raise InputError("exporter.name", given, firm.name, "exporter")
    return of_firm(found, firm)


def of_firm(found: Read, firm: Organisation) -> Read:
    """The same with a firm as its exporter."""
    own = replace(
        found.declaration.exporter, name=firm.name, name_native=firm.name_native or None,
        country=firm.country, identifier=firm.identifier or None,
    )  # fmt: skip
    return replace(found, declaration=replace(found.declaration, exporter=own))


def facts(
    person: Person,
    found: Read,
    at: Under,
    own: Declaration | None,
    replaces: Declaration | None,
) -> Known:
    """What is known beside it now; own: itself, where it was lodged before."""
    return known(found.declaration, person.organisation_id, at.day, at.rules, {}, own, replaces)


def checked(found: Read, told: Known, at: Under) -> Checked:
    """The gate's answer, with what the reading found before it."""
    from monazite.customs.gate import check_read  # noqa: PLC0415

    return check_read(found, told.facts, at.law, at.rules)


def unkeepable(found: Read, answer: Checked) -> bool:
    """Whether it cannot be kept as a declaration: something is unreadable, or not said at all."""
    errors = {finding.code for finding in answer.all_findings() if finding.severity == ERROR}
    read = any(finding.severity == ERROR for finding in found.findings)
    return read or bool(errors & _NOT_SAID)


def rechecked(declaration: Declaration, analysed: Mapping[int, Analysed], at: Under) -> Checked:
    """A declaration that was lodged, checked as of today with what laboratories found in it."""
    from monazite.customs.gate import check  # noqa: PLC0415
    from monazite.customs.reading import read  # noqa: PLC0415

    declared = read(declaration.said).declaration
    told = known(
        declared, declaration.organisation_id, at.day, at.rules, analysed, declaration,
        declaration.replaces,
    )  # fmt: skip
    return check(declared, told.facts, at.law, at.rules)
