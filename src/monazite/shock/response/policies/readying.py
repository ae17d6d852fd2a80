"""What is begun in a month and is there some months later, for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Ints
    from monazite.shock.programme.draft import Draft


def readying(
    draft: Draft,
    name: str,
    months: int,
    ready: Ints,
    most: Floats,
    whole: bool,  # noqa: FBT001 - passed on from the setting
) -> tuple[Ints, Ints]:
    """Columns (T, n): how much is begun in a month, and how much is there; begun at most `most`.

    There_t = there_t-1 + begun_t-ready; nothing begins that is not ready within the horizon.
    """
    shape = (months, len(ready))
    month = np.arange(months)[:, None]
    soon = np.broadcast_to(month + ready < months, shape)
    begin = draft.columns(name, shape, upper=np.where(soon, np.inf, 0.0), whole=whole)
    there = draft.columns(f"{name} ready", shape, upper=most)
    row = draft.rows(f"{name} ready", shape, lower=0.0, upper=0.0)
    draft.add(row, there, 1.0)
    draft.add(row[1:], there[:-1], -1.0)
    late, which = np.nonzero(month >= ready)
    draft.add(row[late, which], begin[late - ready[which], which], -1.0)
    return begin, there
