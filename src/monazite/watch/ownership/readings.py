"""Who is reached in the narrowest and in the widest reading of what is open.

Open may be the rule (are owners added up, does it go through a reached party?) and a share that
nobody states. Whoever the narrowest reading reaches is reached; whoever a wider one, possibly.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from monazite.watch.ownership.cascade import Way, reached
from monazite.watch.ownership.graph import OPEN
from monazite.watch.ownership.shares import parts

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from monazite.watch.ownership.cascade import Levels
    from monazite.watch.ownership.graph import Graph, Ints
    from monazite.watch.ownership.rules import Terms

OPENS = {"adds_up": "adds_up", "through": "through", "share": "open_too"}
"""What may be open, and the switch of a `Way` that reads it widely."""


@dataclass(frozen=True, slots=True)
class Readings:
    """Who is reached: surely, at most, and where some of what is open is read widely.

    widened: by the open things that are read widely, the fewest first.
    """

    certain: Way
    widest: Way
    sure: Mapping[int, Levels]
    most: Mapping[int, Levels]
    widened: Mapping[tuple[str, ...], Mapping[int, Levels]]

    @classmethod
    def of(cls, graph: Graph, listed: Collection[int], terms: Terms) -> Readings:
        """The readings of these terms from these listed parties."""
        certain = Way(
            parts(terms.threshold), adds_up=terms.adds_up is True, through=terms.through is True
        )
        opened = [name for name in ("adds_up", "through") if getattr(terms, name) is None]
        if bool((graph.parts == OPEN).any()):
            opened.append("share")
        sets = [some for size in range(len(opened) + 1) for some in combinations(opened, size)]
        ways = {some: replace(certain, **{OPENS[name]: True for name in some}) for some in sets}
        found = {some: reached(graph, listed, way) for some, way in ways.items()}
        return cls(certain, ways[sets[-1]], found[()], found[sets[-1]], found)

    def hangs(self, party: int) -> tuple[tuple[str, ...], ...]:
        """What must be so for a party to be reached: each of these alone, all of one together."""
        enough = [some for some, found in self.widened.items() if party in found]
        return tuple(some for some in enough if not any(set(few) < set(some) for few in enough))


def holdings_of(graph: Graph, owners: Collection[int], *, rest: bool = False) -> Ints:
    """The parts of each party that these owners hold together.

    rest: where one of them holds an open share, all that is left is counted too.
    """
    count = len(graph.ids)
    ours = np.zeros(count, dtype=bool)
    ours[list(owners)] = True
    mine, opened = ours[graph.owners], graph.parts == OPEN
    found = np.zeros(count, dtype=np.int64)
    np.add.at(found, graph.owned[mine & ~opened], graph.parts[mine & ~opened])
    if rest:
        some = np.unique(graph.owned[mine & opened])
        found[some] += graph.rest[some]
    return found
