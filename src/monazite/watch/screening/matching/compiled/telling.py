"""What an alignment of two names tells, as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.watch.screening.matching.compiled.aligning import (
    CUT,
    INITIAL,
    JOINED,
    NUMBER,
    SAME,
    Room,
    Words,
    align,
    word,
)
from monazite.watch.screening.matching.compiled.bones import same_bones
from monazite.watch.screening.matching.compiled.distance import alike
from monazite.watch.screening.matching.compiled.jit import jit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FEATURES = (
    "covered_less", "covered_more", "same_less", "same_more", "name_less", "name_more",
    "left_both", "left_one", "heaviest_less", "heaviest_more", "worst", "worst_plain", "mean",
    "initials", "cut", "joined", "numbers", "legal", "generic_both", "generic_one", "names_less",
    "names_more", "in_order", "told", "together", "first_letters", "syllables", "view", "replaced",
    "letters", "bones", "characters",
)  # fmt: skip
"""Names of the numbers, in their order; `_less` and `_more`: of the two sides the smaller and the
greater. covered: the share of what a name tells that met; same: met letter by letter; name: of its
own words alone; left: own words that met nothing, on both sides or one; heaviest: the one of them
that tells most; worst, mean: how alike mates are; worst_plain: by edits that all cost the same;
numbers, legal: +1 agree, -1 differ; generic: common words that met nothing; names: own words;
told: what the words that met tell together; together: all words written together; replaced: the
most alike of the words left; syllables: the share of Chinese syllables that are the same at their
places, -1 where not both are read so; letters: of the shorter name; bones: the share
of own words that met a word of the same consonants; characters: as syllables, of Han characters."""

SHORT = 30
"""Letters of a name that may be written as one word."""
TOGETHER = 0.3
"""Names that written as one word are less alike than this are not alike so."""


@jit
def side(
    words: Words, numbers: NDArray[np.int32], at: int, room: Room, out: NDArray[np.float64]
) -> None:
    """Sums of one name's words.

    0 all, 1 met, 2 met the same, 3 own, 4 own met, 5 own left, 6 heaviest left, 7 generic left,
    8 how many own, 9 told, 10 legal forms, 11 legal forms that met.
    """
    out[:] = 0.0
    for k in range(numbers.size):
        sort, weight = words.sort[numbers[k]], words.weight[numbers[k]]
        mate = room.mate[at, k]
        out[0] += weight
        out[1] += weight * mate
        if room.how[at, k] == SAME or (room.how[at, k] == JOINED and mate == 1.0):
            out[2] += weight
        if sort == 0 or sort == NUMBER:
            out[3] += weight
            out[4] += weight * mate
            out[8] += 1.0
            out[9] += weight * mate * mate
            if mate == 0.0:
                out[5] += weight
                out[6] = max(out[6], weight)
        elif sort == 3:
            out[10] += 1.0
            out[11] += mate > 0.0
        elif mate == 0.0:
            out[7] += weight


@jit
def agreement(has: bool, has_too: bool, met: bool) -> float:
    """+1 both have it and it agrees, -1 it differs, -.3 one has it, 0 none."""
    if has and has_too:
        return 1.0 if met else -1.0
    return -0.3 if has or has_too else 0.0


@jit
def numbers_agree(
    a: Words, xs: NDArray[np.int32], b: Words, ys: NDArray[np.int32], room: Room
) -> float:
    """Whether the numbers of two names are the same."""
    left = right = 0
    met = True
    for i in range(xs.size):
        if a.sort[xs[i]] == NUMBER:
            left += 1
            met = met and room.how[0, i] == SAME
    for j in range(ys.size):
        if b.sort[ys[j]] == NUMBER:
            right += 1
            met = met and room.how[1, j] == SAME
    return agreement(left > 0, right > 0, met)


@jit
def mates(
    a: Words, xs: NDArray[np.int32], b: Words, ys: NDArray[np.int32], room: Room,
    out: NDArray[np.float64],
) -> None:  # fmt: skip
    """Of own words that met: worst, worst_plain, mean, initials, cut, joined, order, letters."""
    worst = plain = 1.0
    bones = total = weights = initials = cut = joined = first = count = in_order = pairs = 0.0
    last = -1
    for i in range(xs.size):
        how = room.how[0, i]
        if how == 0:
            continue
        place = room.place[0, i]
        if last >= 0:
            pairs += 1.0
            in_order += place >= last
        last = place
        if a.sort[xs[i]] in (1, 2, 3):
            continue
        count += 1.0
        first += word(a, xs[i])[0] == word(b, ys[place])[0] or how == JOINED
        initials += how == INITIAL
        cut += how == CUT
        joined += how == JOINED
        if how != INITIAL:
            weight = a.weight[xs[i]]
            if how == JOINED or same_bones(word(a, xs[i]), word(b, ys[place])):
                bones += weight
            total += weight * room.mate[0, i]
            weights += weight
            worst = min(worst, room.mate[0, i])
            plain = min(plain, room.plain[0, i])
    out[10], out[11] = worst, plain
    out[12] = total / weights if weights > 0.0 else 0.0
    out[13], out[14], out[15] = initials, cut, joined
    out[22] = in_order / pairs if pairs > 0.0 else 1.0
    out[25] = first / count if count > 0.0 else 0.0
    out[30] = bones / weights if weights > 0.0 else 0.0


@jit
def replaced(a: Words, xs: NDArray[np.int32], b: Words, ys: NDArray[np.int32], room: Room) -> float:
    """How alike the most alike of the own words are that met nothing."""
    best = 0.0
    for i in range(xs.size):
        if room.how[0, i] == 0 and a.sort[xs[i]] == 0:
            for j in range(ys.size):
                if room.how[1, j] == 0 and b.sort[ys[j]] == 0:
                    best = max(best, alike(word(a, xs[i]), word(b, ys[j]), False, 0.0, room.rows))
    return best


@jit
def together(a: Words, xs: NDArray[np.int32], b: Words, ys: NDArray[np.int32], room: Room) -> float:
    """How alike the names are, the own words of each written as one; -1 where that is long."""
    n, m = in_one(a, xs, room.joint[0]), in_one(b, ys, room.joint[1])
    if n < 0 or m < 0:
        return -1.0
    return alike(room.joint[0][:n], room.joint[1][:m], False, TOGETHER, room.rows)


@jit
def in_one(words: Words, numbers: NDArray[np.int32], into: NDArray[np.uint32]) -> int:
    """Write a name's own words as one; how many letters that are, -1 where they are too many."""
    size = 0
    for number in numbers:
        letters = word(words, number)
        if words.sort[number] == 0 or words.sort[number] == NUMBER:
            if size + letters.size > SHORT:
                return -1
            into[size : size + letters.size] = letters
            size += letters.size
    return size


@jit
def letters(words: Words, numbers: NDArray[np.int32]) -> int:
    """Letters of the name."""
    count = 0
    for number in numbers:
        count += words.start[number + 1] - words.start[number]
    return count


@jit
def lay(
    a: Words, xs: NDArray[np.int32], b: Words, ys: NDArray[np.int32], how_to: int, weight: float,
    room: Room, sides: NDArray[np.float64],
) -> float:  # fmt: skip
    """Align two views of names, sum up both sides; how well they meet, to choose among views."""
    align(a, xs, b, ys, how_to, room)
    side(a, xs, 0, room, sides[0])
    side(b, ys, 1, room, sides[1])
    one, other = share(sides[0], 1), share(sides[1], 1)
    same = min(share(sides[0], 2), share(sides[1], 2))
    met = 0.6 * min(one, other) + 0.25 * max(one, other) + 0.15 * same
    return met * (0.4 + 0.6 * weight)


@jit
def tell(
    a: Words, xs: NDArray[np.int32], b: Words, ys: NDArray[np.int32], weight: float,
    room: Room, sides: NDArray[np.float64], out: NDArray[np.float64],
) -> None:  # fmt: skip
    """Write down FEATURES of two views that were laid beside each other last."""
    p, q = sides[0], sides[1]
    spread(share(p, 1), share(q, 1), out, 0)
    spread(share(p, 2), share(q, 2), out, 2)
    spread(own(p), own(q), out, 4)
    spread(share(p, 5), share(q, 5), out, 6)
    spread(p[6], q[6], out, 8)
    mates(a, xs, b, ys, room, out)
    out[16] = numbers_agree(a, xs, b, ys, room)
    out[17] = agreement(p[10] > 0.0, q[10] > 0.0, p[11] + q[11] > 0.0)
    spread(share(p, 7), share(q, 7), out, 18)
    spread(p[8], q[8], out, 20)
    out[23] = 0.5 * (p[9] + q[9])
    out[24] = together(a, xs, b, ys, room) if out[1] > 0.3 else 0.0
    out[27] = weight
    out[28] = replaced(a, xs, b, ys, room) if out[6] > 0.0 else 0.0
    out[29] = min(letters(a, xs), letters(b, ys))


@jit
def share(sums: NDArray[np.float64], which: int) -> float:
    """One of the sums of a side as a share of what all its words tell."""
    return float(sums[which] / max(sums[0], 1e-9))


@jit
def own(sums: NDArray[np.float64]) -> float:
    """The share of a name's own words that met; of all words where it has none of its own."""
    if sums[3] > 0.0:
        return float(sums[4] / sums[3])
    return share(sums, 1)


@jit
def spread(one: float, other: float, out: NDArray[np.float64], at: int) -> None:
    """Write the smaller, then the greater."""
    out[at], out[at + 1] = min(one, other), max(one, other)
