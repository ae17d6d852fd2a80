"""Chinese names as Hong Kong writes them, and surnames as Hokkien speakers of Singapore do."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice, product
from typing import TYPE_CHECKING

from monazite.watch.screening.names.han.surnames import spelled, surnames
from monazite.watch.screening.names.syllables import plain
from monazite.watch.screening.names.tables import rows, several
from monazite.watch.screening.names.view import View

if TYPE_CHECKING:
    from monazite.watch.screening.names.han.reading import Reading

WEIGHT = 0.9
"""What a whole name in Hong Kong's spelling is worth."""
SURNAME_ONLY = 0.85
"""What a surname so spelled before a given name in pinyin is worth."""
SHARED = 0.75
"""The same where the spelling is also another surname in pinyin (Tan for 陈, and for 谭)."""
_MOST = 4


def cantonese_views(text: str, reading: Reading) -> list[View]:
    """The name in other spellings, its given name in parts; none of an unknown surname.

    All characters as in Hong Kong where each is known; the surname alone, also in Hokkien, before
    the given name in pinyin, as families abroad write it.
    """
    known = surnames().get(text[: len(reading.surname)])
    if known is None or not reading.given:
        return []
    spelled_given = [_spelled().get(one, ()) for one in text[len(known.han) :]]
    ways = [(one, *given) for one in known.cantonese for given in product(*spelled_given)]
    found = [View("cantonese", way, WEIGHT) for way in islice(ways, _MOST)]
    given = tuple(map(plain, reading.given))
    abroad = dict.fromkeys((*known.cantonese[:1], *known.hokkien[:3]))
    for one in abroad:
        weight = SHARED if (one,) in spelled() else SURNAME_ONLY
        found.append(View("cantonese", (one, *given), weight))
    return found


@lru_cache
def _spelled() -> dict[str, tuple[str, ...]]:
    """How Hong Kong spells the characters of given names."""
    return {row["han"]: several(row["spelled"]) for row in rows("cantonese")}
