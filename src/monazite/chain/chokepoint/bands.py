"""Bands of losses: how far they move when every figure moves as far as its confidence allows.

The draws are those of the shares (`exposure.bands`), so that both say the same of one figure.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.chokepoint.pairs import SHOWN, Pairs, all_losses
from monazite.chain.chokepoint.trees import trees
from monazite.chain.chokepoint.users import only, users
from monazite.chain.exposures.bands import Band, drawn, quantiles
from monazite.chain.exposures.order import order
from monazite.chain.exposures.places import held
from monazite.chain.exposures.tracing import walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from monazite.chain.chokepoint.chokepoint import Chokepoint
    from monazite.chain.chokepoint.rerouting import Rerouting
    from monazite.chain.chokepoint.users import Asked
    from monazite.chain.exposures.tracing import Tracing
    from monazite.chain.network.network import Floats, Network

LARGEST = 10
"""So many pairs get a band by default: each draw computes their flows again."""


class Question(NamedTuple):
    """Who is asked about, and how far goods may go other ways (`pairs.all_losses`).

    members: of the one group that is asked about (`groups`); none where countries are.
    """

    asked: Asked
    rerouting: Rerouting
    spare: Floats | None
    members: tuple[str, ...]


def largest(found: Iterable[Chokepoint], most: int = LARGEST) -> tuple[Chokepoint, ...]:
    """The pairs of two countries at which most t are lost; of equal ones in alphabetical order."""
    pairs = [one for one in found if one.country != one.supplier and one.loss > 0]
    pairs.sort(key=lambda one: (-one.lost, one.country, one.supplier))
    return tuple(pairs[:most])


def banded(
    network: Network, question: Question, found: Sequence[Chokepoint], draws: int
) -> tuple[Chokepoint, ...]:
    """The same chokepoints with the band of each loss over so many draws; with 0 as they are."""
    if not draws or not found:
        return tuple(found)
    way = order(network)
    named = question.members or sorted({one.country for one in found})
    narrow = question._replace(asked=only(question.asked, named))
    losses = np.array([
        _losses(walk(way, amount), held(network, amount), narrow, found)
        for amount in drawn(network, draws)
    ])  # fmt: skip
    ends = quantiles(losses)
    return tuple(
        replace(one, band=Band(*(float(end) for end in ends[:, at])))
        for at, one in enumerate(found)
    )


def _losses(
    tracing: Tracing, has: Floats, question: Question, found: Sequence[Chokepoint]
) -> Floats:
    """The losses of the pairs in one draw; of a group what all its members lose."""
    grown = trees(tracing, users(question.asked, has))
    own = [question.members or (one.country,) for one in found]
    user = np.array([[name in names for name in grown.users.countries] for names in own])
    sellers = [grown.places.countries.index(one.supplier) for one in found]
    suppliers, column = np.unique(np.array(sellers), return_inverse=True)
    asked = np.zeros((len(grown.users.countries), len(suppliers)), dtype=np.bool_)
    for one, names in zip(column, user, strict=True):
        asked[names, one] = True
    pairs = Pairs(suppliers, asked)
    close = _close(grown.users.amount) if question.members else SHOWN
    lost = all_losses(grown, pairs, question.rerouting, question.spare, close)
    weight = user * grown.users.amount
    weight /= weight.sum(axis=1, keepdims=True)
    losses: Floats = (weight * lost.loss[:, column].T).sum(axis=1)
    return losses


def _close(amount: Floats) -> Floats:
    """How near bounds must be for each member: what cannot be told in the group's loss."""
    found: Floats = (SHOWN * amount.sum() / amount)[:, np.newaxis]
    return found
