"""How far two spellings are apart: edits, each at what a slip of its sort is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.watch.screening.matching.compiled.jit import jit

if TYPE_CHECKING:
    from numpy.typing import NDArray

LONGEST = 40
"""Letters of a word that are compared; no name's word is longer."""
_A = 97
_VOWELS = np.zeros(128, np.bool_)
for _letter in "aeiouy":
    _VOWELS[ord(_letter)] = True

# Pairs of letters that one sound is written with, or that a scanner takes for each other.
_SWAPS = np.ones((128, 128), np.float32)
for _left, _right, _cost in (
    *((a, b, 0.5) for a in "aeiouy" for b in "aeiouy" if a != b),
    *((a, b, 0.35) for a, b in ("ck", "cq", "kq", "sz", "iy", "ij", "jy", "vw", "vf", "uw", "cs")),
    *(
        (a, b, 0.45)
        for a, b in ("gk", "bp", "dt", "xs", "gq", "xk", "gj", "zj", "mn", "bv", "hk", "ow")
    ),
    *((a, b, 0.3) for a, b in ("l1", "i1", "o0", "s5", "b8", "z2", "il")),
):
    _SWAPS[ord(_left), ord(_right)] = _SWAPS[ord(_right), ord(_left)] = _cost
for _code in range(128):
    _SWAPS[_code, _code] = 0.0

# Two letters written for one: (first, second, one) -> cost; of small Latin letters alone.
_JOINS = np.full((26, 26, 26), 9.0, np.float32)
for _two, _one, _cost in (
    *((two, one, 0.25) for two, one in (
        ("rn", "m"), ("cl", "d"), ("ph", "f"), ("ck", "k"), ("kh", "h"), ("gh", "g"), ("kh", "k"),
        ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"), ("ei", "i"), ("ae", "a"), ("oe", "o"),
        ("ue", "u"), ("ch", "k"), ("dj", "j"), ("dz", "z"), ("tz", "z"), ("ts", "c"), ("sh", "s"),
        ("zh", "j"), ("ks", "x"), ("ya", "a"), ("yu", "u"), ("ye", "e"), ("vv", "w"), ("qu", "k"),
        ("sz", "s"), ("cz", "c"), ("th", "t"), ("ij", "y"), ("iy", "i"), ("ii", "y"), ("hs", "x"),
    )),
):  # fmt: skip
    _JOINS[ord(_two[0]) - _A, ord(_two[1]) - _A, ord(_one) - _A] = _cost
VOWELS, SWAPS, JOINS, A, LETTERS = _VOWELS, _SWAPS, _JOINS, _A, 26


@jit
def swap(left: int, right: int, strict: bool) -> float:
    """The cost of one letter written for another."""
    if left == right:
        return 0.0
    if strict or left > 127 or right > 127:
        return 1.0
    return float(SWAPS[left, right])


@jit
def drop(word: NDArray[np.uint32], at: int, strict: bool) -> float:
    """The cost of leaving out a letter: less inside a word where it is a vowel, double, or h."""
    letter = word[at]
    if strict or letter > 127:
        return 1.0
    if at > 0 and word[at - 1] == letter:
        return 0.25
    if at == 0:
        return 1.0
    if letter == 104:  # h
        return 0.45
    if VOWELS[letter]:
        return 0.5 if at == word.size - 1 else 0.4
    return 0.9


@jit
def distance(
    left: NDArray[np.uint32], right: NDArray[np.uint32], strict: bool, most: float,
    rows: NDArray[np.float64],
) -> float:  # fmt: skip
    """The least cost of edits from one word to the other; 1 is one letter changed for another.

    Neighbours that changed places cost .7. strict: every edit costs 1, for spellings that leave
    no choice, as of syllables in pinyin. A cost over `most` is told as 99 as soon as it is sure.
    rows: room for (4, LONGEST + 1) numbers.
    """
    n, m = min(left.size, LONGEST), min(right.size, LONGEST)
    before, now, last = 0, 1, 2
    rows[now, 0] = above = 0.0
    for j in range(m):
        rows[3, j] = drop(right, j, strict)
        rows[now, j + 1] = rows[now, j] + rows[3, j]
    for i in range(n):
        before, now, last = now, last, before
        # `before` is the row above, `last` the one above that.
        gone = drop(left, i, strict)
        rows[now, 0] = rows[before, 0] + gone
        least = rows[now, 0]
        for j in range(m):
            best = rows[before, j] + swap(left[i], right[j], strict)
            best = min(best, rows[before, j + 1] + gone)
            best = min(best, rows[now, j] + rows[3, j])
            if i > 0 and j > 0 and left[i] == right[j - 1] and left[i - 1] == right[j]:
                best = min(best, rows[last, j - 1] + 0.7)
            if not strict:
                best = min(best, joined(left, right, i, j, rows, before, last))
            rows[now, j + 1] = best
            least = min(least, best)
        # A join reaches back over one row: two rows must be over.
        if least > most and above > most:
            return 99.0
        above = least
    return float(rows[now, m])


@jit
def joined(
    left: NDArray[np.uint32],
    right: NDArray[np.uint32],
    i: int,
    j: int,
    rows: NDArray[np.float64],
    before: int,
    last: int,
) -> float:
    """The least cost where two letters of one word stand for one of the other."""
    best = 99.0
    if i > 0:
        best = rows[last, j] + join(left[i - 1], left[i], right[j])
    if j > 0:
        best = min(best, rows[before, j - 1] + join(right[j - 1], right[j], left[i]))
    return best


@jit
def join(first: int, second: int, one: int) -> float:
    """The cost of writing two letters for one."""
    a, b, c = np.int64(first) - A, np.int64(second) - A, np.int64(one) - A
    if 0 <= a < LETTERS and 0 <= b < LETTERS and 0 <= c < LETTERS:
        return float(JOINS[a, b, c])
    return 9.0


@jit
def strangers(one: np.uint64, other: np.uint64) -> bool:
    """Whether two words have so few letters in common that no edits would make them alike.

    Bits stand for consonants that sound alike, as `Words.letters` has them.
    """
    return 2 * ones(one & other) < min(ones(one), ones(other))


@jit
def ones(bits: np.uint64) -> int:
    """How many bits are set."""
    count = 0
    while bits:
        bits &= bits - np.uint64(1)
        count += 1
    return count


@jit
def alike(
    left: NDArray[np.uint32], right: NDArray[np.uint32], strict: bool, least: float,
    rows: NDArray[np.float64],
) -> float:  # fmt: skip
    """1 for the same spelling, 0 for none in common: edits against the mean of both lengths.

    What is less than `least` may be told as 0.
    """
    n, m = left.size, right.size
    if n == m:
        same = True
        for i in range(n):
            if left[i] != right[i]:
                same = False
                break
        if same:
            return 1.0
    longer, shorter = max(n, m), min(n, m)
    if shorter == 0 or longer > 2 * shorter + 2:
        return 0.0
    half = 0.5 * (longer + shorter)
    cost = distance(left, right, strict, (1.0 - least) * half + 1e-9, rows)
    return max(0.0, 1.0 - cost / half)
