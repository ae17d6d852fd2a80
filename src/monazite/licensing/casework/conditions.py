"""Conditions over plain facts, in three values, with the facts that decided each answer."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from monazite.catalogue.groups import GROUPS, wider

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from monazite.licensing.casework.facts import Facts

YES, NO, UNKNOWN = "yes", "no", "unknown"
_NEGATED = {YES: NO, NO: YES, UNKNOWN: UNKNOWN}


@dataclass(frozen=True, slots=True)
class Because:
    """A fact that an answer rests on; values: what is known of it, as codes."""

    fact: str
    values: tuple[str, ...]
    known: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """yes, no or unknown, and the facts that made it so."""

    answer: str
    because: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One fact compared: op is any_of, other_than, is, at_least or over; given: with what."""

    fact: str
    op: str
    given: Any

    def ask(self, facts: Facts) -> Answered:
        """The answer for these facts."""
        values = facts.values(self.fact)
        open_ = self.fact in facts.unknown
        met = self._met(values)
        answer = YES if met else UNKNOWN if open_ else NO
        return Answered(answer, (Because(self.fact, met or values, known=not open_ or bool(met)),))

    def _met(self, values: tuple[str, ...]) -> tuple[str, ...]:
        """The values that meet it; none where it is not met."""
        if self.op in {"at_least", "over"}:
            return values if self._enough(values) else ()
        if self.op == "is":
            return tuple(value for value in values if value == (YES if self.given else NO))
        return tuple(v for v in values if (v in self.given) == (self.op == "any_of"))

    def _enough(self, values: tuple[str, ...]) -> bool:
        if self.op == "at_least":
            return any(Fraction(value) >= Fraction(str(self.given)) for value in values)
        # Amounts in several currencies count together, each as a part of its own threshold.
        sums = [value.split(" ") for value in values]
        parts = (Fraction(amount) / Fraction(str(self.given[unit])) for amount, unit in sums)
        return sum(parts, Fraction(0)) > 1


@dataclass(frozen=True, slots=True)
class Joined:
    """Several conditions: all of them, or any of them."""

    how: str
    parts: tuple[Test, ...]

    def ask(self, facts: Facts) -> Answered:
        """The answer for these facts, resting on the parts that decide it."""
        answers = [part.ask(facts) for part in self.parts]
        # What one part can settle: a no among all of them, a yes among any of them.
        settles = NO if self.how == "all" else YES
        for answer in (settles, UNKNOWN, _NEGATED[settles]):
            telling = [each for each in answers if each.answer == answer]
            if telling:
                because = (found for each in telling for found in each.because)
                return Answered(answer, tuple(dict.fromkeys(because)))
        raise AssertionError(self.how)


Test = Leaf | Joined


def built(data: Mapping[str, Any]) -> Test:
    """The condition of a checked table."""
    for how in ("all", "any"):
        if how in data:
            return Joined(how, tuple(built(part) for part in data[how]))
    (op,) = data.keys() - {"fact"}
    given = data[op]
    if isinstance(given, list):
        given = frozenset(word for each in given for word in _meant(data["fact"], each))
    return Leaf(data["fact"], op, given)


def _meant(fact: str, word: str) -> Iterator[str]:
    """The word itself; of a group of materials also its elements and its narrower groups."""
    yield word
    if fact == "materials" and word in GROUPS:
        yield from GROUPS[word].elements
        yield from (code for code in GROUPS if word in wider(code))
