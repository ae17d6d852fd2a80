"""Which classes of parties are compared with which, and by whose threshold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

import numpy as np

from monazite.watch.screening.entity import Kind

if TYPE_CHECKING:
    from numpy.typing import NDArray

Class = Literal["person", "company", "vessel"]
"""What has a threshold of its own; aircraft are named as vessels are."""
CLASSES: tuple[Class, ...] = get_args(Class)
KINDS: tuple[Kind, ...] = get_args(Kind)
NUMBER = {kind: number for number, kind in enumerate(KINDS)}
_OTHER = NUMBER["other"]
_CLASS = np.array([0, 1, 2, 2, 1], np.int8)
"""Of each kind the number of its class; what no list says is compared as a firm."""


def kinds_of(kinds: list[Kind]) -> NDArray[np.int8]:
    """Kinds as numbers."""
    return np.fromiter((NUMBER[kind] for kind in kinds), np.int8, len(kinds))


def comparable(asked: NDArray[np.int8], listed: NDArray[np.int8]) -> NDArray[np.bool_]:
    """Whether parties of these kinds can be the same; -1: not known, as `other` is."""
    unknown = (asked < 0) | (asked == _OTHER) | (listed == _OTHER)
    same: NDArray[np.bool_] = unknown | (_CLASS[asked] == _CLASS[listed])
    return same


def class_of(asked: NDArray[np.int8], listed: NDArray[np.int8]) -> NDArray[np.int8]:
    """Of each pair the number of its class: the asked kind where the list says none."""
    told = np.where((listed == _OTHER) & (asked >= 0), asked, listed)
    return _CLASS[told]
