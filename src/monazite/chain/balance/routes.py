"""Ways that goods are known, or taken, to go in an amount that nobody says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from monazite.chain.network.nodes import Node


class Route(NamedTuple):
    """A way from one node to another whose amount is to be estimated.

    guess: a first guess in t of contained element as they reach the target, above 0; only how the
    guesses compare with each other counts where the balance says how much there is in all. rows:
    ids of the packaged rows that say there is such a way, or that the guess was made from.
    """

    source: Node
    target: Node
    guess: float
    rows: tuple[str, ...] = ()
