"""Latin names that can be Chinese ones, taken apart into syllables."""

from __future__ import annotations

from functools import lru_cache

from monazite.watch.screening.names.han.surnames import spelled
from monazite.watch.screening.names.syllables import apart
from monazite.watch.screening.names.view import View
from monazite.watch.screening.names.wade_giles import wade_giles_views

_MOST_TOKENS = 5
_SHORTEST, _LONGEST = 2, 5


def pinyin_views(tokens: tuple[str, ...]) -> list[View]:
    """The name in syllables, surname first, and in Wade-Giles, where it can be Chinese."""
    if not 1 <= len(tokens) <= _MOST_TOKENS or not all(map(_chinese, tokens)):
        return []
    return list(_read(tokens))


@lru_cache(maxsize=1 << 18)
def _chinese(token: str) -> bool:
    """Whether a token is Chinese syllables."""
    return token.isalpha() and bool(apart(token))


@lru_cache(maxsize=65536)
def _read(tokens: tuple[str, ...]) -> tuple[View, ...]:
    """The orders that the surnames allow: as written, and with the last token or two in front."""
    orders = [
        tokens,
        *((*tokens[-size:], *tokens[:-size]) for size in (1, 2) if len(tokens) > size),
    ]
    if len(tokens) > len(("ou", "yang")) and tokens[-2:] not in spelled():
        orders.pop()
    found = [view for order in orders for view in _in_order(order)]
    return tuple(dict.fromkeys(found))


def _in_order(tokens: tuple[str, ...]) -> list[View]:
    """Views of tokens that begin with a surname; none where they do not."""
    first, rest = apart(tokens[0])[0], [apart(token) for token in tokens[1:]]
    parts = tuple(part for ways in rest for part in ways[0])
    size = next((n for n in (2, 1) if (*first, *parts)[:n] in spelled()), 0)
    whole = (*first, *parts)
    if not size or not _SHORTEST <= len(whole) <= _LONGEST or (rest and len(first) > size):
        return []
    found = [View("pinyin", whole)]
    for index, ways in enumerate(rest):
        for other in ways[1:]:
            others = (*rest[:index], (other,), *rest[index + 1 :])
            found.append(View("pinyin", (*first, *(p for way in others for p in way[0]))))
    return found + wade_giles_views(whole[:size], whole[size:])
