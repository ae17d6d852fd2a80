"""Which rows are opened within a budget: most by risk, a lasting part by chance from the rest.

Without the part drawn by chance nobody learns what the model does not see, and no figure about all
rows can be told without bias.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

BY_RISK, BY_CHANCE = "risk", "chance"
RANDOM_SHARE = 0.1
"""Of the budget: the part that is drawn by chance, and stays."""


class Selection(NamedTuple):
    """The rows that are opened, riskiest first, then those drawn.

    rows: counted from 0; why: `risk` or `chance`; probability: that the row was opened; of: rows
    in all; cut: rows from which on, by risk, chance decides.
    """

    rows: npt.NDArray[np.int64]
    why: npt.NDArray[np.str_]
    probability: Floats
    of: int
    cut: int


def select(
    risks: Floats,
    budget: float,
    *,
    random_share: float = RANDOM_SHARE,
    seed: int = 1,
    spread: Sequence[object] | None = None,
) -> Selection:
    """Choose rows within a budget.

    Args:
        risks: by row; the highest are opened for certain.
        budget: the part of all rows that can be opened, above 0 and up to 1.
        random_share: the part of the budget that is drawn from all other rows.
        seed: of the draw.
        spread: what the draw is spread over, such as the importer of each row: rows are drawn at
            even steps through the rest ordered by it, so that no value takes more than its part.
            Each row is drawn with the same probability all the same.

    Raises:
        InputError: for a budget or a part outside its bounds, or risks that are no numbers.
    """
    _check(risks, budget, random_share)
    n = len(risks)
    opened = max(1, round(budget * n))
    drawn = min(max(1, round(random_share * opened)), opened) if random_share else 0
    order = np.argsort(-risks, kind="stable")
    cut = opened - drawn
    rest = order[cut:]
    chosen = _drawn(rest, drawn, np.random.default_rng(seed), spread)
    sure = drawn / len(rest) if len(rest) else 1.0
    return Selection(
        np.concatenate([order[:cut], chosen]),
        np.array([BY_RISK] * cut + [BY_CHANCE] * drawn, dtype=np.str_),
        np.concatenate([np.ones(cut), np.full(drawn, sure)]),
        n,
        cut,
    )


def _drawn(
    rest: npt.NDArray[np.int64],
    count: int,
    chance: np.random.Generator,
    spread: Sequence[object] | None,
) -> npt.NDArray[np.int64]:
    """So many of the rest at even steps from a chance start; by chance within each of `spread`."""
    shuffled = chance.permutation(rest)
    if not count or spread is None:
        return shuffled[:count]
    names = np.array([str(spread[row]) for row in shuffled])
    ordered = shuffled[np.argsort(names, kind="stable")]
    step = len(ordered) / count
    places = np.floor(chance.uniform(0, step) + step * np.arange(count)).astype(np.int64)
    return np.asarray(ordered[places], dtype=np.int64)


def _check(risks: Floats, budget: float, random_share: float) -> None:
    if not 0 < budget <= 1:
        raise InputError("budget", budget, "a part of all rows, above 0 and up to 1 (0.05 is 5 %)")
    if not 0 <= random_share <= 1:
        raise InputError("random_share", random_share, "a part of the budget, from 0 to 1")
    if not len(risks) or not np.isfinite(risks).all():
        raise InputError("risks", len(risks), "a risk for every row, all of them numbers")
