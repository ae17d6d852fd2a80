"""What the law says of one situation: the entries it meets, and their claims under one reading."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, product
from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue.groups import GROUPS
from monazite.law.conditions import (
    FALSE,
    ONE_OF,
    TRUE,
    Condition,
    Leaf,
    Term,
    ask,
    assume,
    both,
    either,
    leaves,
    presumed,
)
from monazite.law.days import statuses
from monazite.law.matching import profile
from monazite.law.model import OUTCOME_OF_EFFECT, OUTCOMES, RANK, UNDETERMINED
from monazite.law.movement import gate_conditions
from monazite.law.status import AMBIGUOUS, IN_FORCE, REVIVED, STILL_SUSPENDED, SUSPENDED, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from monazite.law.law import Law
    from monazite.law.model import Atom
    from monazite.law.situation import Situation
    from monazite.law.status import Status

Reading = dict[str, str]
_FREE = RANK["not_controlled"]


@dataclass(frozen=True, slots=True)
class Held:
    """An atom that the situation meets or may meet; `misses` facts make it false."""

    atom: Atom
    status: Status
    condition: Condition
    misses: int


class Met(NamedTuple):
    """A held atom under one reading: when it matches, and when its measure is in force."""

    held: Held
    matches: Condition
    in_force: Condition


class Claim(NamedTuple):
    """An effect that holds where the condition holds; the rank is its strength."""

    rank: int
    condition: Condition
    held: Held


def held(law: Law, situation: Situation, dual_use: list[Held]) -> list[Held]:
    """Every published atom that the situation meets, may meet or misses by one fact."""
    listed = [(h, h.condition) for h in dual_use]
    day = statuses(law, situation.on, situation.known)
    gates = gate_conditions(law, situation)
    found = []
    for atom, condition, misses in profile(law, situation.item):
        status = day[atom.index]
        gate, missed, departure = gates[atom.gate]
        # What another country rules is not nearly the law of this departure.
        if misses + missed > 1 or not departure or not status.published:
            continue
        if misses + missed == 0:
            found.append(Held(atom, status, both(condition, gate), 0))
        elif (condition == TRUE if misses == 0 else gate == TRUE) and (
            not needs_dual_use(atom) or _listed(atom, listed) == TRUE
        ):
            found.append(Held(atom, status, FALSE, 1))
    return found


def dual_use_held(law: Law, situation: Situation) -> list[Held]:
    """The entries of the dual-use lists that the item meets, wherever it moves."""
    day = statuses(law, situation.on, situation.known)
    return [
        Held(m.atom, day[m.atom.index], m.condition, 0)
        for m in profile(law, situation.item)
        if m.condition and m.atom.index in law.dual_use and day[m.atom.index].published
    ]


def readings(held_atoms: Iterable[Held]) -> list[Reading]:
    """Every way to read the suspensions that ran out and matter here, or one empty one."""
    groups = sorted({h.status.group for h in held_atoms if h.status.group and _matters(h)})
    ways = product((REVIVED, STILL_SUSPENDED), repeat=len(groups))
    return [dict(zip(groups, way, strict=True)) for way in ways]


def _matters(one: Held) -> bool:
    return one.atom.rank is not None and bool(presumed(one.condition))


def met(held_atoms: list[Held], dual_use: list[Held], reading: Reading) -> list[Met]:
    """The held atoms under one reading."""
    listed = [(h, c) for h in dual_use if (c := both(h.condition, active(h, reading)))]
    return [
        Met(one, _matches(one, held_atoms, listed, reading), active(one, reading))
        for one in held_atoms
    ]


def needs_dual_use(atom: Atom) -> bool:
    """Whether the atom reaches dual-use items only."""
    item = atom.item
    return item is not None and (item.dual_use_only or "ALL_DUAL_USE" in item.materials)


def _matches(
    one: Held,
    held_atoms: list[Held],
    listed: list[tuple[Held, Condition]],
    reading: Reading,
) -> Condition:
    """The condition under which an atom matches: the item, the movement and what it builds on."""
    condition = one.condition
    if condition and needs_dual_use(one.atom):
        condition = both(condition, _listed(one.atom, listed))
    limb = one.atom.limb
    if condition and limb is not None and limb.applies_to:
        bases = (
            both(h.condition, active(h, reading))
            for h in held_atoms
            if h.atom.limb is not None
            and h.atom.measure is one.atom.measure
            and h.atom.item is one.atom.item
            and h.atom.limb.id in limb.applies_to
        )
        condition = both(condition, either(bases))
    return condition


def _listed(atom: Atom, listed: list[tuple[Held, Condition]]) -> Condition:
    """Whether the item is one of the listed dual-use items that the atom means."""
    item = atom.item
    assert item is not None  # noqa: S101 - needs_dual_use has seen it
    if "ALL_DUAL_USE" in item.materials:
        return either(condition for _, condition in listed)
    meant = _family(item.materials)
    return either(
        condition
        for h, condition in listed
        if h.atom.item and meant.intersection(h.atom.item.materials)
    )


def _family(materials: tuple[str, ...]) -> frozenset[str]:
    """The words of a dual-use limb with the groups inside them: SUPERHARD takes in DIAMOND."""
    groups = GROUPS.keys() & set(materials)
    # Beside a group the bare element only says what the group consists of.
    if not groups:
        return frozenset(materials)
    return frozenset(groups | {code for code, group in GROUPS.items() if group.parent in groups})


def active(one: Held, reading: Reading) -> Condition:
    """The condition under which the atom's measure is in force."""
    state = one.status.state
    if state == IN_FORCE:
        return TRUE
    # A group that matters only if the person were another is in no reading: it stays open.
    if state == AMBIGUOUS and one.status.group in reading:
        return TRUE if reading[one.status.group] == REVIVED else FALSE
    if state in {UNKNOWN, AMBIGUOUS}:
        return ask(f"status:{one.atom.measure.id}", "is", IN_FORCE)
    return FALSE


def claims(mets: list[Met], reading: Reading) -> list[Claim]:
    """Every claim on the situation under one reading, strongest first."""
    return sorted(_claims(mets, reading), key=lambda c: c.rank)


def _claims(mets: list[Met], reading: Reading) -> Iterator[Claim]:
    for one, matches, in_force in mets:
        rank = one.atom.rank
        if rank is None or not matches:
            continue
        if not in_force:
            residual = _residual(one, reading)
            if residual is not None:
                yield Claim(residual, matches, one)
            continue
        condition = both(matches, in_force)
        if condition:
            yield Claim(rank, condition, one)


def _residual(one: Held, reading: Reading) -> int | None:
    """The strength of what is left of a list entry while it is suspended."""
    effect = one.atom.measure.residual_effect
    suspended = one.status.state == SUSPENDED or (
        one.status.state == AMBIGUOUS and reading.get(one.status.group or "") == STILL_SUSPENDED
    )
    return RANK[OUTCOME_OF_EFFECT[effect]] if effect and suspended else None


def possible(
    made: list[Claim], answer: Callable[[Leaf], bool | None] | None = None
) -> frozenset[int]:
    """The ranks that stay possible for a civil, unlisted end user, given some answers."""
    if answer is not None:
        made = [Claim(rank, assume(c, answer), h) for rank, c, h in made]
    made = _without_lifted([Claim(rank, c, h) for rank, w, h in made if (c := presumed(w))])
    exclusive = _one_of(made)
    if exclusive is None:
        return _ranks(made)
    return frozenset().union(*(possible(made, chosen) for chosen in exclusive))


def _ranks(made: list[Claim]) -> frozenset[int]:
    """The ranks that some answers lead to: a claim counts where no stronger one comes with it."""
    found: set[int] = set()
    stronger: list[Term] = []
    for rank, same in groupby(made, key=lambda c: c.rank):
        terms = [term for claim in same for term in claim.condition]
        if any(not any(s <= term for s in stronger) for term in terms):
            found.add(rank)
        if frozenset() in terms:
            return frozenset(found)
        stronger += terms
    return frozenset({*found, _FREE})


def _one_of(made: list[Claim]) -> list[Callable[[Leaf], bool | None]] | None:
    """The answers to a question with one true answer (the form), where it is open."""
    asked = {
        leaf
        for c in made
        if c.condition != TRUE
        for leaf in leaves(c.condition)
        if leaf.fact == "form"
    }
    if not asked:
        return None
    few = {leaf.op.removeprefix(ONE_OF) for leaf in asked if leaf.op.startswith(ONE_OF)}
    if few:
        return [is_value("form", form) for form in " ".join(few).split()]
    named = {form for leaf in asked for form in leaf.value}
    return [is_value("form", form) for form in sorted(named)] + [is_value("form", None)]


def is_value(fact: str, chosen: str | None) -> Callable[[Leaf], bool | None]:
    """The answer that a fact has one value (None: none of those named)."""

    def answer(leaf: Leaf) -> bool | None:
        return None if leaf.fact != fact else chosen is not None and chosen in leaf.value

    return answer


def _without_lifted(made: list[Claim]) -> list[Claim]:
    """The claims less those that a humanitarian limb lifts."""
    lifted = {
        (c.held.atom.measure.id, name)
        for c in made
        if c.held.atom.limb and c.held.atom.limb.lifts and c.condition == TRUE
        for name in c.held.atom.limb.lifts
    }
    if not lifted:
        return made
    return [c for c in made if (c.held.atom.measure.id, c.held.atom.limb_id) not in lifted]


def outcome_of(ranks: frozenset[int]) -> str:
    """The one outcome of several readings, or "undetermined"."""
    return OUTCOMES[next(iter(ranks))] if len(ranks) == 1 else UNDETERMINED
