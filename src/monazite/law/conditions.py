"""Three-valued answers that remember what they wait for.

A condition is a set of terms, a term a set of questions (leaves) that must all be answered
"yes". TRUE is the one empty term, FALSE is no term, everything else is unknown. Terms that
contain another term are absorbed, so that the leaves left are those on which the answer
really depends (they are the essential variables of a monotone function).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Leaf(NamedTuple):
    """One open question: a fact compared with a value. `person`: who receives it and what for."""

    fact: str
    op: str
    value: tuple[str, ...]
    person: bool = False


# The operator of a leaf whose fact has one of a few values, which follow it.
ONE_OF = "one of "
Term = frozenset[Leaf]
Condition = frozenset[Term]
TRUE: Condition = frozenset({frozenset()})
FALSE: Condition = frozenset()


def ask(fact: str, op: str, *value: str, person: bool = False) -> Condition:
    """The condition that waits for one fact."""
    return frozenset({frozenset({Leaf(fact, op, value, person)})})


def settled(answer: bool) -> Condition:  # noqa: FBT001 - it is the value
    """The condition of a known answer."""
    return TRUE if answer else FALSE


def both(first: Condition, second: Condition) -> Condition:
    """First and second."""
    if first is FALSE or second is FALSE or not first or not second:
        return FALSE
    if first == TRUE:
        return second
    if second == TRUE:
        return first
    return _absorbed({a | b for a in first for b in second})


def conjunction(conditions: Iterable[Condition]) -> Condition:
    """All of the conditions."""
    result = TRUE
    for condition in conditions:
        result = both(result, condition)
        if not result:
            return FALSE
    return result


def either(conditions: Iterable[Condition]) -> Condition:
    """Any of the conditions."""
    terms: set[Term] = set()
    for condition in conditions:
        if condition == TRUE:
            return TRUE
        terms |= condition
    return _absorbed(terms) if terms else FALSE


def assume(condition: Condition, answer: Callable[[Leaf], bool | None]) -> Condition:
    """The condition once `answer` has said yes, no or nothing (None) to its leaves."""
    terms: set[Term] = set()
    for term in condition:
        answers = {leaf: answer(leaf) for leaf in term}
        if False not in answers.values():
            terms.add(frozenset(leaf for leaf, said in answers.items() if said is None))
    return _absorbed(terms) if terms else FALSE


def presumed(condition: Condition) -> Condition:
    """The condition for a civil, unlisted end user: every open question on the person is a no."""
    if condition == TRUE or not condition:
        return condition
    return frozenset(t for t in condition if not any(leaf.person for leaf in t))


def leaves(condition: Condition) -> set[Leaf]:
    """Every question that the condition waits for."""
    return {leaf for term in condition for leaf in term}


def value(condition: Condition) -> bool | None:
    """True, False, or None for unknown."""
    return True if condition == TRUE else None if condition else False


def _absorbed(terms: set[Term]) -> Condition:
    if frozenset() in terms:
        return TRUE
    if len(terms) == 1:
        return frozenset(terms)
    kept: list[Term] = []
    for term in sorted(terms, key=len):
        if not any(k <= term for k in kept):
            kept.append(term)
    return frozenset(kept)
