"""Tokens that are written nearly alike: what a weak match is looked for with a second time.

A token's grams are its runs of three letters with a mark at either end, in any order, so that
letters that changed places cost little; a short one has, too, its pairs of letters at most one
apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.watch.screening.index.classes import TOKEN, Features, keyed, once
from monazite.watch.screening.index.postings import postings_of
from monazite.watch.screening.index.products import best
from monazite.watch.screening.index.weighing import wanted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.watch.screening.index.postings import Postings
    from monazite.watch.screening.index.products import Best
    from monazite.watch.screening.index.tokens import Tokens

_FEWEST, _MOST, _SHORT = 3, 24, 6
"""Letters of a token that is compared; and of one that has pairs."""
_ALIKE = 12
_NEAR, _SAME = 0.3, 0.9999
"""How many tokens stand for one, how near each has to be, and when it is the token itself."""
_FRONT, _END = 1, 2


def grams_of(tokens: Tokens, short: int) -> Features:
    """The grams of each token, by its number; tokens of other scripts and numbers have none.

    short: letters of a token that has pairs, at most.
    """
    letters, number = _marked(tokens)
    length = np.bincount(number, minlength=tokens.count) - 2
    one, two, three = letters[:-2], letters[1:-1], letters[2:]
    within = number[:-2] == number[2:]
    low, middle, high = np.sort(np.stack([one, two, three]), axis=0)
    threes = (low << 16 | middle << 8 | high)[within]
    paired = within & (length[number[:-2]] <= short)
    near, far = _pair(one, two)[paired], _pair(one, three)[paired]
    found = np.concatenate([threes, near, far]).astype(np.uint64)
    of = np.concatenate([number[:-2][within], number[:-2][paired], number[:-2][paired]])
    return once([Features(keyed(TOKEN, found), of.astype(np.int32))])


def alike_postings(tokens: Tokens) -> Postings:
    """Which tokens have which gram; those that a dropped letter makes short have pairs too."""
    return postings_of(grams_of(tokens, _SHORT + 1), np.ones(tokens.count, np.float32))


def alike(postings: Postings, asked: Tokens) -> Best:
    """Of each asked token the tokens of the index that are written nearly, not just, as it."""
    looked = wanted(postings, grams_of(asked, _SHORT), asked.count)
    found = best(postings, looked, asked.count, _ALIKE, _NEAR)
    return found.at(found.score < _SAME)


def _pair(one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
    """Two letters in either order, told from three by a bit of their own."""
    pair: NDArray[np.int64] = (
        np.int64(1 << 24) | np.minimum(one, other) << 8 | np.maximum(one, other)
    )
    return pair


def _marked(tokens: Tokens) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The letters of the tokens that are compared, a mark at either end, and whose each is."""
    length = np.diff(tokens.start)
    letter = (tokens.letters >= ord("a")) & (tokens.letters <= ord("z"))
    run = np.concatenate([[0], np.cumsum(letter)])
    # Half of a token that is compared is letters: digits are often letters misread.
    latin = run[tokens.start[1:]] - run[tokens.start[:-1]] >= length / 2
    which = np.flatnonzero(latin & (length >= _FEWEST) & (length <= _MOST))
    number = np.repeat(which, length[which] + 2)
    end = np.cumsum(length[which] + 2)
    marked = np.zeros(len(number), np.int64)
    front = end - length[which] - 2
    marked[front], marked[end - 1] = _FRONT, _END
    inside = marked == 0
    offset = np.arange(len(number)) - np.repeat(front, length[which] + 2) - 1
    marked[inside] = tokens.letters[tokens.start[number[inside]] + offset[inside]]
    return marked, number
