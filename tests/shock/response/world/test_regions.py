from __future__ import annotations

import numpy as np
import pytest

from monazite.errors import InputError
from monazite.shock.cases.models import of_case
from monazite.shock.model.places import REST
from monazite.shock.response.world.regions import passing, regions

MODEL = of_case("gallium-germanium-2023")


def test_the_planner_the_one_that_controls_and_the_largest_are_told_apart() -> None:
    found = regions(MODEL, ("JPN",), 6, 2024)
    assert set(found) == set(MODEL.countries)
    assert {"JPN", "CHN", REST} <= set(found.values())
    assert len(set(found.values())) <= 6
    kept = [one for one in MODEL.countries if found[one] == one and one != REST]
    value = dict(zip(MODEL.countries, passing(MODEL), strict=True))
    others = [value[one] for one in kept if one not in {"JPN", "CHN"}]
    assert min(others) >= max(value[o] for o in MODEL.countries if found[o] == REST and o != REST)


def test_a_group_of_countries_is_one_region() -> None:
    found = regions(MODEL, ("EU",), 12, 2024)
    members = [one for one, region in found.items() if region == "EU"]
    assert "DEU" in members
    assert "GBR" not in members


def test_a_country_that_the_model_does_not_have_is_refused_with_those_it_has() -> None:
    with pytest.raises(InputError, match="JPN") as told:
        regions(MODEL, ("FJI",), 12, 2024)
    assert told.value.field == "for"


def test_more_regions_than_countries_leave_each_as_it_is() -> None:
    found = regions(MODEL, ("JPN",), 50, 2024)
    assert all(found[one] == one for one in MODEL.countries)
    assert np.all(passing(MODEL) >= 0)
