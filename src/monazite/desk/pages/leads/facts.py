"""Evidence as a person reads it: names said where the texts have them, tables of rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from monazite.catalogue.texts import keys, say
from monazite.desk.licences.limits import number
from monazite.law.references_said import law_words

_SAID = {
    "kind": ("customs.tip.kind.{}", "customs.duty.kind.{}"),
    "duty": ("customs.duty.kind.{}",),
    "term": ("customs.batch.term.{}",),
    "stage": ("customs.batch.stage.{}",),
    "unknown": ("customs.batch.term.{}",),
    "side": ("desk.pages.lead.side.{}",),
    "semantics": ("desk.pages.lead.semantics.{}",),
    "refused": ("desk.report.{}",),
    "role": ("licensing.choice.role.{}", "desk.pages.lead.role.{}"),
    "where": ("desk.pages.lead.where.{}",),
    "explained": ("desk.pages.lead.explained.{}",),
    "conflicts": ("customs.exit.conflict.{}", "customs.offline.conflict.{}"),
}
_ORDER = (
    "party", "list", "entity", "where", "reference", "declaration", "role", "typed", "names",
    "countries", "numbers", "entry", "alias", "score", "expected", "version", "explained",
    "places", "found_in", "to_set_aside", "firm", "regime", "kind", "due_on", "seen_on", "law",
    "terms", "term", "year", "stage", "side", "mass_kg", "made_kg", "quota_kg", "in_kg", "out_kg",
    "excess_kg", "unknown", "over_quota", "source", "at_least",
)  # fmt: skip
"""In which order names are read: an engine keeps them in its own."""
_LAWS = frozenset({"law", "consequence"})
_MASS = "_kg"
"""How the name of every amount ends that is told with its thousands apart."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known: a value, or a table of rows under their heads."""

    label: str
    value: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def facts(document: Mapping[str, object], lang: str) -> list[Fact]:
    """Every fact of some evidence."""
    return [_fact(name, document[name], lang) for name in sorted(document, key=_place)]


def _place(name: str) -> tuple[int, str]:
    return (_ORDER.index(name) if name in _ORDER else len(_ORDER), name)


def _fact(name: str, value: object, lang: str) -> Fact:
    if isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
        names = tuple(sorted(value[0], key=_place))
        rows = tuple(tuple(_word(n, row.get(n), lang) for n in names) for row in value)
        return Fact(_label(name, lang), "", tuple(_label(n, lang) for n in names), rows)
    return Fact(_label(name, lang), _word(name, value, lang), (), ())


def _label(name: str, lang: str) -> str:
    key = f"desk.pages.lead.fact.{name}"
    return say(key, lang) if key in keys() else name


def _word(name: str, value: object, lang: str) -> str:
    if value is None:
        return say("desk.pages.lead.unknown", lang)
    if isinstance(value, bool):
        return say(f"desk.pages.lead.{'yes' if value else 'no'}", lang)
    if isinstance(value, list):
        return "; ".join(_word(name, each, lang) for each in value)
    if isinstance(value, dict):
        told = {_label(each, lang): _word(each, value[each], lang) for each in sorted(value)}
        return "; ".join(f"{label}: {word}" for label, word in told.items())
    if name.endswith(_MASS):
        return number(value)
    if name in _LAWS:
        return law_words(str(value), lang)
    return next(_said(name, str(value), lang), str(value))


def _said(name: str, value: str, lang: str) -> Iterator[str]:
    for pattern in _SAID.get(name, ()):
        if (key := pattern.format(value)) in keys():
            yield say(key, lang)
