"""Party lists: is this name an entry, on this day, and on which list."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence
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


def first_listed(law: Law, names: Sequence[str], on: date) -> str | None:
    """Of a party's names, in either script, the first that a list knows, else the first."""
    listed = (name for name in names if any(e.exact for e in listings(law, name, on, law.compiled)))
    return next(listed, names[0] if names else None)


def listings_of(law: Law, name: str) -> tuple[tuple[Hashable, ...], ...]:
    """What tells one name from another to the law: the entries that it meets, whenever.

    An entry's own name matters where it is asked whether it is meant.
    """
    return tuple(
        dict.fromkeys(
            (p.measure, p.list, p.announced, p.listed_from, p.last_day, None if exact else p.name)
            for p, exact in _named(law, name)
        )
    )


def _named(law: Law, name: str) -> tuple[tuple[Party, bool], ...]:
    return law.memory.get(("party", name), lambda: tuple(_search(law, name)))


def _search(law: Law, name: str) -> Iterator[tuple[Party, bool]]:
    given = _written(name)
    for party, own, chinese in law.memory.get("party names", lambda: _names(law)):
        exact = bool(given.words) and given.words in (own.words, chinese)
        if exact or _resembles(given, own):
            yield party, exact


class _Written(NamedTuple):
    """A name as it is compared: its words in order, which they are, its runs of three letters."""

    words: tuple[str, ...]
    which: frozenset[str]
    letters: frozenset[str]


def _written(name: str) -> _Written:
    words = normal(name)
    text = f"  {' '.join(words)} "
    letters = frozenset(text[n : n + 3] for n in range(len(text) - 2))
    return _Written(words, frozenset(words), letters)


def _names(law: Law) -> list[tuple[Party, _Written, tuple[str, ...]]]:
    return [(party, _written(party.name), normal(party.name_zh)) for party in law.parties]


def _resembles(given: _Written, own: _Written) -> bool:
    """A name within the other's words, or nearly the same letters: to be asked, never decided."""
    shared = given.which & own.which
    within = shared in (given.which, own.which) and max(map(len, shared), default=0) > _LONG
    return within or _alike(given.letters, own.letters)


def _alike(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    few, many = sorted((len(ours), len(theirs)))
    if few < _SLIP * many:
        return False
    shared = len(ours & theirs)
    return shared >= _SLIP * (few + many - shared) and shared > 0


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
