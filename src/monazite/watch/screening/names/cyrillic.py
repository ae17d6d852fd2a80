"""Chinese names in Cyrillic letters (Palladius), read back into pinyin."""

from __future__ import annotations

import re
from functools import lru_cache

from monazite.watch.screening.names.han.surnames import spelled
from monazite.watch.screening.names.syllables import plain
from monazite.watch.screening.names.tables import rows
from monazite.watch.screening.names.view import View

_WORD = re.compile(r"[\u0400-\u04ff]+")
_LONGEST = 5
_MOST_TOKENS = 4


def palladius_views(text: str) -> list[View]:
    """The pinyin of a Cyrillic name that can be Chinese, in syllables, surname first."""
    tokens = _WORD.findall(text.lower())
    if not 1 < len(tokens) <= _MOST_TOKENS:
        return []
    return [view for order in (tokens, [*tokens[1:], tokens[0]]) for view in _in_order(order)]


def _in_order(tokens: list[str]) -> list[View]:
    """The view of tokens that begin with a surname."""
    parts = [_apart(token) for token in tokens]
    if not all(parts) or parts[0] not in spelled():
        return []
    return [View("palladius", tuple(one for part in parts for one in part))]


@lru_cache
def _pinyin() -> dict[str, str]:
    """Pinyin of each syllable in Cyrillic."""
    table = {row["palladius"]: plain(row["pinyin"]) for row in reversed(rows("syllables"))}
    return table | {"хуй": "hui", "лоу": "lou", "вэнь": "wen"}


@lru_cache(maxsize=65536)
def _apart(token: str) -> tuple[str, ...]:
    """The syllables in pinyin, by the way with the fewest; empty where it is no Chinese."""
    table = _pinyin()
    best: list[tuple[str, ...] | None] = [(), *[None] * len(token)]
    for end in range(1, len(token) + 1):
        for start in range(max(0, end - _LONGEST), end):
            before, one = best[start], table.get(token[start:end])
            if before is None or one is None:
                continue
            now = best[end]
            if now is None or len(before) + 1 < len(now):
                best[end] = (*before, one)
    return best[-1] or ()
