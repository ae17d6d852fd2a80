"""The smallest set of questions that decides a ruling, and what each answer would make of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.law.claims import is_value, outcome_of, possible
from monazite.law.conditions import ONE_OF, either, leaves, presumed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from monazite.law.claims import Claim
    from monazite.law.conditions import Leaf

Made = list[list["Claim"]]
# Facts, or the words before their colon, that are answered with yes or no.
_YES_NO = frozenset(
    {"contains", "without", "group", "status", "military", "knows_helps", "owned_by_listed"}
)
_LATER = frozenset({"param", "control_code", "without"})


@dataclass(frozen=True, slots=True)
class Question:
    """A fact to ask for; decides: answer → outcome. needed: the ruling is open without it."""

    fact: str
    decides: Mapping[str, str]
    values: tuple[str, ...]
    needed: bool


def ranks(made: Made, answer: Callable[[Leaf], bool | None] | None = None) -> frozenset[int]:
    """The ranks possible over all readings."""
    return frozenset().union(*(possible(m, answer) for m in made))


def questions(made: Made, *, stated: bool) -> tuple[Question, ...]:
    """What decides on item and movement, then what of the person would change it.

    The outcome is a monotone function of the open facts, so that the smallest set that decides
    it under every answer is the set of facts on which it depends at all. Where nothing of the
    composition was stated, its elements are one question, and what only some compositions have
    (purity, sizes) is asked once it is answered.
    """
    essential = _in_turn(made, stated=stated)
    person = {
        leaf for claims in made for c in claims for leaf in leaves(c.condition) if leaf.person
    }
    now = ranks(made)
    composition = {leaf for leaf in essential if not stated and _is_composition(leaf)}
    asked = [
        _question(made, fact, group, needed=True)
        for fact, group in _by_fact(essential - composition).items()
    ]
    if composition:
        asked.insert(0, _whole_composition(made, composition))
    maybe = [_question(made, fact, group, needed=False) for fact, group in _by_fact(person).items()]
    changing = [q for q in maybe if any(said != outcome_of(now) for said in q.decides.values())]
    return tuple(asked + changing)


def needed_facts(made: Made, *, stated: bool) -> tuple[str, ...]:
    """The facts of the questions that decide, composition as one where nothing of it was stated."""
    essential = _in_turn(made, stated=stated)
    facts = {"contains" if not stated and _is_composition(x) else x.fact for x in essential}
    return tuple(sorted(facts))


def _in_turn(made: Made, *, stated: bool) -> set[Leaf]:
    """The facts that decide, less those that make no sense before the composition is known."""
    essential = {leaf for claims in made for leaf in _essential(claims)}
    if stated or not any(map(_is_composition, essential)):
        return essential
    return {leaf for leaf in essential if leaf.fact.partition(":")[0] not in _LATER}


def _is_composition(leaf: Leaf) -> bool:
    return leaf.fact.partition(":")[0] in {"contains", "group", "fraction"}


def _whole_composition(made: Made, composition: set[Leaf]) -> Question:
    """One question for all elements: the combinations that some entry names, and none of them."""
    combinations = {
        frozenset(leaf for leaf in term if leaf in composition)
        for claims in made
        for c in claims
        for term in presumed(c.condition)
    }
    named = {
        ",".join(sorted({leaf.fact.partition(":")[2] for leaf in some})): some
        for some in combinations
        if some
    }
    decides = {
        words: outcome_of(ranks(made, _exactly(some, composition)))
        for words, some in sorted(named.items())
    }
    decides["none of these"] = outcome_of(ranks(made, _exactly(frozenset(), composition)))
    return Question("contains", decides, tuple(sorted(named)), needed=True)


def _exactly(some: frozenset[Leaf], composition: set[Leaf]) -> Callable[[Leaf], bool | None]:
    return lambda leaf: leaf in some if leaf in composition else None


def _essential(claims: list[Claim]) -> set[Leaf]:
    """The open facts on item and movement that the outcome depends on under one reading."""
    found: set[Leaf] = set()
    limit = max(possible(claims))
    for rank in sorted({c.rank for c in claims if c.rank < limit}):
        stronger = (presumed(c.condition) for c in claims if c.rank <= rank)
        found |= {leaf for leaf in leaves(either(stronger)) if not leaf.person}
    return found


def _by_fact(open_leaves: set[Leaf]) -> dict[str, list[Leaf]]:
    found: dict[str, list[Leaf]] = {}
    for leaf in sorted(open_leaves):
        found.setdefault(leaf.fact, []).append(leaf)
    return found


def _question(made: Made, fact: str, group: list[Leaf], *, needed: bool) -> Question:
    decides = {
        said: outcome_of(ranks(made, answer)) for said, answer in _answers(fact, group).items()
    }
    values = tuple(dict.fromkeys(v for leaf in group for v in leaf.value))
    return Question(fact, decides, values, needed)


def _answers(fact: str, group: list[Leaf]) -> dict[str, Callable[[Leaf], bool | None]]:
    if fact == "param:further_conditions":
        # What was not read can be answered by nobody.
        return {}
    if fact in {"from", "to"}:
        named = sorted({v for leaf in group for v in leaf.value if v != "not"})
        return {v: _place(fact, v) for v in named} | {"other": _place(fact, "")}
    if fact.partition(":")[0] in _YES_NO:
        return {"yes": _all(fact, value=True), "no": _all(fact, value=False)}
    kinds = {leaf.op for leaf in group}
    if any(kind.startswith(ONE_OF) for kind in kinds):
        few = sorted({v for kind in kinds for v in kind.removeprefix(ONE_OF).split()})
        return {v: is_value(fact, v) for v in few}
    if kinds & {"in", "is"}:
        values = sorted({v for leaf in group for v in leaf.value if v != "not"})
        return {v: is_value(fact, v) for v in values} | {"other": _all(fact, value=False)}
    found = {" ".join(leaf.value): _just(leaf) for leaf in group}
    return found | {"otherwise": _all(fact, value=False)}


def _place(fact: str, country: str) -> Callable[[Leaf], bool | None]:
    """The answer that it is a country; a leaf with "not" holds for every country it leaves out."""

    def answer(leaf: Leaf) -> bool | None:
        if leaf.fact != fact:
            return None
        return (country in leaf.value) != ("not" in leaf.value)

    return answer


def _all(fact: str, *, value: bool) -> Callable[[Leaf], bool | None]:
    return lambda leaf: value if leaf.fact == fact else None


def _just(chosen: Leaf) -> Callable[[Leaf], bool | None]:
    return lambda leaf: leaf == chosen if leaf.fact == chosen.fact else None
