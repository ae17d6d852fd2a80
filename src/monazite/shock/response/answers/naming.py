"""What months, markets and users of a setting are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from monazite.shock.response.setting import Horizon, Setting


class Names(NamedTuple):
    """Months as 2025-04 and their years; goods as "Dy/refining"; countries (ISO3) and sectors."""

    months: tuple[str, ...]
    years: tuple[int, ...]
    goods: tuple[str, ...]
    countries: tuple[str, ...]
    sectors: tuple[str, ...]

    def place(self, market: int) -> tuple[str, str]:
        """The good and the country of a market."""
        good, country = divmod(int(market), len(self.countries))
        return self.goods[good], self.countries[country]


def names(setting: Setting) -> Names:
    """The names of a setting."""
    model, months = setting.world.model, month_names(setting.horizon)
    return Names(
        months,
        tuple(int(month[:4]) for month in months),
        tuple(f"{good.material}/{good.stage}" for good in model.goods),
        model.countries,
        model.sectors,
    )


def month_names(horizon: Horizon) -> tuple[str, ...]:
    """Months of the horizon as 2025-04."""
    first = np.datetime64(horizon.first, "M")
    return tuple(str(first + n) for n in range(horizon.months))
