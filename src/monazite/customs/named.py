"""What a description calls the goods, and which elements such goods have."""

from __future__ import annotations

import re
from functools import lru_cache

from monazite.catalogue.elements import ELEMENTS
from monazite.catalogue.groups import GROUPS

_FAMILIES = (
    (re.compile(r"nd-?fe-?b|钕铁硼", re.IGNORECASE), frozenset({"Nd"})),
    (
        re.compile(r"(?<![a-z])sm-?co(?:5|17)?(?![a-z])|钐钴", re.IGNORECASE),
        frozenset({"Sm", "Co"}),
    ),
)
"""Trade names of magnets and their alloys."""
_SYMBOLS = re.compile(
    rf"(?<![A-Za-z0-9])(?:(?:{'|'.join(sorted(ELEMENTS, key=len, reverse=True))})\d*[-–/]?){{2,}}"
    r"(?![A-Za-z])"
)
"""Goods that are called by the symbols of what is in them: DyFe, Dy-Fe, Pr-Nd, Dy2O3, GaN."""
_FERRO = re.compile(
    rf"(?<![a-z])({'|'.join(sorted(s.casefold() for s in GROUPS['REE'].elements))})\s?-?\s?fe"
    r"(?![a-z])",
    re.IGNORECASE,
)
"""The same of a rare earth and iron, whatever the case of the letters."""
_SYMBOL = re.compile(r"[A-Z][a-z]?")
_BEFORE = r"(?:without|free of|free from|\bno|\bnon|\bzero|0\s*%|无|不含|非|零)"
_DENIED_BEFORE = re.compile(rf"{_BEFORE}[\s-]*$", re.IGNORECASE)
_DENIED_AFTER = re.compile(r"[\s-]*free", re.IGNORECASE)
_WATCHED = GROUPS["REE"].elements | {"Ga", "Ge", "Sb", "W", "In", "Bi", "Te", "Mo"}
"""Elements that goods are controlled for; iron or tin in a name says little."""


def absent(description: str, present: frozenset[str]) -> frozenset[str]:
    """The elements that the description says the goods have and the composition has not."""
    return _named(description) - present


@lru_cache(maxsize=4096)
def _named(description: str) -> frozenset[str]:
    return _by_symbols(description) | _by_words(description.casefold())


def _by_symbols(description: str) -> frozenset[str]:
    """Of names made of symbols alone, one of them of two letters: else any word in capitals is."""
    named = [(name, frozenset(_SYMBOL.findall(name[0]))) for name in _SYMBOLS.finditer(description)]
    named += [(name, frozenset({name[1].title()})) for name in _FERRO.finditer(description)]
    return frozenset(
        symbol
        for name, symbols in named
        if any(len(each) > 1 for each in symbols) and not _is_denied(description, name)
        for symbol in symbols & _WATCHED
    )


def _is_denied(description: str, name: re.Match[str]) -> bool:
    before = _DENIED_BEFORE.search(description, 0, name.start())
    return bool(before or _DENIED_AFTER.match(description, name.end()))


def _by_words(text: str) -> frozenset[str]:
    found = {s for words, elements in _FAMILIES if words.search(text) for s in elements}
    said = {s for s, name, denied in _words() if name.search(text) and not denied.search(text)}
    return frozenset(found | said)


@lru_cache(maxsize=1)
def _words() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """The names of the watched elements, and the words that say that there is none of one."""
    return tuple(
        (s, re.compile(_names(s)), re.compile(_denied(_names(s)))) for s in sorted(_WATCHED)
    )


def _names(symbol: str) -> str:
    one = ELEMENTS[symbol]
    return rf"(?:\b(?:ferro-?)?{re.escape(one.name_en.casefold())}\b|{one.name_zh})"


def _denied(names: str) -> str:
    return rf"{_BEFORE}[\s-]*{names}|{names}[\s-]*free"
