"""The law as one object: measures and relations, and the atoms that rulings are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from monazite.law.dates import first_day
from monazite.law.memory import Memory
from monazite.law.model import Atom, LawItem, Limb, Measure, rank_of, weakest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from monazite.law.model import Party, Relation, Review

# Principal constituents that name a family of magnets and their alloys.
FAMILIES = (frozenset({"Nd", "Fe", "B"}), frozenset({"Sm", "Co"}))


@dataclass(frozen=True)
class Law:
    """All measures of all regimes; `hash` identifies the content, `meta` the vocabulary."""

    measures: Mapping[str, Measure]
    relations: tuple[Relation, ...]
    reviews: tuple[Review, ...]
    parties: tuple[Party, ...]
    commitments: tuple[dict[str, Any], ...]
    consequences: Mapping[str, Any]
    meta: Mapping[str, Any]
    hash: str
    memory: Memory = field(default_factory=Memory, compare=False, repr=False)

    @cached_property
    def compiled(self) -> date:
        """The day up to which the law data were compiled: the default of the knowledge clock."""
        return first_day(self.meta["compiled"])

    def today(self, departure: str | None) -> date:
        """Today where the goods leave; the day changes at a regime's midnight (UTC elsewhere)."""
        return datetime.now(self.zone(departure) or UTC).date()

    def zone(self, jurisdiction: str | None) -> ZoneInfo | None:
        """The clock of a jurisdiction that has one for all its offices, None for others."""
        name = self.meta["zones"].get(jurisdiction)
        return ZoneInfo(name) if name else None

    @cached_property
    def atoms(self) -> tuple[Atom, ...]:
        """Every item under every limb, in the order of the files."""
        found: list[Atom] = []
        gates: dict[str, int] = {}
        for measure in self.measures.values():
            for limb, item in _pairs(measure):
                found.append(_atom(len(found), measure, limb, item, gates))
        return tuple(found)

    @cached_property
    def gates(self) -> tuple[Atom, ...]:
        """One atom for each gate: what the law asks of a movement."""
        first = {atom.gate: atom for atom in reversed(self.atoms)}
        return tuple(first[gate] for gate in sorted(first))

    @cached_property
    def relations_of(self) -> Mapping[str, tuple[Relation, ...]]:
        """The relations that target a measure or a relation, by the target's id."""
        found: dict[str, list[Relation]] = {}
        for relation in self.relations:
            found.setdefault(relation.target or relation.target_relation or "", []).append(relation)
        return {target: tuple(relations) for target, relations in found.items()}

    @cached_property
    def minor_elements(self) -> Mapping[frozenset[str], frozenset[str]]:
        """Per magnet family the minor constituents that some magnet entry of the law tests."""
        bases = frozenset().union(*FAMILIES)
        magnets = [a.item for a in self.atoms if a.item and "magnet" in a.item.forms]
        return {f: frozenset(s for i in magnets for s in _minor(i, f, bases)) for f in FAMILIES}

    def jurisdiction_of(self, country: str | None) -> str:
        """Whose control list a country's exporters read; China's where it has none here."""
        for measure in self.measures.values():
            listed = "control_list" in measure.kinds and measure.departures.mode == "only"
            if listed and country in measure.departures.countries:
                return measure.jurisdiction
        return "CN"

    @cached_property
    def control_codes(self) -> frozenset[str]:
        """Every control code that some measure of some jurisdiction names."""
        return frozenset(c for a in self.atoms if a.item for c in a.item.control_codes)

    @cached_property
    def dual_use(self) -> frozenset[int]:
        """The atoms that make an item dual-use in the PRC: its lists and temporary controls."""
        return frozenset(
            a.index
            for a in self.atoms
            if a.measure.jurisdiction == "CN"
            and "licence_requirement" in a.measure.kinds
            and a.item is not None
        )


def _pairs(measure: Measure) -> Iterator[tuple[Limb | None, LawItem | None]]:
    if "statistic" in measure.kinds:
        return
    items = {item.id: item for item in measure.items}
    if not measure.limbs:
        yield from ((None, item) for item in measure.items)
    for limb in measure.limbs:
        yield from ((limb, items[name]) for name in limb.items)
        # A limb without items that tests a fact reaches any item; without a test it moves nothing.
        if not limb.items and limb.test is not None:
            yield limb, None


def _atom(
    index: int, measure: Measure, limb: Limb | None, item: LawItem | None, gates: dict[str, int]
) -> Atom:
    starts = (item and item.effective_from, limb and limb.effective_from, measure.effective_from)
    effect = limb.effect if limb else (item and item.effect) or measure.effect
    test = limb.test if limb else item and item.purpose
    departures = (limb and limb.departures) or measure.departures
    # A test on a list or a share is asked for the measure's own list and its own country.
    gate = repr((departures, measure.destinations, test, test and measure.id))
    return Atom(
        index=index,
        measure=measure,
        limb=limb,
        item=item,
        effect=effect,
        departures=departures,
        destinations=measure.destinations,
        test=test,
        start=next((s for s in starts if s), None),
        end=item.last_day if item else None,
        confidence=weakest(
            measure.confidence, item.confidence if item else None, limb.confidence if limb else None
        ),
        gate=gates.setdefault(gate, len(gates)),
        rank=rank_of(measure, effect),
    )


def _minor(item: LawItem, family: frozenset[str], bases: frozenset[str]) -> tuple[str, ...]:
    required = frozenset(item.requires_all)
    if required == family:
        return item.requires_any
    return () if required & bases else item.requires_all
