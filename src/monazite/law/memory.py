"""What a law remembers of the situations it has seen: bounded, so that a server never grows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

T = TypeVar("T")


class Memory:
    """Results by what they were computed from; forgets everything when it is full.

    Rulings are pure, so that forgetting costs time and never an answer.
    """

    def __init__(self, limit: int = 200_000) -> None:
        self._limit = limit
        self._known: dict[Hashable, Any] = {}

    def get(self, key: Hashable, compute: Callable[[], T]) -> T:
        """The result for a key, computed once."""
        if key in self._known:
            found: T = self._known[key]
            return found
        if len(self._known) >= self._limit:
            self._known.clear()
        result = self._known[key] = compute()
        return result
