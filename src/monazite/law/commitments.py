"""Commitments: who promised what to whom, in which words, and what followed. They are never law."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from monazite.catalogue.words import unknown
from monazite.law.dates import first_day
from monazite.law.makers import Words, instrument, maker

if TYPE_CHECKING:
    from datetime import date

    from monazite.law.law import Law

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Deed:
    """What kept a promise or did not; relation and measure are ids, `what` names it in words."""

    relation: str | None
    measure: str | None
    what: Words
    on: date | None
    note: Words


@dataclass(frozen=True, slots=True)
class Figures:
    """Customs figures that tell what followed; destination is ISO2 or WORLD."""

    series: str
    destination: str
    periods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise of one side; disputed: the covered measures that the sides read differently.

    quoted: the words are those of a text, not a paraphrase; told_by: whose account they are.
    """

    id: str
    by: str
    to: str
    on: date
    published: date
    venue: Words
    told_by: Words
    words: Words
    quoted: bool
    covers: tuple[str, ...]
    disputed: frozenset[str]
    covers_note: Words
    kept_by: tuple[Deed, ...]
    not_kept: tuple[Deed, ...]
    figures_after: tuple[Figures, ...]
    figures_note: Words | None
    sources: tuple[tuple[str, str], ...]
    confidence: str


def commitments(law: Law) -> tuple[Commitment, ...]:
    """Every commitment, by its day."""
    return tuple(sorted((_commitment(law, c) for c in law.commitments), key=lambda c: c.on))


def commitment(law: Law, name: str) -> Commitment:
    """The commitment of that id; InputError names the nearest ids."""
    known = {c["id"]: c for c in law.commitments}
    if name not in known:
        raise unknown("commitment", name, "an id from `law commitments`", known)
    return _commitment(law, known[name])


def _commitment(law: Law, c: Document) -> Commitment:
    return Commitment(
        id=c["id"],
        by=c["by"],
        to=c["to"],
        on=first_day(c["on"]),
        published=first_day(c["published"]),
        venue=c["venue"],
        told_by=c["told_by"],
        words={lang: c["words"][lang] for lang in ("en", "zh")},
        quoted=c["words"]["quoted"],
        covers=tuple(c["covers"]),
        disputed=frozenset(c.get("disputed", [])),
        covers_note=c["covers_note"],
        kept_by=tuple(_deed(law, d) for d in c["kept_by"]),
        not_kept=tuple(_deed(law, d) for d in c["not_kept"]),
        figures_after=tuple(
            Figures(f["series"], f["destination"], tuple(f["periods"])) for f in c["figures_after"]
        ),
        figures_note=c.get("figures_note"),
        sources=tuple((s["ref"], s["confidence"]) for s in c["sources"]),
        confidence=c["confidence"],
    )


def _deed(law: Law, d: Document) -> Deed:
    on = first_day(d["on"]) if "on" in d else None
    return Deed(d.get("relation"), d.get("measure"), _what(law, d), on, d["note"])


def _what(law: Law, d: Document) -> Words:
    """The instrument that did it, the measure that stayed, or the fact in words."""
    if "relation" in d:
        return maker(law, next(r for r in law.relations if r.id == d["relation"]))
    if "measure" in d:
        return instrument(law.measures[d["measure"]])
    words: Words = d["text"]
    return words
