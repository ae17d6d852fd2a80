"""Which sums would tell one firm's trade, and how far off a guess of it must stay.

Three rules at once (Customs Statistics Regulations art. 18; the numbers are the regime's): fewer
firms than so many; few firms that hold more than a share; and p per cent: whoever knows the sum and
their own part may not come closer than that to another's. A sum that is not sensitive protects
every part of it, because it leaves room for at least what the part itself needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from decimal import Decimal

    import numpy.typing as npt

    from monazite.customs.regime import Suppression
    from monazite.customs.statistics.shares import Whole

    Real = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Limits:
    """The regime's numbers.

    firms: the fewest in a sum; dominant_firms may hold dominant_share of it at the most; p: how
    close, as a part of its own, nobody may come to a firm's figure.
    """

    firms: int
    dominant_firms: int
    dominant_share: Decimal
    p: Decimal


def limits_of(said: Suppression) -> Limits:
    """The numbers of a regime's table."""
    return Limits(said.firms, said.dominant_firms, said.dominant_share, said.p_percent)


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums by key, in the order of the keys: total, the largest firm's part, and what is needed.

    total: exact millionths; largest, needed: of every amount, needed 0 where nothing is sensitive;
    firms: how many contribute; few: whether they are fewer than allowed.
    """

    keys: Whole
    total: Whole
    largest: Real
    needed: Real
    firms: Whole
    few: npt.NDArray[np.bool_]

    @property
    def sensitive(self) -> npt.NDArray[np.bool_]:
        """Sums of which any amount would tell too much."""
        found: npt.NDArray[np.bool_] = self.few | (self.needed > 0).any(axis=1)
        return found


def sums(keys: Whole, firm: Whole, amounts: Whole, limits: Limits) -> Sums:
    """The sums of shares by key, and what of them is sensitive."""
    by_key, part_key, parts = _parts(keys, firm, amounts)
    first = np.flatnonzero(np.r_[True, part_key[1:] != part_key[:-1]])[: len(by_key)]
    firms = np.diff(np.r_[first, len(part_key)])
    if not len(by_key):
        nothing = np.zeros((0, amounts.shape[1]))
        return Sums(by_key, nothing.astype(np.int64), nothing, nothing, firms, firms > 0)
    total = np.add.reduceat(parts, first, axis=0)
    columns = [
        _needed(part_key, parts[:, j].astype(np.float64), total[:, j], first, firms, limits)
        for j in range(parts.shape[1])
    ]
    largest = np.stack([each[0] for each in columns], axis=1)
    needed = np.stack([each[1] for each in columns], axis=1)
    return Sums(by_key, total, largest, needed, firms, firms < limits.firms)


def _parts(keys: Whole, firm: Whole, amounts: Whole) -> tuple[Whole, Whole, Whole]:
    """The keys, and each firm's part of each: its key and its amounts, sorted by key."""
    by_part, _, parts = net(keys, firm, amounts)
    return np.unique(keys), by_part, parts


def net(keys: Whole, firm: Whole, amounts: Whole) -> tuple[Whole, Whole, Whole]:
    """What each firm has of each key, together: keys, firms and amounts, sorted by key."""
    width = int(firm.max(initial=0)) + 1
    pairs, place = np.unique(keys * width + firm, return_inverse=True)
    parts = np.zeros((len(pairs), amounts.shape[1]), np.int64)
    np.add.at(parts, place, amounts)
    return pairs // width, pairs % width, parts


def _needed(
    part_key: Whole, parts: Real, total: Whole, first: Whole, firms: Whole, limits: Limits
) -> tuple[Real, Real]:
    """The largest part of each sum, and how far above its total a guess must be able to go."""
    top = max(2, limits.dominant_firms)
    order = np.lexsort((-parts, part_key))
    ranked = np.zeros((len(first), top))
    for place in range(top):
        has = firms > place
        ranked[has, place] = parts[order][first[has] + place]
    p, share = float(limits.p), float(limits.dominant_share)
    whole = total.astype(np.float64)
    largest = ranked[:, 0]
    close = p * largest - (whole - largest - ranked[:, 1])
    held = ranked[:, : limits.dominant_firms].sum(axis=1) / share - whole
    few = np.where(firms < limits.firms, p * largest, 0.0)
    needed = np.maximum.reduce([close, held, few, np.zeros(len(first))])
    # Below a millionth there is no amount: what floats leave over is no need.
    return largest, np.where((needed < 1.0) | (whole <= 0), 0.0, needed)
