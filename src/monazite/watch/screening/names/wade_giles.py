"""Pinyin as older books and Taiwan spell it (Wade-Giles, without its marks)."""

from __future__ import annotations

from functools import lru_cache

from monazite.watch.screening.names.syllables import plain, syllables
from monazite.watch.screening.names.tables import rows
from monazite.watch.screening.names.view import View

PLAIN_TO_SEE = 0.9
"""Weight where a syllable is written that pinyin has not (hsi, tse, kuo)."""
DOUBTFUL = 0.6
"""Weight where every syllable could be another one in pinyin (pin for bin)."""


@lru_cache
def _spelled() -> dict[str, str]:
    """Wade-Giles by pinyin, u for ü in both."""
    table = {plain(row["pinyin"]): row["wade_giles"] for row in reversed(rows("syllables"))}
    return table | {row["pinyin"]: row["wade_giles"] for row in rows("syllables")}


def wade_giles_views(surname: tuple[str, ...], given: tuple[str, ...]) -> list[View]:
    """The name in Wade-Giles, its given name in parts; none where it is as in pinyin."""
    table = _spelled()
    family, rest = ([table.get(one, one) for one in part] for part in (surname, given))
    if (*family, *rest) == (*surname, *given):
        return []
    weight = DOUBTFUL if syllables().issuperset((*family, *rest)) else PLAIN_TO_SEE
    return [View("wade-giles", (*family, *rest), weight)]
