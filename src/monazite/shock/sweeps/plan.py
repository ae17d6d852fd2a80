"""How a sweep is cut: chunks of whole blocks, each block so many draws of one variation."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK = 64
"""Draws that are run side by side: a place in a block of another width rounds otherwise."""
CHUNK = 1024
"""Scenarios of a chunk where nothing else is asked for: some seconds of work."""
_VARIATIONS = 16
"""Variations of a chunk at most where nothing else is asked for: each has to be made ready."""


class Piece(NamedTuple):
    """Some draws of one variation, from first to before last."""

    variation: int
    first: int
    last: int


class Plan(NamedTuple):
    """So many variations with so many draws each, in chunks of so many scenarios at most."""

    variations: int
    draws: int
    chunk: int

    @property
    def scenarios(self) -> int:
        """How many there are in all."""
        return self.variations * self.draws

    @property
    def chunks(self) -> int:
        """How many chunks there are."""
        return -(-self.variations * self._each // self._blocks)

    @property
    def _each(self) -> int:
        """Blocks of a variation."""
        return -(-self.draws // BLOCK)

    @property
    def _blocks(self) -> int:
        """Blocks of a chunk: one at least."""
        return max(1, self.chunk // min(self.draws, BLOCK))

    def pieces(self, chunk: int) -> tuple[Piece, ...]:
        """The blocks of a chunk, in the order of their scenarios."""
        return tuple(self._pieces(chunk))

    def _pieces(self, chunk: int) -> Iterator[Piece]:
        first = chunk * self._blocks
        for block in range(first, min(first + self._blocks, self.variations * self._each)):
            variation, place = divmod(block, self._each)
            start = place * BLOCK
            yield Piece(variation, start, min(start + BLOCK, self.draws))

    def range(self, chunk: int) -> tuple[int, int]:
        """The numbers of its scenarios, from the first to before the last."""
        pieces = self.pieces(chunk)
        head, tail = pieces[0], pieces[-1]
        return head.variation * self.draws + head.first, tail.variation * self.draws + tail.last


def usual(draws: int) -> int:
    """Scenarios of a chunk where none are asked for."""
    return min(CHUNK, _VARIATIONS * draws)
