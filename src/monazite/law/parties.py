"""Party lists: is this name an entry, on this day, and on which list."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from monazite.law.law import Law
    from monazite.law.model import Party

_LEGAL_FORMS = frozenset(
    {"inc", "incorporated", "llc", "ltd", "limited", "corp", "corporation", "co", "company", "plc"}
    | {"gmbh", "ag", "sa", "sas", "sro", "as", "spa", "srl", "bv", "nv", "kk", "lp", "llp"}
    | {"group", "holdings", "the", "and"}
)
_LEGAL_FORMS_ZH = re.compile(r"(股份有限公司|有限责任公司|有限公司|株式会社|公司|集团)$")
# A shared word of three letters or fewer says little.
_LONG = 3
# Two names that share this part of their runs of three letters may be one, slips of the pen apart.
_SLIP = 0.7
_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Listing:
    """An entry that a name meets; paused: its effect is suspended on the day."""

    party: Party
    exact: bool
    paused: bool


def listings(law: Law, name: str, on: date, known: date) -> tuple[Listing, ...]:
    """The entries in force on the day whose name is the given one, or may be."""
    return tuple(
        Listing(party, exact, _paused(party, on, known))
        for party, exact in _named(law, name)
        if _listed(law, party, on, known)
    )


def listings_of(law: Law, name: str) -> tuple[tuple[str, str, str, bool], ...]:
    """What tells one name from another to the law: the entries that it meets, whenever."""
    return tuple((p.measure, p.list, p.name, exact) for p, exact in _named(law, name))


def _named(law: Law, name: str) -> tuple[tuple[Party, bool], ...]:
    return law.memory.get(("party", name), lambda: tuple(_search(law, name)))


def _search(law: Law, name: str) -> Iterator[tuple[Party, bool]]:
    for party in law.parties:
        exact = _same(name, party)
        if exact or _resembles(name, party):
            yield party, exact


def _same(name: str, party: Party) -> bool:
    words = normal(name)
    return bool(words) and words in {normal(party.name), normal(party.name_zh)}


def _resembles(name: str, party: Party) -> bool:
    """A name within the other's words, or nearly the same letters: to be asked, never decided."""
    ours, theirs = frozenset(normal(name)), frozenset(normal(party.name))
    shared = ours & theirs
    within = shared in (ours, theirs) and max(map(len, shared), default=0) > _LONG
    return within or _alike(_letters(name), _letters(party.name)) >= _SLIP


@lru_cache(maxsize=65536)
def _letters(name: str) -> frozenset[str]:
    """The runs of three letters of a name."""
    text = f"  {' '.join(normal(name))} "
    return frozenset(text[n : n + 3] for n in range(len(text) - 2))


def _alike(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return len(ours & theirs) / max(len(ours | theirs), 1)


@lru_cache(maxsize=65536)
def normal(name: str) -> tuple[str, ...]:
    """A name's words without case, accents, punctuation and legal form."""
    text = unicodedata.normalize("NFKD", name).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c))
    if _HAN.search(text):
        return (_LEGAL_FORMS_ZH.sub("", "".join(_WORD.findall(text))),)
    # "a.s." and "B.V." are one word with dots, not two letters.
    words = _WORD.findall(re.sub(r"(?<=\b\w)\.(?=\w\b)", "", text))
    kept = tuple(w for w in words if w not in _LEGAL_FORMS)
    return kept or tuple(words)


def _listed(law: Law, party: Party, on: date, known: date) -> bool:
    if party.announced is not None and party.announced > known:
        return False
    # The last day of an entry is known only through the measure that ended it.
    measure = law.measures.get(party.measure)
    if measure is not None:
        return party.listed_from <= on
    return party.listed_from <= on and (party.last_day is None or on <= party.last_day)


def _paused(party: Party, on: date, known: date) -> bool:
    if party.paused_from is None or party.paused_from > on or party.paused_from > known:
        return False
    return party.paused_until is None or on <= party.paused_until
