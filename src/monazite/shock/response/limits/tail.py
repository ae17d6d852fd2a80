"""The worst futures: conditional value at risk of what a future costs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.response.costing import odds

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Ints
    from monazite.shock.programme.draft import Draft
    from monazite.shock.response.setting import Setting


class Tail(NamedTuple):
    """Columns: the cost that the worst futures are beyond (1,), what they cost beyond it (S,)."""

    threshold: Ints
    beyond: Ints


def tail(draft: Draft, setting: Setting, column: Ints, value: Floats) -> Tail | None:
    """Add the mean cost of the worst part of futures to the objective; nothing at weight 0.

    column, value: what a future costs, (S, n). The mean of the worst part a is the least of
    threshold + sum of odds x beyond / a with beyond >= cost - threshold, beyond >= 0
    (Rockafellar and Uryasev 2000, J. Risk 2(3), theorem 1).
    """
    limits, futures = setting.limits, len(setting.futures)
    if limits.tail_weight == 0:
        return None
    threshold = draft.columns("threshold", (1,), cost=limits.tail_weight, lower=-np.inf)
    beyond = draft.columns(
        "beyond", (futures,), cost=limits.tail_weight * odds(setting) / limits.tail
    )
    row = draft.rows("beyond", (futures,), lower=0.0)
    draft.add(row, beyond, 1.0)
    draft.add(row, threshold, 1.0)
    draft.add(row[:, None], column, -value)
    return Tail(threshold, beyond)
