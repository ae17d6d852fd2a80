"""Rules that stand beside the learned risk: each says what is odd about a row, learned or not.

They change no score: an outcome that was never labelled cannot be learned, and a rule that moved
the score would make it a mixture that nothing calibrates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.watch.targeting.features.features import LICENCE, USUAL
from monazite.watch.targeting.features.licences import NO_LICENCE, OVERDRAWN
from monazite.watch.targeting.features.plan import UNIT_VALUE

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import numpy.typing as npt

    from monazite.watch.targeting.features.cells import Cells
    from monazite.watch.targeting.features.features import Features, Rows

    Flags = npt.NDArray[np.bool_]

CHEAP, COVER = "cheap", "cover"
_CHEAP = -3.5
"""Standardised residual of a unit value below which it stands apart (see `trade` outliers, B9)."""
_DEAR = 3.0
"""Above which goods are dearer than what they are declared as."""


def broken(cells: Cells, features: Features, rows: Rows) -> Iterator[tuple[str, Flags]]:
    """By rule the rows that break it; only rules that the columns can show."""
    places = {(one.what, one.kind): n for n, one in enumerate(features.names)}
    off = places.get((UNIT_VALUE, USUAL))
    if off is not None:
        yield CHEAP, rows[:, off] < _CHEAP
        if cells.schema.with_role("code") or cells.schema.with_role("description"):
            yield COVER, (cells.cover >= 0) & (rows[:, off] > _DEAR)
    for (what, kind), at in places.items():
        if kind == LICENCE and what != NO_LICENCE:
            limit = 1.0 if what == OVERDRAWN else 0.5
            yield what, rows[:, at] > limit
