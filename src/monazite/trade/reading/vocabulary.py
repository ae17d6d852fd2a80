"""Words by number: every distinct word of a load is kept once, rows hold its number."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from monazite.trade.reading.containers.raw import as_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt

    Numbers = npt.NDArray[np.int32]

NONE, UNKNOWN, NO_PLACE, HEADING, OUTSIDE = -1, -2, -3, -4, -5
"""Numbers of what is no word: nothing said; not understood; no single place; a heading's code;
a period outside of its file or of its nomenclature."""


class Vocabulary:
    """Distinct words in the order in which they were first seen; threads may share it."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._numbers: dict[str, int] = {}
        self._lock = Lock()

    def number(self, word: str) -> int:
        """The number of a word, a new one where it is new."""
        known = self._numbers.get(word)
        if known is not None:
            return known
        with self._lock:
            if word not in self._numbers:
                self.words.append(word)
                self._numbers[word] = len(self.words) - 1
            return self._numbers[word]

    def texts(self) -> list[str]:
        """The words so far; a copy, for other threads may add more at any time."""
        return self.words[:]

    def column(self, numbers: Numbers) -> pa.DictionaryArray:
        """The words of some rows; a negative number is none."""
        return pa.DictionaryArray.from_arrays(
            pa.array(numbers, pa.int32(), mask=numbers < 0), pa.array(self.texts(), pa.string())
        )


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """The words of one load, by what they are words for.

    A period's word is its frequency, a space and its text; `small` holds directions, currencies
    and other words of which there are few; `parts` and `cells` hold texts as published.
    """

    periods: Vocabulary = field(default_factory=Vocabulary)
    places: Vocabulary = field(default_factory=Vocabulary)
    codes: Vocabulary = field(default_factory=Vocabulary)
    nomenclatures: Vocabulary = field(default_factory=Vocabulary)
    small: Vocabulary = field(default_factory=Vocabulary)
    files: Vocabulary = field(default_factory=Vocabulary)
    parts: Vocabulary = field(default_factory=Vocabulary)
    cells: Vocabulary = field(default_factory=Vocabulary)

    def frequency_column(self, periods: Numbers) -> pa.DictionaryArray:
        """The frequencies of periods by their numbers."""
        return _mapped(periods, [word.split(" ", 1)[0] for word in self.periods.words])

    def period_column(self, periods: Numbers) -> pa.DictionaryArray:
        """The texts of periods by their numbers."""
        return _mapped(periods, [word.split(" ", 1)[1] for word in self.periods.words])


def _mapped(numbers: Numbers, texts: list[str]) -> pa.DictionaryArray:
    """Texts by number; one text may stand for several numbers."""
    distinct = list(dict.fromkeys(texts))
    places = {text: n for n, text in enumerate(distinct)}
    table = np.array([places[text] for text in texts], np.int32)
    return pa.DictionaryArray.from_arrays(table[numbers], pa.array(distinct, pa.string()))


class Memory:
    """What cells stand for, looked up once for each distinct text."""

    def __init__(self, resolve: Callable[[str | None], int]) -> None:
        self._resolve = resolve
        self._known: dict[str | None, int] = {}

    def numbers(self, column: pa.Array) -> Numbers:
        """The number for each cell of a column."""
        coded = as_words(column)
        texts: Sequence[str | None] = [*coded.dictionary.to_pylist(), None]
        table = np.array([self._number(text) for text in texts], np.int32)
        return np.asarray(table[np.asarray(coded.indices.fill_null(len(texts) - 1))])

    def all(self, count: int) -> Numbers:
        """The number for so many rows without the column."""
        return np.full(count, self._number(None), np.int32)

    def _number(self, text: str | None) -> int:
        if text not in self._known:
            self._known[text] = self._resolve(text)
        return self._known[text]


class PairMemory:
    """What several numbers together stand for, looked up once for each distinct combination."""

    def __init__(self, resolve: Callable[..., int]) -> None:
        self._resolve = resolve
        self._known: dict[tuple[int, ...], int] = {}

    def numbers(self, *columns: npt.NDArray[Any]) -> Numbers:
        """The number for each row's combination."""
        packed = np.zeros(len(columns[0]), np.int64)
        for column in columns:
            packed = (packed << _PAIR_BITS) + column.astype(np.int64)
        _, first, inverse = np.unique(packed, return_index=True, return_inverse=True)
        kinds = zip(*(column[first].tolist() for column in columns), strict=True)
        return np.array([self.number(*kind) for kind in kinds], np.int32)[inverse]

    def number(self, *kind: int) -> int:
        """The number for one combination."""
        if kind not in self._known:
            self._known[kind] = self._resolve(*kind)
        return self._known[kind]


_PAIR_BITS = 20
