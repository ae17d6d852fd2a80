"""The budget: public money, the mean of the futures where it hangs on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.response.costing import odds

if TYPE_CHECKING:
    from monazite.shock.model.model import Ints
    from monazite.shock.programme.draft import Draft
    from monazite.shock.response.costing import Costs
    from monazite.shock.response.setting import Setting


def budget(draft: Draft, setting: Setting, costs: Costs) -> Ints:
    """The row that keeps public money, discounted, within the budget, (1,)."""
    row = draft.rows("budget", (1,), upper=setting.limits.budget)
    draft.add(row, costs.first, costs.first_value)
    public = np.flatnonzero(costs.public)
    mean = odds(setting)[:, None] * costs.later_value[:, public]
    draft.add(row, costs.later[:, public], mean)
    return row
