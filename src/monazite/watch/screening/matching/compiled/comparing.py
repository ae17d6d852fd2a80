"""Compare names with names: of each pair the two views that meet best, and what that tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.watch.screening.matching.compiled.aligning import (
    BY_SOUND,
    LETTERS,
    STRICTLY,
    WORDS,
    Room,
    Words,
)
from monazite.watch.screening.matching.compiled.jit import jit, kernel
from monazite.watch.screening.matching.compiled.telling import lay, tell

if TYPE_CHECKING:
    from numpy.typing import NDArray

LATIN, PINYIN, JOINED, PALLADIUS, WADE_GILES, CANTONESE, TERMS, ACRONYM, HAN = range(9)
"""Kinds of views by their numbers in `index.forms.VIEW_KINDS`."""
SYLLABLES, CHARACTERS = 26, 31
"""Where these stand among FEATURES."""
_PAIRS = (
    (LATIN, LATIN), (LATIN, JOINED), (LATIN, PALLADIUS), (LATIN, WADE_GILES), (LATIN, CANTONESE),
    (LATIN, TERMS), (LATIN, ACRONYM), (PINYIN, PINYIN), (PINYIN, PALLADIUS),
    (PALLADIUS, PALLADIUS), (HAN, HAN),
)  # fmt: skip
COMPARABLE = np.zeros((9, 9), np.bool_)
"""Which kinds of views may mean the same: two readings at lower weight never meet each other."""
for _left, _right in _PAIRS:
    COMPARABLE[_left, _right] = COMPARABLE[_right, _left] = True


class Rows(NamedTuple):
    """The views of many names, a row each (see `index.forms.Forms`)."""

    token: NDArray[np.int32]
    start: NDArray[np.int64]
    kind: NDArray[np.int8]
    weight: NDArray[np.float32]
    first: NDArray[np.int32]


@jit
def manner(left: int, right: int) -> int:
    """How the words of these views are compared."""
    if left == TERMS or right == TERMS:
        return BY_SOUND
    return LETTERS if (left == LATIN and right == LATIN) or left == HAN else STRICTLY


@jit
def spoken(kind: int) -> bool:
    """Whether the tokens of a view are syllables, surname first."""
    return kind == PINYIN or kind == PALLADIUS


@jit
def agreement(a: Words, xs: NDArray[np.int32], b: Words, ys: NDArray[np.int32]) -> float:
    """The share of syllables that are equal at their places, of the longer name."""
    same = 0
    for k in range(min(xs.size, ys.size)):
        i, j = a.start[xs[k]], b.start[ys[k]]
        size = a.start[xs[k] + 1] - i
        equal = size == b.start[ys[k] + 1] - j
        for at in range(size):
            equal = equal and a.codes[i + at] == b.codes[j + at]
        same += equal
    return same / max(xs.size, ys.size)


@kernel
def compare(
    a: Words, left: Rows, b: Words, right: Rows, xs: NDArray[np.int32], ys: NDArray[np.int32],
    room: Room, sides: NDArray[np.float64],
    out: NDArray[np.float64], rows: NDArray[np.int32],
) -> None:  # fmt: skip
    """Write FEATURES of each pair of names (xs[i], ys[i]) to out[i], its rows to rows[i]."""
    for i in range(xs.size):
        best = said = written = -1.0
        for p in range(left.first[xs[i]], left.first[xs[i] + 1]):
            mine = left.token[left.start[p] : left.start[p + 1]]
            for q in range(right.first[ys[i]], right.first[ys[i] + 1]):
                if not COMPARABLE[left.kind[p], right.kind[q]]:
                    continue
                weight = min(1.0, float(left.weight[p]) * float(right.weight[q]))
                theirs = right.token[right.start[q] : right.start[q + 1]]
                if spoken(left.kind[p]) and spoken(right.kind[q]):
                    said = max(said, weight * agreement(a, mine, b, theirs))
                if left.kind[p] == HAN:
                    written = max(written, agreement(a, mine, b, theirs))
                if 0.4 + 0.6 * weight <= best:
                    continue
                mine, theirs = mine[:WORDS], theirs[:WORDS]
                how_to = manner(left.kind[p], right.kind[q])
                met = lay(a, mine, b, theirs, how_to, weight, room, sides)
                if met > best:
                    best = met
                    tell(a, mine, b, theirs, weight, room, sides, out[i])
                    rows[i, 0], rows[i, 1] = p, q
        out[i, SYLLABLES], out[i, CHARACTERS] = said, written
