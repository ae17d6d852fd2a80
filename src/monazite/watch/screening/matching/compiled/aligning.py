"""Which words of one name stand for which of another: pairs, initials, cut words, joined words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.watch.screening.matching.compiled.distance import LONGEST, alike, strangers
from monazite.watch.screening.matching.compiled.jit import jit

if TYPE_CHECKING:
    from numpy.typing import NDArray

WORDS = 16
"""Words of a name that are compared."""
FLOOR = 0.5
"""Two words less alike than this do not stand for each other."""
SOUNDS_ALIKE = 0.86
"""How alike two words are of which one spells the sounds of the other in characters."""
_ROOM = 512
SAME, CLOSE, INITIAL, CUT, JOINED = 1, 2, 3, 4, 5
"""How a word met another: 0 where it met none."""
LETTERS, STRICTLY, BY_SOUND = 0, 1, 2
"""How words are compared: slips cost what they are worth; every edit costs 1; sounds count too."""
NUMBER = 4


class Words(NamedTuple):
    """The distinct words of many names.

    codes: letters of all, one after another; start: where each begins, and one more.
    sort: 0 name, 1 generic, 2 place, 3 legal form, 4 number. weight: what it tells, 0 to 1.
    sound: a number for its consonants as foreign characters keep them, 0 where not asked for.
    letters: its consonants, those that sound alike one bit. spoken: of firms, whether it is pinyin
    or a word that many firms have; two of these that differ are two words, however alike.
    """

    codes: NDArray[np.uint32]
    start: NDArray[np.int64]
    sort: NDArray[np.uint8]
    weight: NDArray[np.float64]
    sound: NDArray[np.uint64]
    letters: NDArray[np.uint64]
    spoken: NDArray[np.bool_]


class Room(NamedTuple):
    """Arrays that are used again for every pair, so that none is made."""

    rows: NDArray[np.float64]
    found: NDArray[np.float64]
    spans: NDArray[np.int64]
    mate: NDArray[np.float64]
    how: NDArray[np.int64]
    plain: NDArray[np.float64]
    place: NDArray[np.int64]
    joint: NDArray[np.uint32]


def room() -> Room:
    """Room for one pair after the other."""
    return Room(
        np.zeros((4, LONGEST + 1)),
        np.zeros(_ROOM),
        np.zeros((_ROOM, 5), np.int64),
        np.zeros((2, WORDS)),
        np.zeros((2, WORDS), np.int64),
        np.zeros((2, WORDS)),
        np.zeros((2, WORDS), np.int64),
        np.zeros((2, 3 * LONGEST), np.uint32),
    )


@jit
def word(words: Words, number: int) -> NDArray[np.uint32]:
    """The letters of a word."""
    return words.codes[words.start[number] : words.start[number + 1]]


@jit
def met(
    left: NDArray[np.uint32], right: NDArray[np.uint32], strict: bool, last: bool,
    rows: NDArray[np.float64],
) -> tuple[float, int]:  # fmt: skip
    """How far two words may stand for each other, and how; last: of their names, and so cut off."""
    n, m = left.size, right.size
    if n == 1 or m == 1:
        if left[0] != right[0]:
            return 0.0, 0
        return (1.0, SAME) if n == m else (0.8, INITIAL)
    close = alike(left, right, strict, FLOOR, rows)
    if close == 1.0:
        return 1.0, SAME
    shorter, longer = min(n, m), max(n, m)
    if shorter >= 3 - last and not strict:
        for i in range(shorter):
            if left[i] != right[i]:
                return close, CLOSE
        return max(close, 0.45 + 0.5 * shorter / longer), CUT
    return close, CLOSE


@jit
def joint(
    words: Words, numbers: NDArray[np.int32], at: int, many: int, into: NDArray[np.uint32]
) -> int:
    """Write neighbouring words together; how many letters that are, -1 where there is no room."""
    size = 0
    for k in range(at, at + many):
        letters = word(words, numbers[k])
        if size + letters.size > LONGEST:
            return -1
        into[size : size + letters.size] = letters
        size += letters.size
    return size


@jit
def noted(room: Room, count: int, close: float, span: tuple[int, int, int, int, int]) -> int:
    """Keep a way in which words may meet; how many are kept."""
    if count == room.found.size:
        return count
    room.found[count] = close
    for k in range(5):
        room.spans[count, k] = span[k]
    return count + 1


@jit
def singles(
    a: Words, xs: NDArray[np.int32], b: Words, ys: NDArray[np.int32], how_to: int, room: Room
) -> int:
    """Note every word of the one that may stand for one of the other."""
    count = 0
    for i in range(xs.size):
        left = word(a, xs[i])
        for j in range(ys.size):
            right = word(b, ys[j])
            heard = how_to == BY_SOUND and a.sound[xs[i]] and a.sound[xs[i]] == b.sound[ys[j]]
            if not heard and strangers(a.letters[xs[i]], b.letters[ys[j]]):
                continue
            numbers = a.sort[xs[i]] == NUMBER or b.sort[ys[j]] == NUMBER
            last = i == xs.size - 1 and j == ys.size - 1
            close, how = met(left, right, how_to == STRICTLY or numbers, last, room.rows)
            if heard and close < SOUNDS_ALIKE and left.size > 2 and right.size > 2:
                close, how = SOUNDS_ALIKE, CLOSE
            two = how == CLOSE and a.spoken[xs[i]] and b.spoken[ys[j]]
            if close >= FLOOR and not two and not (numbers and how != SAME):
                count = noted(room, count, close, (i, i + 1, j, j + 1, how))
    return count


@jit
def joints(
    a: Words, xs: NDArray[np.int32], b: Words, ys: NDArray[np.int32], swapped: bool,
    how_to: int, count: int, room: Room,
) -> int:  # fmt: skip
    """Note two or three neighbours of the one that are written together in the other."""
    for many in (2, 3):
        for i in range(xs.size - many + 1):
            size = joint(a, xs, i, many, room.joint[0])
            if size < 3:
                continue
            left = room.joint[0][:size]
            for j in range(ys.size):
                right = word(b, ys[j])
                if abs(right.size - size) > 2 or right[0] != left[0] or right.size < 3:
                    continue
                close = alike(left, right, how_to == STRICTLY, 0.8, room.rows)
                if close >= 0.8:
                    span = (
                        (j, j + 1, i, i + many, JOINED)
                        if swapped
                        else (i, i + many, j, j + 1, JOINED)
                    )
                    count = noted(room, count, close, span)
    return count


@jit
def align(
    a: Words, xs: NDArray[np.int32], b: Words, ys: NDArray[np.int32], how_to: int, room: Room
) -> None:
    """Give each word the best mate that is left, the most alike first.

    room.mate, .how, .plain and .place then tell of each word of the first (0) and the second (1)
    how much it is like its mate, how it met it, how much by edits that all cost the same, and where
    its mate stands (-1 where it has none).
    """
    count = singles(a, xs, b, ys, how_to, room)
    if xs.size > 1:
        count = joints(a, xs, b, ys, False, how_to, count, room)
    if ys.size > 1:
        count = joints(b, ys, a, xs, True, how_to, count, room)
    room.mate[:] = 0.0
    room.how[:] = 0
    room.plain[:] = 0.0
    room.place[:] = -1
    for _ in range(count):
        best, at = 0.0, -1
        for k in range(count):
            if room.found[k] > 0.0 and free(room, k):
                far = abs(room.spans[k, 0] - room.spans[k, 2])
                weight = a.weight[xs[room.spans[k, 0]]]
                key = (
                    room.found[k]
                    + 0.02 * weight
                    - 0.001 * far
                    + 0.03 * (room.spans[k, 4] == JOINED)
                )
                if room.spans[k, 4] == INITIAL:
                    key -= 0.3
                if key > best:
                    best, at = key, k
        if at < 0:
            return
        marry(a, xs, b, ys, at, room)


@jit
def free(room: Room, which: int) -> bool:
    """Whether none of the words has a mate yet."""
    for i in range(room.spans[which, 0], room.spans[which, 1]):
        if room.how[0, i]:
            return False
    for j in range(room.spans[which, 2], room.spans[which, 3]):
        if room.how[1, j]:
            return False
    return True


@jit
def marry(
    a: Words, xs: NDArray[np.int32], b: Words, ys: NDArray[np.int32], which: int, room: Room
) -> None:
    """Write down that those words meet."""
    i0, i1 = room.spans[which, 0], room.spans[which, 1]
    j0, j1 = room.spans[which, 2], room.spans[which, 3]
    how = room.spans[which, 4]
    close = room.found[which]
    plain = 1.0
    if how in (CLOSE, CUT):
        plain = alike(word(a, xs[i0]), word(b, ys[j0]), True, 0.0, room.rows)
    elif how == JOINED:
        plain = close
    for i in range(i0, i1):
        room.mate[0, i], room.how[0, i], room.plain[0, i], room.place[0, i] = close, how, plain, j0
    for j in range(j0, j1):
        room.mate[1, j], room.how[1, j], room.plain[1, j], room.place[1, j] = close, how, plain, i0
