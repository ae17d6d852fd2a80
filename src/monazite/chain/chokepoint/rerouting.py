"""How far goods may go other ways when a country is taken out.

held: every route carries at most what it carries for the user, but markets may send what they have
down other routes of its tree than today. routes: routes that exist may carry more; plants and mines
put out at most what they do for the user, with their spare capacity. free: any maker may sell to
any taker; only the stages bind, and no flow needs to be computed. What is lost falls in that order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

import numpy as np

from monazite.chain.stages import STAGES
from monazite.errors import InputError

if TYPE_CHECKING:
    from monazite.chain.chokepoint.trees import Trees
    from monazite.chain.network.network import Floats

Rerouting = Literal["held", "routes", "free"]
HELD, ROUTES, FREE = get_args(Rerouting)


def checked(rerouting: str, spare: Floats | None) -> None:
    """Whether rerouting can be computed as asked.

    Raises:
        InputError: field "rerouting" where it is not one of the three; field "spare" where routes
            are held, since more from a plant would have no way to go.
    """
    if rerouting not in get_args(Rerouting):
        raise InputError("rerouting", rerouting, "held, routes or free")
    if rerouting == HELD and spare is not None:
        raise InputError("spare", "given", "none where routes are held: use routes or free")


def stage_losses(trees: Trees, spare: Floats | None) -> Floats:
    """The loss if any maker could sell to any taker, stage by stage: (users, suppliers, stages).

    What a country makes of a stage, less what plants elsewhere can add and what goes round and
    passes the stage again: 1 - the capacity of a cut, so that no rerouting loses less. With neither
    spare capacity nor rings it is the share that the country makes of what the user needs.
    """
    made = _by_stage(trees, trees.through)
    more = np.zeros_like(made) if spare is None else _by_stage(trees, trees.through * spare)
    elsewhere = more.sum(axis=1, keepdims=True) - more
    found: Floats = (made - elsewhere - _round(trees)[:, None, :]).clip(min=0.0)
    return found


def _by_stage(trees: Trees, output: Floats) -> Floats:
    """Sums of what plants put out, output (users, nodes): (users, suppliers, stages)."""
    places, users = trees.places, len(output)
    countries, stages = len(places.countries), len(STAGES)
    at = np.flatnonzero(places.make)
    cell = places.country[at] * stages + places.stage[at]
    cell = np.arange(users)[:, None] * countries * stages + cell
    found = np.bincount(cell.ravel(), output[:, at].ravel(), users * countries * stages)
    return found.astype(np.float64).reshape(users, countries, stages)


def _round(trees: Trees) -> Floats:
    """What goes back over each stage on its way to each user: (users, stages)."""
    places, edges = trees.places, trees.tracing.network.edges
    # What enters a plant has not passed its stage yet; what leaves it, or a market, has.
    begin = places.stage[edges.source] + 1
    end = places.stage[edges.target] + ~places.make[edges.target]
    back = np.flatnonzero(begin > end)
    found = np.zeros((len(trees.users.countries), len(STAGES)))
    for edge in back:
        x = trees.through[:, edges.target[edge]] * trees.tracing.share[edge]
        found[:, end[edge] : begin[edge]] += x[:, None]
    return found
