"""Titles before or behind a Chinese person's name (先生, 总经理), as Mr is in other languages."""

from __future__ import annotations

import re
from functools import lru_cache

from monazite.watch.screening.names.han.simplified import simplified
from monazite.watch.screening.names.han.surnames import surnames
from monazite.watch.screening.names.scripts import HAN
from monazite.watch.screening.names.tables import rows

_LATIN = re.compile(r"^(?:mr|mrs|ms|dr|prof)\b[.\s]*|[.,\s]+(?:mr|mrs|ms|dr)\.?$", re.IGNORECASE)
_EDGES = re.compile(r"^[\s()（）\[\]:：.,，、]+|[\s()（）\[\]:：.,，、]+$")
_SHORTEST, _LONGEST = 2, 4


def without_titles(text: str) -> str:
    """The characters of a person's name without its titles; "" where that leaves no such name.

    What is left must begin with a surname and be of two to four characters, as 博士 begins firms.
    """
    bare = before = simplified(_LATIN.sub("", text))
    while True:
        bare = _EDGES.sub("", _titles().sub("", _EDGES.sub("", bare)))
        if bare == before:
            break
        before = bare
    held = _SHORTEST <= len(bare) <= _LONGEST and all(map(HAN.match, bare))
    return bare if held and bare != text and not surnames().keys().isdisjoint(_heads(bare)) else ""


def _heads(text: str) -> tuple[str, str]:
    return text[:1], text[:2]


@lru_cache
def _titles() -> re.Pattern[str]:
    """Any of the titles at either end, the longest first."""
    known = (simplified(row["title"]) for row in rows("han_titles"))
    words = sorted(known, key=len, reverse=True)
    either = "|".join(map(re.escape, words))
    return re.compile(f"^(?:{either})(?=.)|(?:{either})$")
