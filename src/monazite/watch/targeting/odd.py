"""Rows that a risk says little of: amounts below nothing, days far from those learned from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.watch.targeting.features.plan import AMOUNTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.watch.targeting.scores import Scores

NEGATIVE, EARLY, FADED = "negative", "early", "faded"
_HALF_LIVES = 2
"""Half-lives after the last day learned from beyond which the past weighs a quarter or less."""


class Odd(NamedTuple):
    """What is odd, in which column, in which rows (counted from 1)."""

    why: str
    column: str
    rows: tuple[int, ...]


def odd(scores: Scores, first: int) -> tuple[Odd, ...]:
    """The odd rows of a scored table; first: the first day learned from, since 1970-01-01."""
    return tuple(one for one in _looked_for(scores, first) if one.rows)


def _looked_for(scores: Scores, first: int) -> Iterator[Odd]:
    cells, features = scores.cells, scores.head.features
    named = {cells.schema.with_role(role) for role in AMOUNTS}
    for name, amounts in cells.numbers.items():
        if name in named:
            yield Odd(NEGATIVE, name, _rows(amounts < 0))
    yield Odd(EARLY, cells.schema.time, _rows(cells.days < first))
    last = features.last + _HALF_LIVES * features.decay.half_life
    yield Odd(FADED, cells.schema.time, _rows(cells.days > last))


def _rows(flags: np.ndarray) -> tuple[int, ...]:
    return tuple((np.flatnonzero(flags) + 1).tolist())
