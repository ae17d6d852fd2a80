"""The consonants of words, which scripts that write few vowels and people who hide leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.watch.screening.matching.compiled.jit import jit

if TYPE_CHECKING:
    from numpy.typing import NDArray

CLASSES = np.zeros(128, np.uint8)
"""Consonants that stand for each other between scripts, by one number; 0 for vowels and such."""
for _number, _letters in enumerate(("bp", "dt", "cgkqx", "fv", "szj", "l", "m", "n", "r"), 1):
    for _letter in _letters:
        CLASSES[ord(_letter)] = _number
FEWEST = 2
"""Consonants that a word must have to be known by them."""


@jit
def following(word: NDArray[np.uint32], at: int, before: int) -> tuple[int, int]:
    """The next consonant from a place on that is not the one before it, and the place behind."""
    while at < word.size:
        letter = word[at]
        bone = int(CLASSES[letter]) if letter < 128 else 0
        at += 1
        if bone and bone != before:
            return bone, at
    return 0, at


@jit
def same_bones(left: NDArray[np.uint32], right: NDArray[np.uint32]) -> bool:
    """Whether two words have the same consonants, of which there are at least two."""
    i = j = count = one = other = 0
    while True:
        one, i = following(left, i, one)
        other, j = following(right, j, other)
        if one != other:
            return False
        if one == 0:
            return count >= FEWEST
        count += 1
