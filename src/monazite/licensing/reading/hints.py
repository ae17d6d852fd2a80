"""The nearest known words for a message, within a budget: hostile input buys no hours of work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.catalogue.words import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 60
_NAMED = 3


@dataclass(slots=True)
class Hints:
    """Gives the nearest words for so many unknown ones; nothing for those after."""

    left: int = 200

    def near(self, word: str, known: Iterable[str]) -> list[str]:
        """Up to three known words like this one."""
        if not self.left or len(word) > _LONGEST:
            return []
        self.left -= 1
        return nearest(word, known, _NAMED)
