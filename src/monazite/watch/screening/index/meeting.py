"""Which views of two names may meet: two spellings that are both made up prove nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.watch.screening.index.forms import VIEW_KINDS

if TYPE_CHECKING:
    from monazite.watch.screening.names.view import ViewKind

_READ: tuple[ViewKind, ...] = ("latin", "pinyin", "joined", "palladius", "terms")
"""Views that say the name as it is written or read: each may meet any other of them."""
_ONLY_LATIN: tuple[ViewKind, ...] = ("wade-giles", "cantonese", "acronym")
"""Views that are guesses: each may meet only a name that is written so."""


def _meets() -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    number = {kind: place for place, kind in enumerate(VIEW_KINDS)}
    meets = np.zeros((len(VIEW_KINDS), len(VIEW_KINDS)), np.bool_)
    pairs: list[tuple[ViewKind, ViewKind]] = [(one, other) for one in _READ for other in _READ]
    pairs += [("han", "han"), *((one, "latin") for one in _ONLY_LATIN)]
    for one, other in pairs:
        meets[number[one], number[other]] = meets[number[other], number[one]] = True
    return meets


MEETS = _meets()
"""By the numbers of two kinds of view."""
