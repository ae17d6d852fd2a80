"""What must be kept and cannot be: by how much, where, when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.response.answers.naming import names
from monazite.shock.response.network.using import waited
from monazite.shock.response.results import Unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.shock.model.model import Floats
    from monazite.shock.response.building import Built

LEEWAY = 1e-6
"""t, or parts of a month's output, that are the solver's own leeway."""


def unmet(built: Built, values: Floats) -> tuple[Unmet, ...]:
    """Wishes that a relaxed programme breaks; values: by column, of its solution."""
    return *_service(built, values), *_cap(built, values)


def _service(built: Built, values: Floats) -> Iterator[Unmet]:
    """What each month adds to what is owed, part of a base month's output."""
    setting, named = built.setting, names(built.setting)
    users, limits = setting.world.model.users, setting.limits
    months = built.service.shape[1]
    owed = values[built.network.owed[:, :months][:, :, limits.service]]
    added = owed.copy()
    added[:, 1:] -= waited(setting.world) * owed[:, :-1]
    added *= np.arange(months)[:, None] < limits.service_until
    for s, n, t in np.argwhere((added > LEEWAY).transpose(0, 2, 1)).tolist():
        user = limits.service[n]
        sector, country = named.sectors[users.sector[user]], named.countries[users.country[user]]
        short = float(added[s, t, n])
        month, future = named.months[t], setting.futures[s].name
        yield Unmet("service", sector, country, None, future, month, short, "part")


def _cap(built: Built, values: Floats) -> Iterator[Unmet]:
    """What comes from a country beyond its part, t in the month."""
    setting, named = built.setting, names(built.setting)
    programme = built.programme
    excess = (programme.matrix @ values - programme.row_upper)[built.cap.row]
    for s, n, t in np.argwhere((excess > LEEWAY).transpose(0, 2, 1)).tolist():
        good, origin = named.goods[built.cap.good[n]], named.countries[built.cap.country[n]]
        month, future = named.months[built.cap.first + t], setting.futures[s].name
        yield Unmet("cap", good, None, origin, future, month, float(excess[s, t, n]), "t")
