"""A plain word alignment of names, enough to say whether views bring names of two scripts near."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from monazite.watch.screening.names.sounds import sound_key
from monazite.watch.screening.names.tokens import kind_of
from monazite.watch.screening.names.views import views

if TYPE_CHECKING:
    from monazite.watch.screening.names.view import View

_WORTH = {"legal": 0.12, "generic": 0.35, "place": 0.35, "number": 0.8, "name": 1.0}
_NEAR = 0.7


class Pool:
    """English names of firms, among which the one that a Chinese name means is looked for."""

    def __init__(self, names: list[str]) -> None:
        self._views = {name: _of(name, "latin") for name in names}
        self._seen = Counter(
            token for found in self._views.values() for view in found for token in {*view.tokens}
        )

    def rank(self, asked: str, meant: str) -> int:
        """The place of the name that is meant; 0 is the first."""
        terms = _of(asked, "terms")
        scores = {
            name: max(
                (
                    one.weight * self._score(one.tokens, other.tokens)
                    for one in terms
                    for other in found
                ),
                default=0.0,
            )
            for name, found in self._views.items()
        }
        return sum(score >= scores[meant] for name, score in scores.items() if name != meant)

    def _score(self, asked: tuple[str, ...], listed: tuple[str, ...]) -> float:
        got = [0.0, 0.0]
        used: set[int] = set()
        for word in sorted(asked, key=self._weight, reverse=True):
            left = [(_alike(word, listed[at]), at) for at in range(len(listed)) if at not in used]
            alike, at = max(left, default=(0.0, -1))
            if alike:
                used.add(at)
                got[0] += alike * self._weight(word)
                got[1] += alike * self._weight(listed[at])
        whole = [sum(map(self._weight, side)) for side in (asked, listed)]
        return sum(part / total for part, total in zip(got, whole, strict=True)) / 2

    def _weight(self, token: str) -> float:
        many = len(self._views)
        rarity = math.log(1 + many / (1 + self._seen[token])) / math.log(1 + many)
        return _WORTH[kind_of(token)] * rarity


def _of(name: str, kind: str) -> list[View]:
    return [view for view in views(name, "company") if view.kind == kind]


def _alike(one: str, other: str) -> float:
    letters = Levenshtein.normalized_similarity(one, other)
    sound = sound_key(one)
    if len(sound) > 1 and sound == sound_key(other):
        return max(letters, 0.9)
    return letters if letters >= _NEAR else 0.0
