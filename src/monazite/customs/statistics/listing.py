"""A sum and its parts as they may be shown: a list of which every part would be told by the rest.

A list has one total, so what is hidden is known together: their sum is the total less what is
shown. So the hidden parts together must be as safe as a part that is shown, for every kind of
party that trades in them (who sells, who uses), and each amount by itself.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from monazite.customs.statistics.sensitive import sums

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence

    from monazite.customs.statistics.sensitive import Limits


@dataclass(frozen=True, slots=True)
class Trade:
    """What one set of parties did in one part; amounts are millionths, none below zero.

    parties: one of each kind, in the same order everywhere; an unknown one is one party.
    """

    part: str
    parties: tuple[Hashable, ...]
    amounts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """The total, and of each part its amounts, None where it is hidden; hidden: how much, together.

    Parts that are hidden are in the list, as that somebody trades there is no secret.
    """

    total: tuple[int, ...]
    parts: Mapping[str, tuple[int, ...] | None]
    hidden: tuple[int, ...]


def listing(trades: Sequence[Trade], limits: Limits) -> Listing | None:
    """The list; None where already its total would tell a party's trade, or nothing is traded."""
    by_part: dict[str, list[Trade]] = defaultdict(list)
    for each in trades:
        by_part[each.part].append(each)
    if not trades or _tells(trades, limits):
        return None
    hidden = {part for part, own in by_part.items() if _tells(own, limits)}
    left = sorted(by_part.keys() - hidden, key=lambda part: (_sum(by_part[part]), part))
    while hidden and _tells([each for part in hidden for each in by_part[part]], limits):
        hidden.add(left.pop(0))
    return Listing(
        _sum(trades),
        {part: None if part in hidden else _sum(own) for part, own in sorted(by_part.items())},
        _sum([each for part in hidden for each in by_part[part]], like=trades[0]),
    )


def _tells(trades: Collection[Trade], limits: Limits) -> bool:
    """Whether the sum of these tells what one party of any kind has of any amount."""
    return any(
        _sensitive([(each.parties[kind], each.amounts[at]) for each in trades], limits)
        for kind in range(len(next(iter(trades)).parties))
        for at in range(len(next(iter(trades)).amounts))
    )


def _sensitive(rows: Iterable[tuple[Hashable, int]], limits: Limits) -> bool:
    """Of one amount: who has none of it is nobody behind whom another could hide."""
    known: dict[Hashable, int] = {}
    some = [(known.setdefault(party, len(known)), amount) for party, amount in rows if amount > 0]
    if not some:
        return False
    party, amounts = np.array(some, np.int64).T
    found = sums(np.zeros(len(some), np.int64), party, amounts[:, None], limits)
    return bool(found.sensitive[0])


def _sum(trades: Collection[Trade], like: Trade | None = None) -> tuple[int, ...]:
    rows = [each.amounts for each in trades] or ([(0,) * len(like.amounts)] if like else [])
    return tuple(sum(column) for column in zip(*rows, strict=True))
