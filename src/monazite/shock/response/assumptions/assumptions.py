"""Assumptions of a planner's problem: numbers with their source and standing."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.parameters.parameters import Words

_EVERY = "*"


class Term(NamedTuple):
    """What a kind of number is, and its unit."""

    what: Words
    unit: str


class Number(NamedTuple):
    """One number; confidence: as of facts ("estimate", "memory" …)."""

    value: float
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Line:
    """Plants of a stage for some materials ("*": any); numbers by term."""

    stage: str
    materials: tuple[str, ...]
    what: Words
    numbers: Mapping[str, Number]

    def value(self, term: str) -> float:
        """One of its numbers."""
        return self.numbers[term].value


@dataclass(frozen=True, slots=True)
class Programme:
    """A substitution programme of a sector; numbers by term."""

    sector: str
    what: Words
    numbers: Mapping[str, Number]

    def value(self, term: str) -> float:
        """One of its numbers."""
        return self.numbers[term].value


@dataclass(frozen=True, slots=True)
class Assumptions:
    """One dated set; finished, stores, money: numbers by term."""

    name: str
    date: str
    terms: Mapping[str, Term]
    plants: tuple[Line, ...]
    recycling: tuple[Line, ...]
    floors: tuple[Line, ...]
    programmes: tuple[Programme, ...]
    finished: Mapping[str, Number]
    stores: Mapping[str, Number]
    money: Mapping[str, Number]

    @property
    def digest(self) -> str:
        """SHA-256 of the content: neither comments nor order of keys change it."""
        text = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


def line(lines: tuple[Line, ...], stage: str, material: str) -> Line | None:
    """The entry for a stage: that which names the material, else the one for any."""
    here = [one for one in lines if one.stage == stage]
    named = (one for one in here if material in one.materials)
    return next(named, next((one for one in here if _EVERY in one.materials), None))
