"""Leads in words: rules, reasons with their figures, other explanations, authorities, laws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import keys, say
from monazite.law.references_said import law_words
from monazite.watch.patterns.agencies import agencies

if TYPE_CHECKING:
    from decimal import Decimal

    from monazite.watch.leads.lead import Lead, Reason
    from monazite.watch.patterns.found import NotComputed

    Figure = Decimal | float | int | str | None

_WHOLE = 1_000
_DIGITS = 3


def rule_words(rule: str, lang: str) -> str:
    """The title of a rule; its id where it has none."""
    return _said((f"watch.rule.{rule}",), lang) or rule


def reason_words(rule: str, reason: Reason, lang: str) -> str:
    """A reason with its figures; its code where nobody gave it words."""
    known = (f"watch.reason.{rule}.{reason.code}", f"flows.reasons.{reason.code}")
    figures = {name: figure_words(value) for name, value in reason.figures.items()}
    return _said(known, lang, **figures) or reason.code


def otherwise_words(code: str, lang: str) -> str:
    """What else could explain a lead; caveats of two sides' statistics are among it."""
    room = ("watch.otherwise", "flows.other_explanations", "flows.caveat")
    return _said(tuple(f"{each}.{code}" for each in room), lang) or code


def not_computed_words(one: NotComputed, lang: str) -> str:
    """Why a rule could not judge something."""
    known = (f"watch.not_computed.{one.code}", f"flows.not_computed.{one.code}")
    figures = {name: figure_words(value) for name, value in one.figures.items()}
    words = _said(known, lang, **figures) or one.code
    return f"{words} ({', '.join(one.subject)})" if one.subject else words


def agency_words(code: str, lang: str) -> str:
    """The name of an authority; its code where the table does not know it."""
    found = agencies().get(code)
    return found.name(lang) if found else code


def laws_words(lead: Lead, lang: str) -> tuple[str, ...]:
    """The laws that a lead would breach, as a person says them."""
    return tuple(law_words(ref, lang) for ref in lead.law)


def figure_words(value: Figure) -> str:
    """A figure as a person reads it: thousands apart, three digits below them, – for unknown."""
    if value is None:
        return "–"
    if isinstance(value, str):
        return value
    if isinstance(value, int) or abs(float(value)) >= _WHOLE:
        return f"{value:,.0f}"
    return f"{float(value):.{_DIGITS}g}"


def _said(wanted: tuple[str, ...], lang: str, **figures: str) -> str:
    key = next((each for each in wanted if each in keys()), None)
    return say(key, lang, **figures) if key else ""
