"""The answer of the law for an item and a movement on a day."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from monazite.law.claims import (
    Claim,
    Held,
    Met,
    Reading,
    claims,
    dual_use_held,
    held,
    met,
    outcome_of,
    possible,
    readings,
)
from monazite.law.conditions import TRUE, both, leaves, presumed, value
from monazite.law.consequences import Consequences, consequences
from monazite.law.model import OUTCOMES, UNDETERMINED, weakest
from monazite.law.questions import Question, needed_facts, questions, ranks
from monazite.law.situation import Item, Movement, Situation
from monazite.law.status import AMBIGUOUS, Status, StatusReading
from monazite.law.store import load

if TYPE_CHECKING:
    from datetime import date

    from monazite.law.law import Law
    from monazite.law.model import Atom

_CERTAINTY = ("found", "memory", "uncertain")


@dataclass(frozen=True, slots=True)
class Finding:
    """One checked entry: does it match, is it law, what is its status, what would it do.

    matched: True, False or None (unknown); near: false for one fact only; sets: the outcome
    stands on it.
    """

    atom: Atom
    matched: bool | None
    near: bool
    status: Status
    sets: bool


@dataclass(frozen=True, slots=True)
class RulingReading:
    """One way to read what the texts leave open: the outcome under it, and why."""

    name: str
    outcome: str
    possible: tuple[str, ...]
    because: tuple[StatusReading, ...]


@dataclass(frozen=True)
class View:
    """The law under one reading: what was met, and what it claims."""

    reading: Reading
    mets: list[Met]
    claims: list[Claim]


@dataclass(frozen=True)
class Ruling:
    """The outcome with everything it stands on; `explain` gives words, `document` JSON.

    possible: the outcomes that stay open, strongest first; one where it is determined.
    """

    situation: Situation
    law: Law
    views: tuple[View, ...]

    @cached_property
    def _ranks(self) -> frozenset[int]:
        return ranks([v.claims for v in self.views])

    @cached_property
    def possible(self) -> tuple[str, ...]:
        """The outcomes that stay open, strongest first."""
        return tuple(OUTCOMES[r] for r in sorted(self._ranks))

    @cached_property
    def outcome(self) -> str:
        """The one outcome, or "undetermined"."""
        return outcome_of(self._ranks)

    @cached_property
    def setting(self) -> frozenset[int]:
        """The atoms that the outcome stands on, or that keep it open."""
        limit = max(self._ranks)
        return frozenset(
            c.held.atom.index
            for view in self.views
            for c in view.claims
            if (c.rank == limit or (self.outcome == UNDETERMINED and c.rank < limit))
            and presumed(c.condition)
        )

    @cached_property
    def confidence(self) -> str:
        """That of the best entry the outcome stands on; of the weakest where it stays open."""
        sets = [c for v in self.views for c in v.claims if c.held.atom.index in self.setting]
        if self.outcome == UNDETERMINED:
            unsure = ["uncertain"] if any(c.held.status.state == AMBIGUOUS for c in sets) else []
            return weakest(*unsure, *(c.held.atom.confidence for c in sets))
        certain = [c.held.atom.confidence for c in sets if presumed(c.condition) == TRUE]
        return min(certain, key=_CERTAINTY.index, default="found")

    @cached_property
    def readings(self) -> tuple[RulingReading, ...]:
        """At least one; several where the texts leave a status open that matters here."""
        return tuple(_reading(view) for view in self.views)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every entry that matches or may match, and those that fail for one fact only."""
        found = [f for n in range(len(self.views[0].mets)) if (f := self._finding(n))]
        return tuple(sorted(found, key=_order))

    def _finding(self, number: int) -> Finding | None:
        one, matches, _ = self.views[0].mets[number]
        answer = value(matches)
        if any(value(view.mets[number].matches) is not answer for view in self.views[1:]):
            answer = None
        near = answer is False and _near(one)
        if answer is False and not near:
            return None
        return Finding(one.atom, answer, near, one.status, one.atom.index in self.setting)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The smallest set that decides it, then what would change it."""
        made = [v.claims for v in self.views]
        return questions(made, stated=self.situation.item.composition_stated)

    @cached_property
    def needed(self) -> tuple[str, ...]:
        """The facts that would decide an open outcome, without what each answer makes of it."""
        made = [v.claims for v in self.views]
        return needed_facts(made, stated=self.situation.item.composition_stated)

    @cached_property
    def presumed(self) -> frozenset[str]:
        """The facts on person and purpose that a limb in force waits for, not given."""
        return frozenset(
            leaf.fact
            for view in self.views
            for one, matches, in_force in view.mets
            if in_force and one.atom.rank is not None
            for leaf in leaves(matches)
            if leaf.person
        )

    @cached_property
    def consequences(self) -> Consequences:
        """Documents, clock and offence."""
        binding = {
            one.atom.index: one.atom
            for view in self.views
            for one, matches, in_force in view.mets
            if presumed(both(matches, in_force))
        }
        departure = self.situation.movement.departure
        return consequences(self.law, departure, self.possible, binding.values())

    @property
    def law_hash(self) -> str:
        """The hash of the law data that the ruling read."""
        return self.law.hash


def rule(
    item: Item,
    movement: Movement,
    on: date | None = None,
    known: date | None = None,
    *,
    law: Law | None = None,
) -> Ruling:
    """Rule on an item and its movement.

    on: the day of the movement (default: today where the goods leave); known: only what was
    published by that day is read (default: the day the law data were compiled).
    """
    law = law or load()
    day = on or law.today(movement.departure)
    return rule_on(law, Situation(item, movement, day, known or law.compiled))


def rule_on(law: Law, situation: Situation) -> Ruling:
    """Rule on a situation under a given law."""
    dual_use = dual_use_held(law, situation)
    atoms = held(law, situation, dual_use)
    views = [_view(atoms, dual_use, way) for way in readings([*atoms, *dual_use])]
    return Ruling(situation, law, tuple(_that_matter(views)))


def _view(atoms: list[Held], dual_use: list[Held], reading: Reading) -> View:
    mets = met(atoms, dual_use, reading)
    return View(reading, mets, claims(mets, reading))


def _that_matter(views: list[View]) -> list[View]:
    """Leave out readings that change neither a claim that holds nor one that may decide."""
    for group in list(views[0].reading):
        if not _depends(views, group):
            first = views[0].reading[group]
            views = [_forget(v, group) for v in views if v.reading[group] == first]
    return views


def _depends(views: list[View], group: str) -> bool:
    seen: dict[tuple[tuple[str, str], ...], object] = {}
    for view in views:
        rest = tuple(sorted((g, s) for g, s in view.reading.items() if g != group))
        reached = possible(view.claims)
        waiting = [(c.rank, p) for c in view.claims if (p := presumed(c.condition))]
        holding = [c.held.atom.index for c in view.claims if presumed(c.condition) == TRUE]
        said = (reached, holding, [w for w in waiting if w[0] < max(reached)])
        if seen.setdefault(rest, said) != said:
            return True
    return False


def _forget(view: View, group: str) -> View:
    return View({g: s for g, s in view.reading.items() if g != group}, view.mets, view.claims)


def _reading(view: View) -> RulingReading:
    reached = possible(view.claims)
    states = set(view.reading.values())
    several = ", ".join(f"{state} ({group})" for group, state in view.reading.items())
    name = next(iter(states)) if len(states) == 1 else several or "as published"
    because = tuple(
        reading for group, state in view.reading.items() for reading in _why(view, group, state)
    )
    return RulingReading(
        name, outcome_of(reached), tuple(OUTCOMES[r] for r in sorted(reached)), because
    )


def _why(view: View, group: str, state: str) -> tuple[StatusReading, ...]:
    """What speaks for the reading of one group of suspensions."""
    statuses = (m.held.status for m in view.mets if m.held.status.group == group)
    return next((tuple(r for r in s.readings if r.name == state) for s in statuses), ())


def _near(one: Held) -> bool:
    """A near miss is told where the entry could bind on the day, and is law."""
    gone = one.status.state in {"ended", "never_operated"}
    return one.misses == 1 and one.atom.rank is not None and not gone


def _order(finding: Finding) -> tuple[bool, int, int, int]:
    rank = finding.atom.rank
    doubt = 0 if finding.matched else 1 if finding.matched is None else 2
    return (not finding.sets, doubt, len(OUTCOMES) if rank is None else rank, finding.atom.index)
