"""Initials by which a firm may be known."""

from __future__ import annotations

from monazite.watch.screening.names.tokens import kind_of
from monazite.watch.screening.names.view import View

WEIGHT = 0.7
_FEWEST = 3
_MOST = 8
_SMALL = frozenset({"and", "of", "the", "for", "in", "de", "la", "du", "des", "und", "et"})


def acronym_views(tokens: tuple[str, ...]) -> list[View]:
    """The initials with and without the legal forms (cetc, cet), where there are three to eight."""
    if len(tokens) < _FEWEST or len(tokens) > _MOST + _FEWEST:
        return []
    large = [token for token in tokens if token not in _SMALL and token.isalpha()]
    bare = "".join(one[0] for one in large if kind_of(one) != "legal")
    whole = "".join(one[0] for one in large if one not in {"group", "ltd", "co", "inc", "llc"})
    found = dict.fromkeys(one for one in (bare, whole) if _FEWEST <= len(one) <= _MOST)
    return [View("acronym", (one,), WEIGHT) for one in found]
