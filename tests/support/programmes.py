"""Programmes made up at random, small enough to try every choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.programme.draft import Draft

if TYPE_CHECKING:
    from monazite.shock.programme.programme import Programme


def random_programme(seed: int, columns: int, rows: int, most: float, whole: int = 0) -> Programme:
    """Minimise with costs of both signs under rows of both signs, 0 <= x <= most.

    Some x meets every row. whole: so many of the first columns are whole numbers.
    """
    random = np.random.default_rng(seed)
    draft = Draft()
    x = draft.columns(
        "x",
        (columns,),
        cost=random.normal(size=columns),
        upper=most,
        whole=np.arange(columns) < whole,
    )
    entries = random.normal(size=(rows, columns)) * (random.random((rows, columns)) < 0.7)
    at = entries @ np.floor(random.uniform(0, most + 1, columns))
    row = draft.rows(
        "row",
        (rows,),
        lower=at - random.exponential(1, rows),
        upper=at + random.exponential(1, rows),
    )
    draft.add(row[:, None], x, entries)
    return draft.programme()
