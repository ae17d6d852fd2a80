"""The distinct tokens of many names, as one text with the places where each begins."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Tokens:
    """UTF-8 bytes one after another, and where each token begins (one more than tokens)."""

    letters: NDArray[np.uint8]
    start: NDArray[np.int64]

    @property
    def count(self) -> int:
        """How many tokens there are."""
        return len(self.start) - 1

    def text(self, number: int) -> str:
        """The token of a number."""
        first, end = self.start[number], self.start[number + 1]
        return self.letters[first:end].tobytes().decode()

    def texts(self, numbers: Iterable[int] | None = None) -> list[str]:
        """The tokens of some numbers, or all."""
        if numbers is not None:
            return [self.text(number) for number in numbers]
        whole, start = self.letters.tobytes(), self.start.tolist()
        return [whole[a:b].decode() for a, b in pairwise(start)]

    def of(self, numbers: Iterable[int]) -> Tokens:
        """Some of the tokens, in the order asked for."""
        return tokens_of(self.texts(numbers))


def tokens_of(texts: Sequence[str]) -> Tokens:
    """Tokens out of texts, in their order."""
    parts = [text.encode() for text in texts]
    start = np.zeros(len(parts) + 1, np.int64)
    np.cumsum(np.fromiter(map(len, parts), np.int64, len(parts)), out=start[1:])
    return Tokens(np.frombuffer(b"".join(parts), np.uint8), start)
