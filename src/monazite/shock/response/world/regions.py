"""Which countries of a model are told apart: the planner's, the one that controls, the largest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.catalogue import country_groups
from monazite.errors import InputError
from monazite.shock.engine.state import outflow
from monazite.shock.engine.sums import by
from monazite.shock.model.places import REST

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.shock.model.model import Floats, Model


def regions(model: Model, places: Sequence[str], most: int, year: int) -> Mapping[str, str]:
    """By country of the model the region that it belongs to, at most so many of them.

    places: the planner's, ISO3 or groups of countries as their members of the year were.
    InputError field "for" for a place that the model does not tell from the rest of the world.
    """
    found: dict[str, str] = {}
    for place in places:
        here = [one for one in _members(place, year) if one in model.countries]
        if not here:
            known = ", ".join(one for one in model.countries if one != REST)
            raise InputError("for", place, f"a country that the model has: {known}")
        found |= dict.fromkeys(here, place)
    home = model.countries[model.home]
    ranked = np.argsort(-passing(model), kind="stable")
    others = [one for one in (model.countries[at] for at in ranked) if one not in found]
    free = most - len(places) - 2
    kept = [one for one in others if one not in {home, REST}][: max(0, free)]
    found |= {one: one for one in (home, *kept)}
    return {one: found.get(one, REST) for one in model.countries}


def passing(model: Model) -> Floats:
    """What passes the markets of each country a week, 1000 US$."""
    good, country = np.divmod(np.arange(model.markets), len(model.countries))
    return by(country, outflow(model) * model.price[good], len(model.countries))


def _members(place: str, year: int) -> tuple[str, ...]:
    group = country_groups.country_groups().get(place)
    return group.members(year) if group else (place,)
