"""Where a case goes: every rule asked of plain facts, and kept with its answer and its reasons."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from monazite.catalogue.texts import say
from monazite.law.references_said import law_words
from monazite.licensing.casework.conditions import UNKNOWN, YES, Because
from monazite.licensing.casework.facts import Facts, fact_word
from monazite.licensing.casework.gathering import facts_of
from monazite.licensing.casework.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from monazite.licensing.casework.regime import Casework, Rule

__all__ = ["Asked", "Facts", "Routed", "Sent", "facts_of", "of_document", "route"]

OUR_DEFAULT = "our default"
"""The `law` of what no text says."""
_BETWEEN = {"en": ", ", "zh": "、"}


@dataclass(frozen=True, slots=True)
class Sent:
    """An office that is asked, and the first rule that sends the case there."""

    office: str
    rule: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A rule as it was asked: yes, no or unknown, because of which facts, under which law.

    practice: that the case goes this way because of that law is our own default; effective: it is
    treated as if it were so, as an unknown answer is too where the rule says that care is better.
    """

    rule: str
    answer: str
    because: tuple[Because, ...]
    law: str
    practice: bool
    effective: bool

    def why(self, lang: str) -> str:
        """What the rule is for, in one sentence."""
        return say(f"licensing.casework.rule.{self.rule}", lang)

    def reasons(self, lang: str) -> tuple[str, ...]:
        """The facts that decided its answer, each in words."""
        return tuple(_reason(each, lang) for each in self.because)

    def law_text(self, lang: str) -> str:
        """The law that makes the matter weigh, and whether the way is our own default."""
        law = law_words(self.law, lang)
        if not self.practice or self.law == OUR_DEFAULT:
            return law
        return say("licensing.casework.law_practice", lang, law=law)


@dataclass(frozen=True, slots=True)
class Routed:
    """Where a case goes and what binds.

    refer_up: before whom it is to be laid, "" for nobody; no_limit: no time limit binds; neither
    is ever taken from an unknown answer; flags: marks on the case; trace: every rule, in order.
    """

    offices: tuple[Sent, ...]
    refer_up: str
    no_limit: bool
    flags: tuple[str, ...]
    trace: tuple[Asked, ...]

    def document(self) -> dict[str, Any]:
        """The routing as JSON."""
        return asdict(self, dict_factory=plain)


def route(facts: Facts, casework: Casework) -> Routed:
    """Ask every rule; what cannot be answered routes on the careful side and is told as unknown."""
    trace = tuple(_ask(rule, facts) for rule in casework.rules)
    answers = list(zip(casework.rules, trace, strict=True))
    treated = [rule for rule, asked in answers if asked.effective]
    certain = [rule for rule, asked in answers if asked.answer == YES]
    return Routed(
        offices=_offices(treated),
        refer_up=next((rule.refer_up for rule in certain if rule.refer_up), ""),
        no_limit=any(rule.no_limit for rule in certain),
        flags=tuple(dict.fromkeys(rule.flag for rule in treated if rule.flag)),
        trace=trace,
    )


def of_document(document: Mapping[str, Any]) -> Routed:
    """A routing that was kept as JSON."""
    return Routed(
        offices=tuple(Sent(**each) for each in document["offices"]),
        refer_up=document["refer_up"],
        no_limit=document["no_limit"],
        flags=tuple(document["flags"]),
        trace=tuple(_asked(each) for each in document["trace"]),
    )


def _ask(rule: Rule, facts: Facts) -> Asked:
    found = rule.when.ask(facts)
    effective = found.answer == YES or (found.answer == UNKNOWN and rule.careful)
    return Asked(rule.name, found.answer, found.because, rule.law, rule.practice, effective)


def _offices(rules: Iterable[Rule]) -> tuple[Sent, ...]:
    first: dict[str, Sent] = {}
    for rule in rules:
        for office in rule.offices:
            first.setdefault(office, Sent(office, rule.name))
    return tuple(first.values())


def _asked(document: Mapping[str, Any]) -> Asked:
    because = tuple(
        Because(each["fact"], tuple(each["values"]), each["known"]) for each in document["because"]
    )
    return Asked(**{**document, "because": because})


def _reason(because: Because, lang: str) -> str:
    fact = say(f"licensing.casework.fact.{because.fact}", lang)
    words = _BETWEEN[lang].join(fact_word(because.fact, each, lang) for each in because.values)
    state = "unknown" if not because.known else "known" if words else "none"
    return say(f"licensing.casework.because.{state}", lang, fact=fact, values=words)
