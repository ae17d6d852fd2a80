"""What pairs of names tell, for many pairs at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.watch.screening.matching.compiled.aligning import WORDS, Words, room
from monazite.watch.screening.matching.compiled.comparing import TERMS, Rows, compare
from monazite.watch.screening.matching.compiled.telling import FEATURES
from monazite.watch.screening.matching.words import sounded, words_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.watch.screening.index.forms import Forms
    from monazite.watch.screening.index.tokens import Tokens

__all__ = ["FEATURES", "Side", "Told", "side_of", "told"]


class Side(NamedTuple):
    """Names of one side of a comparison: their views, their words as of firms and of persons."""

    tokens: Tokens
    rows: Rows
    firms: Words
    persons: Words
    spelled: NDArray[np.bool_]
    """Of each name whether it has a view that spells foreign sounds."""


class Told(NamedTuple):
    """Of each pair FEATURES in their order (pairs, FEATURES), and the rows that met (pairs, 2).

    A pair without views that can be compared has -1 for its rows, and 0 for what it tells.
    """

    features: NDArray[np.float64]
    rows: NDArray[np.int32]


def side_of(forms: Forms, rarity: NDArray[np.float64]) -> Side:
    """Names ready to be compared; rarity of each token from 0 (common) to 1 (never seen)."""
    rows = Rows(
        np.ascontiguousarray(forms.token),
        np.ascontiguousarray(forms.start),
        np.ascontiguousarray(forms.kind),
        np.ascontiguousarray(forms.weight),
        np.ascontiguousarray(forms.first),
    )
    spelled = np.zeros(forms.names, np.bool_)
    spelled[forms.name[forms.kind == TERMS]] = True
    return Side(forms.tokens, rows, *words_of(forms.tokens, rarity), spelled)


def told(
    left: Side, right: Side, xs: NDArray[np.int32], ys: NDArray[np.int32], person: NDArray[np.bool_]
) -> Told:
    """What the pairs of names (xs[i] of the left, ys[i] of the right) tell, as persons or not."""
    found = Told(np.zeros((len(xs), len(FEATURES))), np.full((len(xs), 2), -1, np.int32))
    _sound(left, right, xs, ys)
    for which in (False, True):
        (at,) = np.nonzero(person == which)
        if len(at):
            part = _told(
                left, right, xs[at].astype(np.int32), ys[at].astype(np.int32), person=which
            )
            found.features[at], found.rows[at] = part
    return found


def _told(
    left: Side, right: Side, xs: NDArray[np.int32], ys: NDArray[np.int32], *, person: bool
) -> Told:
    out = np.zeros((len(xs), len(FEATURES)))
    rows = np.full((len(xs), 2), -1, np.int32)
    compare(
        left.persons if person else left.firms, left.rows,
        right.persons if person else right.firms, right.rows,
        xs, ys, room(), np.zeros((2, WORDS)), out, rows,
    )  # fmt: skip
    return Told(out, rows)


def _sound(left: Side, right: Side, xs: NDArray[np.int32], ys: NDArray[np.int32]) -> None:
    """Write down how the words of a pair sound where one side spells foreign sounds."""
    pairs = left.spelled[xs] | right.spelled[ys]
    for side, names in ((left, xs[pairs]), (right, ys[pairs])):
        for name in np.unique(names):
            first, end = side.rows.first[name], side.rows.first[name + 1]
            tokens = side.rows.token[side.rows.start[first] : side.rows.start[end]]
            sounded(side.firms, side.tokens, set(tokens.tolist()))
