"""Why the case went where it went: each rule that was asked, and what it answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from monazite.desk.cases.why import absent
from monazite.desk.pages.cases.choices import word
from monazite.desk.pages.cases.look import Look
from monazite.licensing.casework.routing import Asked, of_document

_HASH = 12


@dataclass(frozen=True, slots=True)
class RuleWords:
    """A rule: what it is for, its answer, the facts behind it, the law; effective: it acted."""

    why: str
    answer: str
    answer_words: str
    reasons: tuple[str, ...]
    law: str
    effective: bool


@dataclass(frozen=True, slots=True)
class RoutedWords:
    """The routing that stands.

    sent: each office with the rule that sent it there; absent: what is said of those that work on
    no desk here; acted: rules that did something; silent: the others.
    """

    at: datetime
    rules: str
    sent: tuple[tuple[str, str], ...]
    flags: tuple[str, ...]
    absent: tuple[str, ...]
    acted: tuple[RuleWords, ...]
    silent: tuple[RuleWords, ...]


def routed(look: Look) -> RoutedWords | None:
    """The routing that stands; None before there is one."""
    row = max(look.case.routings.all(), key=lambda each: each.number, default=None)
    if row is None:
        return None
    found, lang = of_document(row.trace), look.lang
    asked = [_rule(each, lang) for each in found.trace]
    return RoutedWords(
        at=row.at,
        rules=row.rules[:_HASH],
        sent=tuple(
            (word("office", s.office, lang), word("rule", s.rule, lang)) for s in found.offices
        ),
        flags=tuple(word("flag", flag, lang) for flag in found.flags),
        absent=tuple(each.message(lang) for each in absent(row)),
        acted=tuple(each for each in asked if each.effective),
        silent=tuple(each for each in asked if not each.effective),
    )


def _rule(asked: Asked, lang: str) -> RuleWords:
    return RuleWords(
        why=asked.why(lang),
        answer=asked.answer,
        answer_words=word("answer", asked.answer, lang),
        reasons=asked.reasons(lang),
        law=asked.law_text(lang),
        effective=asked.effective,
    )
