"""What of a view is looked up: its tokens, how they sound, and which stand together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.watch.screening.index.classes import (
    HEARD,
    INITIAL,
    INITIALS,
    LETTER,
    SOUND,
    SOUNDS,
    SPELT,
    TOKEN,
    Features,
    keyed,
    once,
)  # fmt: skip
from monazite.watch.screening.index.forms import VIEW_KINDS
from monazite.watch.screening.index.hashing import mixed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.watch.screening.index.forms import Forms
    from monazite.watch.screening.index.sounding import Sounding

_LATIN, _TERMS = VIEW_KINDS.index("latin"), VIEW_KINDS.index("terms")


def features_of(forms: Forms, sound: Sounding, *, asked: bool) -> Features:
    """The features of all rows, each once; asked: what they look for, not what they have."""
    row = np.repeat(np.arange(forms.rows, dtype=np.int32), np.diff(forms.start))
    token = forms.token
    beside = row[1:] == row[:-1]
    left, right, both = token[:-1][beside], token[1:][beside], row[1:][beside]
    return once([
        _of_class(TOKEN, sound.written.value[token], row, ~sound.single[token]),
        _of_class(LETTER, sound.written.value[token], row, sound.single[token]),
        _of_class(TOKEN, sound.written.of(left).then(sound.written.of(right)), both),
        _of_class(SOUND, sound.skeletons.value[token], row, sound.sounds[token]),
        _sounds(sound, left, right, both),
        _initial(sound, left, right, both),
        _initial(sound, right, left, both),
        *_initials(sound, forms),
        *_spelt(sound, forms, row, asked=asked),
    ])  # fmt: skip


def _of_class(
    kind: int,
    value: NDArray[np.uint64],
    row: NDArray[np.int32],
    which: NDArray[np.bool_] | None = None,
) -> Features:
    """Features of a class, of those rows that have it."""
    if which is not None:
        value, row = value[which], row[which]
    return Features(keyed(kind, value), row)


def _sounds(
    sound: Sounding, left: NDArray[np.int32], right: NDArray[np.int32], row: NDArray[np.int32]
) -> Features:
    """Two neighbours, in either order."""
    one, other = mixed(sound.skeletons.value[left]), mixed(sound.skeletons.value[right])
    return _of_class(SOUNDS, one + other, row, sound.sounds[left] & sound.sounds[right])


def _initial(
    sound: Sounding, left: NDArray[np.int32], right: NDArray[np.int32], row: NDArray[np.int32]
) -> Features:
    """The first letter of one, and how the other sounds."""
    value = mixed(sound.first[left]) ^ sound.skeletons.value[right]
    return _of_class(INITIAL, value, row, sound.sounds[left] & sound.sounds[right])


def _initials(sound: Sounding, forms: Forms) -> tuple[Features, Features]:
    """How the last token sounds, or the first, with the first letters of the others, in any order.

    The letters are a sum, so that a name is met whichever of its ends is written first.
    """
    several = np.flatnonzero(np.diff(forms.start) > 1).astype(np.int32)
    letter = mixed(sound.first)
    run = np.concatenate([[np.uint64(0)], np.cumsum(letter[forms.token], dtype=np.uint64)])
    all_letters = run[forms.start[several + 1]] - run[forms.start[several]]
    ends = (forms.token[forms.start[several]], forms.token[forms.start[several + 1] - 1])
    first, last = (
        _of_class(
            INITIALS,
            (all_letters - letter[end]) ^ mixed(sound.skeletons.value[end]),
            several,
            sound.sounds[end],
        )
        for end in ends
    )
    return first, last


def _spelt(
    sound: Sounding, forms: Forms, row: NDArray[np.int32], *, asked: bool
) -> tuple[Features, Features]:
    """The sounds of tokens that are read from characters, and of those written."""
    kind = forms.kind[row]
    sides = (_TERMS, _LATIN) if not asked else (_LATIN, _TERMS)
    spelt, heard = (
        _of_class(number, sound.spelt[forms.token], row, sound.spells[forms.token] & (kind == side))
        for number, side in zip((SPELT, HEARD), sides, strict=True)
    )
    return spelt, heard
