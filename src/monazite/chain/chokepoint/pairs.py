"""Chokepoints of all pairs of a user and a supplier in one network.

K(c, k) = 1 - the largest flow to c in its own tree (`trees`) without the nodes of k. Always
max share of a stage <= K <= share that passed: a stage is a cut, and what never met k still flows.
Where the two meet, no flow is computed. Source: of the measure, Monazite's own (docs: exposure).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.chokepoint.chokepoint import Chokepoint
from monazite.chain.chokepoint.cut import LEAST, losses
from monazite.chain.chokepoint.layout import layout, load
from monazite.chain.chokepoint.maximum import at_sink
from monazite.chain.chokepoint.removal import gone, most_lost, own_country
from monazite.chain.chokepoint.rerouting import FREE, HELD, checked, stage_losses
from monazite.chain.stages import STAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from monazite.chain.chokepoint.layout import Layout
    from monazite.chain.chokepoint.rerouting import Rerouting
    from monazite.chain.chokepoint.trees import Trees
    from monazite.chain.network.network import Floats, Ints

    Flags = NDArray[np.bool_]

EXACT, SHOWN = 1e-9, 5e-5
"""Bounds this near are one number: to the last digit, or as far as 0.01 % can be told apart."""


class Losses(NamedTuple):
    """What every user (rows) loses without every supplier (columns), as shares of its use.

    loss, low, high: (users, suppliers); by_stage: (users, suppliers, stages) of the minimum cut.
    """

    loss: Floats
    low: Floats
    high: Floats
    by_stage: Floats


class Pairs(NamedTuple):
    """Who is asked about without whom.

    suppliers: places in `trees.places.countries`; asked: (users, suppliers), the pairs whose loss
    has to be found; of the others only the bounds are.
    """

    suppliers: Ints
    asked: Flags


def all_pairs(trees: Trees, suppliers: Ints) -> Pairs:
    """Every user of some trees without each of some suppliers."""
    return Pairs(suppliers, np.ones((len(trees.users.countries), len(suppliers)), dtype=np.bool_))


def all_losses(
    trees: Trees, pairs: Pairs, rerouting: Rerouting, spare: Floats | None, close: float | Floats
) -> Losses:
    """The losses of users of some trees without suppliers.

    Args:
        trees: of the users.
        pairs: who is asked about without whom.
        rerouting: how far goods may go other ways.
        spare: by node what a plant can put out beyond today, as a fraction of it; None for nothing.
        close: where the bounds are so near to each other, the loss is the upper one; one number, or
            one for each user, (users, 1).

    Raises:
        InputError: field "rerouting" or "spare" (`rerouting.checked`).
    """
    checked(rerouting, spare)
    suppliers = pairs.suppliers
    by_stage = stage_losses(trees, spare)[:, suppliers]
    low, high = by_stage.max(axis=2), most_lost(trees, suppliers)
    # Rounding may part what is equal; the bound that holds for every network is what passed.
    low = np.minimum(low, high)
    if rerouting == FREE:
        return Losses(low, low, high, _last_of_largest(by_stage, low))
    far = high - low > close
    loss = np.where(far, low, high)
    by_stage = _last_of_largest(by_stage, loss)
    own = own_country(trees)[:, None] == suppliers
    for column, supplier in enumerate(suppliers):
        open_ = far[:, column] & pairs.asked[:, column]
        for mine in (False, True):
            users = np.flatnonzero(open_ & (own[:, column] == mine))
            if len(users):
                left = layout(trees, gone(trees.places, supplier, own=mine), rerouting, spare)
                by_stage[users, column] = [_lost(left, int(user)) for user in users]
                loss[users, column] = by_stage[users, column].sum(axis=1)
    return Losses(np.clip(loss, low, high), low, high, by_stage)


def _last_of_largest(by_stage: Floats, loss: Floats) -> Floats:
    """Each loss at the last stage, towards the use, at which most is lost; none elsewhere."""
    largest = by_stage >= by_stage.max(axis=2, keepdims=True) - EXACT
    last = by_stage.shape[2] - 1 - largest[:, :, ::-1].argmax(axis=2)
    found: Floats = (np.arange(by_stage.shape[2]) == last[:, :, None]) * loss[:, :, None]
    return found


def _lost(left: Layout, user: int) -> Floats:
    """What one user loses in a layout, by stage; nothing where it can all go other ways."""
    carried = load(left, user)
    near = at_sink(left.arcs, carried.capacity, carried.carried)
    found = losses(left, carried, user, near)
    return found if found.sum() > EXACT else np.zeros_like(found)


def chokepoints(
    trees: Trees, suppliers: Iterable[str], rerouting: Rerouting = HELD, spare: Floats | None = None
) -> tuple[Chokepoint, ...]:
    """Chokepoints of all users of some trees and the named suppliers, user by user.

    A loss is exact, but where its bounds are nearer than can be shown (`SHOWN`).

    Raises:
        InputError: as `all_losses`.
    """
    place = {name: at for at, name in enumerate(trees.places.countries)}
    known = [name for name in suppliers if name in place]
    at = np.array([place[name] for name in known], dtype=np.int64)
    found = all_losses(trees, all_pairs(trees, at), rerouting, spare, SHOWN)
    return tuple(_told(trees, known, found))


def _told(trees: Trees, suppliers: list[str], found: Losses) -> Iterator[Chokepoint]:
    network, unknown, estimated = trees.tracing.network, trees.unknown(), trees.estimated()
    for user, country in enumerate(trees.users.countries):
        for at, supplier in enumerate(suppliers):
            stages = found.by_stage[user, at]
            lost = {
                stage: float(share)
                for stage, share in zip(STAGES, stages, strict=True)
                if abs(share) >= LEAST
            }
            yield Chokepoint(
                network.element, network.year, country, supplier, float(trees.users.amount[user]),
                float(found.loss[user, at]), float(found.low[user, at]),
                float(found.high[user, at]), max(lost, key=lost.__getitem__, default=""), lost,
                float(unknown[user]), float(estimated[user]), None, None,
            )  # fmt: skip
