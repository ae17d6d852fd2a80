"""How the distinct tokens of many names are written and sound, worked out once for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.watch.screening.index.classes import LETTER, TOKEN, keyed
from monazite.watch.screening.index.hashing import Hashed, hashed
from monazite.watch.screening.index.skeleton import skeleton
from monazite.watch.screening.names.sounds import sound_key

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.watch.screening.index.tokens import Tokens

_SHORTEST = 4
"""Letters of a token that is worth comparing by its sounds as characters spell them."""


class Sounding(NamedTuple):
    """Tokens as they are hashed: written, by their skeletons, their first letters, as spelt.

    sounds: whether a token has a skeleton; single: whether it is one letter; spells: whether it is
    compared by its sounds as characters spell them.
    """

    written: Hashed
    skeletons: Hashed
    first: NDArray[np.uint64]
    sounds: NDArray[np.bool_]
    single: NDArray[np.bool_]
    spelt: NDArray[np.uint64]
    spells: NDArray[np.bool_]


def sounding(tokens: Tokens) -> Sounding:
    """How the distinct tokens are written and sound."""
    texts = tokens.texts()
    skeletons = [skeleton(text) if len(text) > 1 else "" for text in texts]
    spelt = [sound_key(text) if _may_be_spelt(text) else "" for text in texts]
    single = [len(text) == 1 for text in texts]
    return Sounding(
        hashed(texts),
        hashed(skeletons),
        hashed([text[:1] for text in texts]).value,
        np.fromiter(map(bool, skeletons), np.bool_, len(texts)),
        np.array(single, np.bool_),
        hashed(spelt).value,
        np.fromiter((len(key) > 1 for key in spelt), np.bool_, len(texts)),
    )


def _may_be_spelt(token: str) -> bool:
    return len(token) >= _SHORTEST and token.isascii() and token.isalpha()


def token_keys(sound: Sounding) -> NDArray[np.uint64]:
    """The feature of each token as it is written."""
    kind = np.where(sound.single, LETTER, TOKEN)
    return keyed(kind, sound.written.value)
