"""Service: uses whose buyers may not be kept waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from monazite.shock.model.model import Ints
    from monazite.shock.programme.draft import Draft
    from monazite.shock.response.network.network import Network
    from monazite.shock.response.setting import Setting


def service(draft: Draft, setting: Setting, network: Network) -> Ints:
    """Rows (S, months, users): nothing is owed; their excess is part of a base month's output.

    Rows beyond the months of a user ask nothing.
    """
    limits = setting.limits
    until = np.minimum(limits.service_until, setting.horizon.months)
    months = int(until.max(initial=0))
    owed = network.owed[:, :months][:, :, limits.service]
    asked = np.arange(months)[:, None] < until
    row = draft.rows("service", owed.shape, upper=np.where(asked, 0.0, np.inf))
    draft.add(row, owed, 1.0)
    return row
