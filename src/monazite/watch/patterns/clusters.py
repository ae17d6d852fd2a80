"""Things that belong together because each is joined to another: disjoint sets."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable

T = TypeVar("T", bound="Hashable")


class Clusters(Generic[T]):
    """Disjoint sets; what was never joined is a set of its own."""

    def __init__(self) -> None:
        self._above: dict[T, T] = {}

    def root(self, one: T) -> T:
        """The member that stands for the set of this one."""
        above = self._above
        path = []
        while (higher := above.get(one, one)) != one:
            path.append(one)
            one = higher
        for each in path:
            above[each] = one
        return one

    def join(self, one: T, other: T) -> None:
        """Make the sets of both one."""
        left, right = self.root(one), self.root(other)
        if left != right:
            self._above[right] = left

    def groups(self, members: list[T]) -> list[list[T]]:
        """These members by set, sets and members in the order in which they come first."""
        found: defaultdict[T, list[T]] = defaultdict(list)
        for one in members:
            found[self.root(one)].append(one)
        return list(found.values())
