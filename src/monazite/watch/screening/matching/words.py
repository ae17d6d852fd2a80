"""The words of many names as the compiled comparison takes them: letters, sort, weight."""

from __future__ import annotations

import re
import zlib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from monazite.watch.screening.matching.compiled.aligning import Words
from monazite.watch.screening.matching.compiled.bones import CLASSES
from monazite.watch.screening.matching.rarity import common
from monazite.watch.screening.names.sounds import sound_key
from monazite.watch.screening.names.syllables import syllables
from monazite.watch.screening.names.tokens import kind_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    from monazite.watch.screening.index.tokens import Tokens

SORTS = ("name", "generic", "place", "legal", "number")
PLACE = SORTS.index("place")
_NUMBERS = {name: number for number, name in enumerate(SORTS)}
_WORTH = np.array([1.0, 0.35, 0.35, 0.12, 0.8])
"""What a word of each sort tells, at most."""
_LEAST = 0.25
"""Of it what the most common word tells."""
_ONE_LETTER = 0.5
_INSIDE = 0x80
"""A byte of UTF-8 that begins no letter has these bits."""
_FEWEST_CONSONANTS = 2


def words_of(tokens: Tokens, rarity: NDArray[np.float64]) -> tuple[Words, Words]:
    """Words out of tokens, as of firms and as of persons, of whom Jordan and Brown are names.

    rarity: 0 for the most common word to 1 for one that is never seen.
    """
    texts = tokens.texts()
    codes, start = _letters(tokens)
    sound = np.zeros(len(texts), np.uint64)
    bits = _bits(codes, start)
    pinyin = _pinyin()
    spoken = np.fromiter((pinyin(text) is not None for text in texts), np.bool_, len(texts))
    known = np.fromiter((text in common() for text in texts), np.bool_, len(texts))
    of_firms = _sorts(texts)
    made = []
    firms = (of_firms, spoken | known | (of_firms == 1) | (of_firms == PLACE))
    persons = (_sorts_of_persons(texts), np.zeros_like(spoken))
    for sort, whole in (firms, persons):
        weight = _WORTH[sort] * (_LEAST + (1.0 - _LEAST) * rarity)
        weight[np.diff(start) == 1] *= _ONE_LETTER
        made.append(Words(codes, start, sort, weight, sound, bits, whole))
    return made[0], made[1]


def sounded(words: Words, texts: Tokens, numbers: Iterable[int]) -> None:
    """Write down how some words sound, where that was not asked before."""
    for number in numbers:
        if not words.sound[number]:
            key = sound_key(texts.text(number))
            words.sound[number] = zlib.crc32(key.encode()) if len(key) >= _FEWEST_CONSONANTS else 0


def _letters(tokens: Tokens) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Code points of all tokens, and where each token begins among them."""
    codes = np.frombuffer(tokens.letters.tobytes().decode().encode("utf-32-le"), np.uint32)
    begins = np.concatenate(([0], np.cumsum((tokens.letters & 0xC0) != _INSIDE)))
    return codes, begins[tokens.start].astype(np.int64)


def _bits(codes: NDArray[np.uint32], start: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Which consonants each word has, a bit for those that sound alike; of others their codes."""
    small = codes < len(CLASSES)
    bit = np.where(small, CLASSES[np.where(small, codes, 0)], 16 + codes % 48).astype(np.uint64)
    each = np.where(bit > 0, np.left_shift(np.uint64(1), bit), np.uint64(0))
    if not len(codes):
        return np.zeros(len(start) - 1, np.uint64)
    return np.bitwise_or.reduceat(each, start[:-1])


def _sorts(texts: Sequence[str]) -> NDArray[np.uint8]:
    """The sort of each word of a firm's name."""
    return np.fromiter((_NUMBERS[kind_of(text)] for text in texts), np.uint8, len(texts))


def _sorts_of_persons(texts: Sequence[str]) -> NDArray[np.uint8]:
    """The sort of each word of a person's name: a title, a number, or a name."""
    known = titles()
    return np.fromiter(
        (1 if text in known else 4 if text.isdigit() else 0 for text in texts),
        np.uint8,
        len(texts),
    )


@lru_cache
def _pinyin() -> Callable[[str], re.Match[str] | None]:
    """Whether a token is nothing but syllables of pinyin, at least two."""
    known = sorted(syllables(), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(known)}){{2,}}").fullmatch


@lru_cache
def titles() -> frozenset[str]:
    """Words before or behind a person's name that are no part of it."""
    text = files(__package__).joinpath("data", "titles.csv").read_text("utf-8")
    return frozenset(line.split(",")[0] for line in text.splitlines()[1:] if line)
