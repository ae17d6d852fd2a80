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
_WATCHED = GROUPS["REE"].elements | {"Ga", "Ge", "Sb", "W", "In", "Bi", "Te", "Mo"}
"""Elements that goods are controlled for; iron or tin in a name says little."""


def absent(description: str, present: frozenset[str]) -> frozenset[str]:
    """The elements that the description says the goods have and the composition has not."""
    return _named(description) - present


@lru_cache(maxsize=4096)
def _named(description: str) -> frozenset[str]:
    text = description.casefold()
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
    return rf"(?:\b{re.escape(one.name_en.casefold())}\b|{one.name_zh})"


def _denied(names: str) -> str:
    before = r"(?:without|free of|free from|\bno|\bnon|\bzero|0\s*%|无|不含|非|零)"
    return rf"{before}[\s-]*{names}|{names}[\s-]*free"
