"""A regime as data: its kinds, bars, lists, papers and key elements, each with its law."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from monazite.law.sources import REGIMES
from monazite.law.tables import place, table
from monazite.licensing.fields import regimes
from monazite.licensing.kinds import Kind, kinds_of
from monazite.licensing.regime_check import checked

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

GENERIC = "generic"
"""The regime of whoever has no table of their own."""
FILE = "licensing.yaml"


@dataclass(frozen=True, slots=True)
class Bar:
    """Who does not get some kinds; fact: of a `Record`; within_months: how long it lasts."""

    fact: str
    kinds: tuple[str, ...]
    law: str
    within_months: int | None


@dataclass(frozen=True, slots=True)
class ListRule:
    """What an entry on a list of parties means in some roles; clock: "none" where none binds."""

    law: str
    roles: tuple[str, ...]
    bars: tuple[str, ...]
    special_case: bool
    clock: str


@dataclass(frozen=True, slots=True)
class PaperRule:
    """A paper that some kinds ask for; when: the circumstance; practice: no text orders it."""

    paper: str
    kinds: tuple[str, ...]
    when: str
    law: str
    practice: bool
    confidence: str


@dataclass(frozen=True, slots=True)
class Certificate:
    """What an end-user certificate must be; most_age_months is our own rule."""

    law: str
    pledges: tuple[str, ...]
    signed: bool
    sealed: bool
    may_be_governmental: bool
    most_age_months: int


@dataclass(frozen=True, slots=True)
class Clock:
    """A time limit by name: so many days of a unit from an event."""

    days: int
    unit: str
    starts: str
    law: str


@dataclass(frozen=True, slots=True)
class Regime:
    """Everything that a regime asks of an application; hash: of the file that says so.

    country: whose exports it controls (ISO2), None for the generic one; rests_on: finding code →
    law; key_elements: patterns of fields whose change makes a new application.
    """

    name: str
    country: str | None
    kinds: Mapping[str, Kind]
    bars: tuple[Bar, ...]
    lists: Mapping[str, ListRule]
    roles_required: tuple[str, ...]
    roles_at_most_one: tuple[str, ...]
    papers: tuple[PaperRule, ...]
    certificate: Certificate
    languages: tuple[str, ...]
    identifier: str
    control_code_asked: bool
    military: str
    claims: tuple[str, ...]
    key_elements: frozenset[str]
    key_elements_law: str
    clocks: Mapping[str, Clock]
    rests_on: Mapping[str, str]
    hash: str


@lru_cache
def regime(name: str | None) -> Regime:
    """The regime of that name, else the generic one."""
    known = name if name in regimes() else GENERIC
    return read_regime(REGIMES / str(known) / FILE)


def read_regime(path: Path) -> Regime:
    """The regime of a file; LawDataError lists every problem with its place."""
    data = checked(table(path), place(path))
    return _built(data, hashlib.sha256(path.read_bytes()).hexdigest())


def _built(data: Mapping[str, Any], digest: str) -> Regime:
    roles, certificate = data["roles"], data["certificate"]
    return Regime(
        name=data["regime"],
        country=None if data["country"] == "none" else data["country"],
        kinds=kinds_of(data["kinds"]),
        bars=tuple(_bar(entry) for entry in data["bars"]),
        lists={name: _list(entry) for name, entry in data["lists"].items()},
        roles_required=tuple(roles["required"]),
        roles_at_most_one=tuple(roles["at_most_one"]),
        papers=tuple(_paper(entry) for entry in data["papers"]),
        certificate=Certificate(**{**certificate, "pledges": tuple(certificate["pledges"])}),
        languages=tuple(data["languages"]),
        identifier=data["identifier"],
        control_code_asked=data["control_code_asked"],
        military=data["military"],
        claims=tuple(data["claims"]),
        key_elements=frozenset(data["key_elements"]["fields"]),
        key_elements_law=data["key_elements"]["law"],
        clocks={name: Clock(**entry) for name, entry in data["clocks"].items()},
        rests_on=data["rests_on"],
        hash=digest,
    )


def _bar(entry: Mapping[str, Any]) -> Bar:
    return Bar(entry["fact"], tuple(entry["kinds"]), entry["law"], entry.get("within_months"))


def _list(entry: Mapping[str, Any]) -> ListRule:
    return ListRule(
        law=entry["law"],
        roles=tuple(entry["roles"]),
        bars=tuple(entry["bars"]),
        special_case=entry["special_case"],
        clock=entry["clock"],
    )


def _paper(entry: Mapping[str, Any]) -> PaperRule:
    return PaperRule(
        paper=entry["paper"],
        kinds=tuple(entry["kinds"]),
        when=entry.get("when", "always"),
        law=entry["law"],
        practice=entry.get("practice", False),
        confidence=entry.get("confidence", "found"),
    )
