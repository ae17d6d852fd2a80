"""A regime's casework as data: refusal grounds, stops of the clock, offices, and routing rules."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from monazite.law.sources import REGIMES
from monazite.law.tables import place, table
from monazite.licensing.casework.conditions import built
from monazite.licensing.casework.regime_check import checked
from monazite.licensing.fields import regimes
from monazite.licensing.regime import GENERIC

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from monazite.licensing.casework.conditions import Test

FILE = "casework.yaml"


@dataclass(frozen=True, slots=True)
class Pause:
    """Why a case stands still; practice: no text names it; law: "" where none was read."""

    name: str
    stops_clock: bool
    law: str
    practice: bool
    confidence: str


@dataclass(frozen=True, slots=True)
class Office:
    """An office that may be asked, by the name under which an agency of the desk is found."""

    name: str
    law: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One routing rule: when its condition holds, to which offices a case goes and what binds.

    refer_up: one of `above`, "" for none; no_limit: no time limit binds; flag: a mark on the case,
    "" for none; careful: an answer that cannot be given counts as yes for offices and flag;
    practice: our own default, which an office edits; confidence: of the way the law is applied.
    """

    name: str
    when: Test
    offices: tuple[str, ...]
    refer_up: str
    no_limit: bool
    flag: str
    careful: bool
    law: str
    practice: bool
    confidence: str


@dataclass(frozen=True, slots=True)
class LicenceRule:
    """What a licence of a kind looks like unless somebody says otherwise.

    controlled_by: what may bound a line, the usual one first; months: its term where the
    application names none; uses: how often a line may be used, None for any number.
    """

    controlled_by: tuple[str, ...]
    months: int
    uses: int | None
    practice: bool


@dataclass(frozen=True, slots=True)
class Casework:
    """Everything that a regime says of casework; hash: of the file that says so.

    factors: the grounds of a refusal, in the order of the text `factors_law`; holds and stops:
    what makes a case wait; above: who may be asked by the authority; each by its name.
    """

    name: str
    factors: tuple[str, ...]
    factors_law: str
    holds: Mapping[str, Pause]
    stops: Mapping[str, Pause]
    above: Mapping[str, Office]
    offices: Mapping[str, Office]
    rules: tuple[Rule, ...]
    licence: Mapping[str, LicenceRule]
    hash: str


@lru_cache
def casework(name: str | None) -> Casework:
    """The casework of the regime of that name, else of the generic one."""
    known = name if name in regimes() else GENERIC
    return read_casework(REGIMES / str(known) / FILE)


def read_casework(path: Path) -> Casework:
    """The casework of a file; LawDataError lists every problem with its place."""
    data = checked(table(path), place(path))
    return Casework(
        name=data["regime"],
        factors=tuple(data["factors"]["names"]),
        factors_law=data["factors"]["law"],
        holds=_each(data["holds"], _pause),
        stops=_each(data["stops"], _pause),
        above=_each(data["above"], _office),
        offices=_each(data["offices"], _office),
        rules=tuple(_rule(name, entry) for name, entry in data["rules"].items()),
        licence={name: _licence(entry) for name, entry in data["licence"].items()},
        hash=hashlib.sha256(path.read_bytes()).hexdigest(),
    )


def _each(entries: Mapping[str, Any], made: Any) -> dict[str, Any]:  # noqa: ANN401 - a class each
    return {name: made(name, entry) for name, entry in entries.items()}


def _pause(name: str, entry: Mapping[str, Any]) -> Pause:
    return Pause(
        name=name,
        stops_clock=entry["stops_clock"],
        law=entry["law"],
        practice=entry.get("practice", False),
        confidence=entry["confidence"],
    )


def _office(name: str, entry: Mapping[str, Any]) -> Office:
    return Office(name, entry["law"], entry["confidence"])


def _rule(name: str, entry: Mapping[str, Any]) -> Rule:
    return Rule(
        name=name,
        when=built(entry["when"]),
        offices=tuple(entry.get("offices", ())),
        refer_up=entry.get("refer_up", ""),
        no_limit=entry.get("no_limit", False),
        flag=entry.get("flag", ""),
        careful=entry.get("careful", True),
        law=entry["law"],
        practice=entry.get("practice", False),
        confidence=entry["confidence"],
    )


def _licence(entry: Mapping[str, Any]) -> LicenceRule:
    return LicenceRule(
        controlled_by=tuple(entry["controlled_by"]),
        months=entry["months"],
        uses=entry.get("uses"),
        practice=entry.get("practice", False),
    )
