"""Codes and countries whose sum alone would tell too much, put together until it does not.

A code goes into a pool of its heading ("284690*"), then of a shorter one, at last of everything
("*"); a country into the countries not shown. A pool that is still too thin takes in the smallest
that are not. Pools are parts of a whole that do not overlap, so that every total stays exact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.customs.statistics.sensitive import Limits, sums
from monazite.customs.statistics.shares import MASS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from monazite.customs.statistics.shares import Whole

ALL = "*"
"""The pool of everything that stands nowhere else."""
_LEVELS = (6, 4, 2)


def parent(label: str) -> str:
    """The pool into which a code or a thinner pool of codes goes; "*" has none above it."""
    digits = len(label) - 1 if label.endswith(ALL) else len(label) + 1
    return next((label[:size] + ALL for size in _LEVELS if size < digits), ALL)


def parent_place(_label: str) -> str:
    """Countries have one pool."""
    return ALL


def is_pool(label: str) -> bool:
    """Whether it stands for several codes or countries."""
    return label.endswith(ALL)


def pooled(
    labels: Sequence[str],
    number: Whole,
    firm: Whole,
    amounts: Whole,
    limits: Limits,
    up: Callable[[str], str],
) -> list[str] | None:
    """The labels under which sums tell nothing; None where even all of them together do.

    labels: the words by number, as they are pooled so far.
    """
    now = list(labels)
    while True:
        names = sorted(set(now))
        place = {name: n for n, name in enumerate(names)}
        of = np.array([place[label] for label in now], np.int64)
        found = sums(of[number], firm, amounts, limits)
        thin = [names[key] for key, bad in zip(found.keys, found.sensitive, strict=True) if bad]
        if not thin:
            return now
        sizes = {
            names[key]: int(total[MASS]) for key, total in zip(found.keys, found.total, strict=True)
        }
        moves = _moves(thin, sizes, up)
        if not moves:
            return None
        now = [moves.get(label, label) for label in now]


def _moves(
    thin: Sequence[str], sizes: Mapping[str, int], up: Callable[[str], str]
) -> dict[str, str]:
    """Which labels go where; empty where nothing is left to put together."""
    moves = {label: up(label) for label in thin if not is_pool(label)}
    taken = set(moves.values())
    for label in thin:
        if not is_pool(label) or label in taken:
            continue
        near = [each for each in sizes if each not in moves and label in above(each, up)]
        if near:
            moves[min(near, key=lambda each: (sizes[each], each))] = label
        elif label != ALL:
            moves[label] = up(label)
    return moves


def above(label: str, up: Callable[[str], str]) -> list[str]:
    """The pools into which a label can go, the nearest first."""
    found: list[str] = []
    while label != ALL:
        label = up(label)
        found.append(label)
    return found
