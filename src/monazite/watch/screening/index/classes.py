"""Features as numbers, by their class, and which rows have them.

A feature is a number of 64 bits; the lowest three tell its class:
token: as written, and neighbours written together, so that `wubin` meets `wu bin`;
letter: a token of one letter or character;
sound: a token's skeleton; sounds: two neighbours' skeletons, in either order;
initial: the first letter of a token with the skeleton of a neighbour, in either order (`j smith`);
initials: the skeleton of the first or the last token with the first letters of all others;
spelt, heard: the sounds that stay of a foreign token where characters spell it: what is read from
characters (`洛克希德`) meets what is written (`lockheed`) and nothing of its own side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.watch.screening.index.hashing import mixed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

TOKEN, LETTER, SOUND, SOUNDS, INITIAL, INITIALS, SPELT, HEARD = range(8)
_CLASS_BITS, _EIGHTHS = np.uint64(7), np.uint64(61)
_SALT = mixed(np.arange(1, 9, dtype=np.uint64))
ACROSS = SPELT
"""Classes from here on help only where both sides have them: they count in no name's length."""


class Features(NamedTuple):
    """Which rows have which feature, each once; classes of a feature as `class_of` tells."""

    key: NDArray[np.uint64]
    row: NDArray[np.int32]

    def at(self, which: NDArray[np.bool_]) -> Features:
        """Some of them."""
        return Features(self.key[which], self.row[which])


def keyed(kind: int | NDArray[np.int64], value: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Values as features of a class."""
    scattered = mixed(value ^ _SALT[kind]) & ~_CLASS_BITS
    key: NDArray[np.uint64] = scattered | np.asarray(kind, np.uint64)
    return key


def class_of(key: NDArray[np.uint64]) -> NDArray[np.int64]:
    """The class of each feature."""
    return (key & _CLASS_BITS).astype(np.int64)


def once(found: Sequence[Features]) -> Features:
    """All of them, sorted by feature and row, each pair once.

    Eighth by eighth of the numbers, which are scattered, so that sorting needs little memory.
    """
    done = [
        _sorted([part.at(part.key >> _EIGHTHS == number) for part in found])
        for number in np.arange(8, dtype=np.uint64)
    ]
    # What came in is as large as what goes out: it goes before that is put together.
    del found
    key = np.concatenate([part.key for part in done])
    return Features(key, np.concatenate([part.row for part in done]))


def _sorted(found: Sequence[Features]) -> Features:
    key, row = (np.concatenate(column) for column in zip(*found, strict=True))
    order = np.lexsort((row, key))
    key, row = key[order], row[order]
    new = np.ones(len(key), np.bool_)
    new[1:] = (key[1:] != key[:-1]) | (row[1:] != row[:-1])
    return Features(key, row).at(new)
