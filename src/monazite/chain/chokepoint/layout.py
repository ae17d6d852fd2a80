"""The network that is left when some nodes are gone: what misses goods, and where goods are left.

Today's flow needs what is gone at two ends: nodes that it fed miss goods, nodes that fed it have
goods left over. What can be brought from the second to the first is not lost, all else is. Goods
are brought along routes that can carry more than today, and up routes that carry something today:
that route then carries less, its end has less to pass on, its beginning has more. So the whole unit
of today's flow is the start, and a maximum flow has to find only what goes other ways.

Source: Monazite's own; it is the residual network of Ford and Fulkerson at today's flow.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.chokepoint.maximum import Arcs, arcs
from monazite.chain.chokepoint.rerouting import HELD, ROUTES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.chain.chokepoint.rerouting import Rerouting
    from monazite.chain.chokepoint.trees import Trees
    from monazite.chain.network.network import Floats, Ints

    Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Layout:
    """What is left of all trees without the nodes that are gone.

    inlet, outlet: by node the place that its goods come to, and leave from: a plant whose routes
    alone bind lies in its market, one with a capacity of its own has a place for each; edges,
    sources, plants: which edges, which nodes that more may enter at, and which plants of their own
    capacity have an arc, in this order; met: places that had to do with what is gone, each of which
    has an arc for what it has left over and one for what it misses; leaving, entering: edges from
    what is gone, and to it.
    """

    trees: Trees
    gone: Flags
    arcs: Arcs
    inlet: Ints
    outlet: Ints
    edges: Ints
    sources: Ints
    plants: Ints
    met: Ints
    leaving: Ints
    entering: Ints
    spare: Floats


class Load(NamedTuple):
    """One user's flows on the arcs of a layout: today's, the most, and what is there to start."""

    today: Floats
    capacity: Floats
    carried: Floats


def layout(trees: Trees, gone: Flags, rerouting: Rerouting, spare: Floats | None) -> Layout:
    """The arcs that are left, ready for every user's capacities.

    spare: by node what a plant can put out beyond today, as a fraction of today's.
    """
    source, target = trees.tracing.network.edges[:2]
    count = len(gone)
    own = trees.places.make & ~gone & (rerouting == ROUTES)
    inlet = trees.market if rerouting == HELD else np.arange(count)
    outlet = inlet + count * own
    plants = np.flatnonzero(own)
    edges = np.flatnonzero(~gone[source] & ~gone[target] & (outlet[source] != inlet[target]))
    sources = np.flatnonzero(own & (trees.tracing.entering > 0))
    leaving = np.flatnonzero(gone[source] & ~gone[target])
    entering = np.flatnonzero(~gone[source] & gone[target])
    met = np.unique(np.concatenate([inlet[target[leaving]], outlet[source[entering]]]))
    first, last = np.full(len(met), 2 * count), np.full(len(met), 2 * count + 1)
    begin = [outlet[source[edges]], np.full(len(sources), 2 * count), inlet[plants], first, met]
    end = [inlet[target[edges]], inlet[sources], outlet[plants], met, last]
    ready = arcs(
        np.concatenate(begin), np.concatenate(end), 2 * count + 2, 2 * count, 2 * count + 1
    )
    more = np.zeros(count) if spare is None else spare
    return Layout(
        trees, gone, ready, inlet, outlet, edges, sources, plants, met, leaving, entering, more
    )  # fmt: skip


def load(layout: Layout, user: int) -> Load:
    """One user's flows on a layout."""
    trees = layout.trees
    along = trees.flows(user, layout.edges)
    into = trees.through[user, layout.sources] * trees.outside[layout.sources]
    made = trees.through[user, layout.plants]
    missing = _missing(layout, user)
    ends = np.concatenate([(-missing).clip(min=0.0), missing.clip(min=0.0)])
    today = np.concatenate([along, into, made, ends])
    capacity = today
    if len(layout.plants):
        most = made * (1.0 + layout.spare[layout.plants])
        capacity = np.concatenate([_open(along), _open(into), most, ends])
    # Today's flow goes on; nothing has been brought yet to where something is missing.
    carried = np.concatenate([along, into, made, np.zeros_like(ends)])
    return Load(today, capacity, carried)


def _open(today: Floats) -> Floats:
    """One unit, all that is used, where only plants bind; nothing where nothing goes today."""
    return np.maximum(today > 0, today)


def _missing(layout: Layout, user: int) -> Floats:
    """What each place that was met misses without what is gone, less what it has left over."""
    trees, size = layout.trees, layout.arcs.size
    source, target = trees.tracing.network.edges[:2]
    fed = trees.flows(user, layout.leaving)
    left = trees.flows(user, layout.entering)
    found = np.bincount(layout.inlet[target[layout.leaving]], fed, size).astype(np.float64)
    found -= np.bincount(layout.outlet[source[layout.entering]], left, size)
    missing: Floats = found[layout.met]
    return missing
