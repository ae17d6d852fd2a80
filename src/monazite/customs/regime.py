"""A regime's customs table as values: each part with its law and how sure we are of it.

`law` names a measure of the regime and its article, or "our default" where no text says it;
`confidence` is found, memory (not read in the text itself) or uncertain.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping  # noqa: TC003 - the table is read by its annotations
from dataclasses import dataclass
from decimal import Decimal  # noqa: TC003
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from monazite.catalogue.words import fold
from monazite.customs.regime_check import built
from monazite.law.sources import REGIMES
from monazite.law.tables import place, table

if TYPE_CHECKING:
    from pathlib import Path

GENERIC = "generic"
"""The table of whoever has none of their own."""
FILE = "customs.yaml"
OUR_DEFAULT, _UNCERTAIN = "our default", "uncertain"
"""What stands as the law of a number that no law sets."""


@dataclass(frozen=True, slots=True)
class Sourced:
    """Where a part of the table comes from; ours: its number is in no law that was found."""

    law: str
    confidence: str

    @property
    def ours(self) -> bool:
        """Whether people must be told that the number is a default of this site."""
        return self.law == OUR_DEFAULT or self.confidence == _UNCERTAIN


@dataclass(frozen=True, slots=True)
class Port(Sourced):
    """A place where goods leave: the identifier of its customs office, the modes that use it.

    also: other names that people write for it.
    """

    name_zh: str
    office: str
    modes: tuple[str, ...]
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Series(Sourced):
    """A kind of leaving: whether statistics count it as export, whether licences bind it.

    foreign: such goods come from abroad and only pass; shown: an officer is shown why it is of this
    kind before it goes.
    """

    counted: bool
    licensed: bool
    foreign: bool
    shown: bool


@dataclass(frozen=True, slots=True)
class Parcel(Sourced):
    """The most that one parcel of a mode may be worth."""

    value: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Splitting(Sourced):
    """So many parcels in so many days that together pass a value look like one that was split."""

    days: int
    parcels: int
    value: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Term(Sourced):
    """So many days: how long what is reserved may wait for its exit."""

    days: int


@dataclass(frozen=True, slots=True)
class Challenge(Sourced):
    """A challenge: working days for the answer, its grounds and papers, what may follow.

    identification: the law by which the licensing office says what goods are; disposals: what is
    done with controlled goods, each with its law.
    """

    identification: str
    answer_days: int
    grounds: tuple[str, ...]
    papers: tuple[str, ...]
    disposals: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Duty(Sourced):
    """What must be reported after the exit, and within how many days of it."""

    days: int


@dataclass(frozen=True, slots=True)
class Suppression(Sourced):
    """When a statistical cell would reveal a firm.

    firms: fewest firms in a cell; dominant_firms with dominant_share: so few may not hold more of
    it; p_percent: nobody may estimate another's figure closer than this.
    """

    firms: int
    dominant_firms: int
    dominant_share: Decimal
    p_percent: Decimal


@dataclass(frozen=True, slots=True)
class Statistics(Sourced):
    """Monthly statistics: why a row may be left out, and when a cell is hidden."""

    exclusions: tuple[str, ...]
    suppression: Suppression


@dataclass(frozen=True, slots=True)
class Batches(Sourced):
    """Traceability: the stages in their order."""

    stages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListRule(Sourced):
    """A list of parties: in which roles of a declaration an entry matters, and how gravely.

    severity: error stops, warning looks; bars: kinds of licence that such a receiver closes.
    """

    roles: tuple[str, ...]
    severity: str
    bars: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading(Sourced):
    """From this many US dollars a kilogram on goods under a heading are seldom what it says."""

    most_usd_kg: Decimal


@dataclass(frozen=True, slots=True)
class National(Sourced):
    """A national code: materials that goods under it do not hold, or must hold one of.

    over: the mass fraction above which a material counts; instead: the code where it is so.
    """

    none_of: tuple[str, ...]
    any_of: tuple[str, ...]
    over: Decimal
    instead: str


@dataclass(frozen=True, slots=True)
class Analysis(Sourced):
    """How far a laboratory's figure may lie from the declared one: mass fraction, and relative."""

    absolute: Decimal
    relative: Decimal


@dataclass(frozen=True, slots=True)
class Grade(Sourced):
    """Letters of a magnet's grade that seldom go without one of some elements."""

    letters: tuple[str, ...]
    elements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Route(Sourced):
    """A way that controlled goods were seen to take: by way of such countries, of such materials.

    onward: where they went on to; law is the key of the text that says who reported it.
    """

    through: tuple[str, ...]
    onward: tuple[str, ...]
    materials: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Risk(Sourced):
    """From this score (0 to 100) on an officer looks."""

    look: int


@dataclass(frozen=True)
class Rules:
    """Everything that a regime's gate goes by; hash: of the file that says so.

    country: whose exports it controls (ISO2), None for the generic one; rests_on: finding code →
    law; prefixes of codes (headings, national) are digits, the longest wins.
    """

    name: str
    country: str | None
    ports: Mapping[str, Port]
    modes: tuple[str, ...]
    series: Mapping[str, Series]
    parcels: Mapping[str, Parcel]
    splitting: Splitting
    exit: Term
    challenge: Challenge
    duties: Mapping[str, Duty]
    statistics: Statistics
    batches: Batches
    lists: Mapping[str, ListRule]
    headings: Mapping[str, Heading]
    national: Mapping[str, National]
    grades: tuple[Grade, ...]
    analysis: Analysis
    routes: Mapping[str, Route]
    risk: Risk
    control_code_asked: bool
    rests_on: Mapping[str, str]
    hash: str

    @cached_property
    def port_names(self) -> Mapping[str, str]:
        """The table's name of each port by every name that people write for it, folded."""
        return {
            fold(written): name
            for name, port in self.ports.items()
            for written in (name, port.name_zh, *port.also)
        }


def names() -> tuple[str, ...]:
    """The regimes that have a customs table of their own."""
    return tuple(sorted(p.parent.name for p in REGIMES.glob(f"*/{FILE}")))


@lru_cache
def rules(name: str | None) -> Rules:
    """The table of a regime, else the generic one."""
    known = name if name in names() else GENERIC
    return read_rules(REGIMES / str(known) / FILE)


def read_rules(path: Path) -> Rules:
    """The table of a file; LawDataError lists every problem with its place."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return built(Rules, {**table(path), "hash": digest}, place(path))
