"""What options are made on: the grouped model, whose countries count, and what they use."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.sums import by
from monazite.shock.model.places import REST
from monazite.shock.response.setting import WEEKS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from monazite.shock.model.model import Floats, Ints, Model
    from monazite.shock.response.assumptions.assumptions import Assumptions

YEAR = 12
"""Months."""
MILLION = 1e6
KG_PER_T = 1e3
MUSD = KG_PER_T / MILLION
"""Million US$ a t of 1 US$ a kg."""


class Ground(NamedTuple):
    """The grouped model, the planner's countries (indices), the months, and what is assumed.

    regions: by ISO3 of the full model; whole: the grouped model of all countries.
    """

    model: Model
    planner: Ints
    first: date
    months: int
    assumptions: Assumptions
    regions: Mapping[str, str]
    whole: Model

    def region(self, iso3: str) -> int:
        """The region of a country; of one that the model does not have, the rest of the world.

        Where there is no rest, whatever is made there comes to the planner at once.
        """
        found, names = self.regions.get(iso3, REST), self.model.countries
        return names.index(found) if found in names else int(self.planner[0])

    def market(self, good: int, country: int) -> int:
        """The market of a good in a country."""
        return good * len(self.model.countries) + country

    def used(self) -> Floats:
        """What users and makers there take of each market a month, t."""
        model = self.whole
        found = np.zeros(model.markets)
        for terms in (model.users.inputs, model.makers.inputs):
            found += by(terms.market, terms.base, model.markets)
        return found * WEEKS

    def stage(self, good: int) -> str:
        """The stage of a good."""
        return self.model.goods[good].stage
