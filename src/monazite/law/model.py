"""The law in memory: measures, limbs, items, relations and the readings of what ran out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

# Strongest first; the strongest effect in force is the outcome.
OUTCOMES = (
    "prohibited", "refused_in_principle", "licence_required", "quota", "ordinary_licence",
    "registration", "duty_only", "reporting_only", "not_controlled",
)  # fmt: skip
UNDETERMINED = "undetermined"
RANK = {outcome: rank for rank, outcome in enumerate(OUTCOMES)}
# An effect that raises no outcome of its own (enhanced review, none) is missing here.
OUTCOME_OF_EFFECT = {"duty": "duty_only"} | {o: o for o in OUTCOMES[:-1] if o != "duty_only"}
# Findings of these kinds are told, never counted: they are not law.
NOT_LAW = frozenset(
    {"de_facto", "dispute_ruling", "planned", "not_enacted", "political_commitment", "statistic"}
)
ONE_DAY = timedelta(days=1)
_WEAKNESS = {"found": 0, "memory": 1, "uncertain": 2}


def weakest(*confidences: str | None) -> str:
    """The weakest of several confidences; "found" where none is given."""
    return max((c for c in confidences if c), key=_WEAKNESS.__getitem__, default="found")


@dataclass(frozen=True, slots=True)
class Where:
    """Countries of departure or destination, as the text names them."""

    mode: str
    countries: frozenset[str] = frozenset()

    def includes(self, country: str) -> bool:
        """Whether the country (ISO2) is among them."""
        if self.mode == "only":
            return country in self.countries
        return self.mode == "all" or (self.mode == "all_except" and country not in self.countries)


@dataclass(frozen=True, slots=True)
class LawItem:
    """One item of a measure: materials, forms, composition, parameters, reference codes.

    form: the article as the text names it; forms: with the other shapes that the entry covers.
    """

    id: str
    jurisdiction: str
    materials: tuple[str, ...]
    form: str
    forms: frozenset[str]
    description: str
    description_zh: str
    confidence: str
    requires_all: tuple[str, ...] = ()
    requires_any: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    exact: bool = False
    parameters: Any = None
    purpose: Any = None
    control_codes: tuple[str, ...] = ()
    hs: tuple[str, ...] = ()
    substance: str | None = None
    substance_only: bool = False
    dual_use_only: bool = False
    cas: str | None = None
    technologies: frozenset[str] = frozenset()
    continues: str | None = None
    paragraph: str | None = None
    limb: str | None = None
    effect: str | None = None
    effective_from: date | None = None
    last_day: date | None = None
    note: str | None = None

    @property
    def has_composition(self) -> bool:
        """Whether the entry tests elements at all."""
        return bool(self.requires_all or self.requires_any or self.excludes)


@dataclass(frozen=True, slots=True)
class Limb:
    """One paragraph of a measure with its own start, effect and test."""

    id: str
    name: str
    name_zh: str
    effective_from: date
    effect: str
    items: tuple[str, ...]
    applies_to: frozenset[str] = frozenset()
    lifts: frozenset[str] = frozenset()
    departures: Where | None = None
    test: Any = None
    confidence: str | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One legal effect of one instrument; `extra` holds what is shown but never tested."""

    id: str
    jurisdiction: str
    instrument: str
    instrument_zh: str
    title: str
    title_zh: str
    official: bool
    kinds: tuple[str, ...]
    effect: str
    published: date | None
    effective_from: date | None
    last_day: date | None
    departures: Where
    destinations: Where
    items: tuple[LawItem, ...]
    limbs: tuple[Limb, ...]
    sources: tuple[tuple[str, str], ...]
    confidence: str
    notes: str = ""
    party_list: str | None = None
    residual_effect: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def legal(self) -> bool:
        """Whether it is law: official, and not a plan, a promise, a practice or a statistic."""
        return self.official and not NOT_LAW.intersection(self.kinds)


@dataclass(frozen=True, slots=True)
class Relation:
    """What one instrument does to another, from and until inclusive days.

    by is the id of the measure whose instrument makes it, else the notice that does, in words.
    """

    id: str
    kind: str
    by: str
    by_zh: str
    target: str | None
    target_relation: str | None
    published: date
    start: date
    until: date | None
    after_until: str | None
    official: bool
    confidence: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """What was found when somebody looked for the sequel of a suspension that ran out."""

    relation: str
    read_on: date
    result: str
    source: str
    note: str = ""
    note_zh: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """An entry of a party list, with its days and its pause."""

    list: str
    name: str
    name_zh: str
    country: str
    announced: date | None
    listed_from: date
    last_day: date | None
    paused_from: date | None
    paused_until: date | None
    residual_while_paused: str
    measure: str
    source: str
    confidence: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Atom:
    """The smallest thing that can match: one item under one limb of one measure.

    rank: the strength of its effect as an index into OUTCOMES, None where it sets no outcome;
    gate: the atoms of one gate ask the same of a movement.
    """

    index: int
    measure: Measure
    limb: Limb | None
    item: LawItem | None
    effect: str
    departures: Where
    destinations: Where
    test: Any
    start: date | None
    end: date | None
    confidence: str
    gate: int
    rank: int | None

    @property
    def limb_id(self) -> str | None:
        """The limb's id, or the paragraph that the item stands in."""
        if self.limb is not None:
            return self.limb.id
        return self.item.limb or self.item.paragraph if self.item else None


def rank_of(measure: Measure, effect: str) -> int | None:
    """The strength of an effect of a measure; None where it sets no outcome."""
    outcome = OUTCOME_OF_EFFECT.get(effect) if measure.legal else None
    return None if outcome is None else RANK[outcome]
