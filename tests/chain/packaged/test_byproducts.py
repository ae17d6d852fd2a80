from __future__ import annotations

import pytest

from monazite.chain.packaged.byproducts import ceilings
from monazite.chain.packaged.production import counted, summarised


def test_gallium_of_a_country_follows_its_alumina() -> None:
    china = ceilings("Ga", 2024)["CHN"]
    assert china.host == "ALUMINA"
    assert china.ceiling.value == pytest.approx(85_500_000 * 19e-6)
    assert china.ceiling.rows == ("usgs-world/alumina-CN-2024", "by-products/Ga/ALUMINA")


def test_nobody_makes_more_gallium_than_its_alumina_could_give() -> None:
    could = ceilings("Ga", 2024)
    told = [*counted("Gallium", 2024).items(), *summarised("Ga", 2024).items()]
    made = {place: one.value for place, one in told if place in could}
    assert made.keys() >= {"CHN", "RUS"}
    for place, amount in made.items():
        highest = could[place].ceiling.high
        assert highest is not None
        assert amount <= highest


def test_germanium_follows_zinc_in_any_year() -> None:
    could = ceilings("Ge", 2018)
    assert could["CHN"].made.rows[0].startswith("production/Zinc/CHN-")
    assert all(
        one.ceiling.low < one.ceiling.value < one.ceiling.high
        for one in could.values()
        if one.ceiling.low and one.ceiling.high
    )


def test_what_is_mined_for_itself_has_no_host() -> None:
    assert ceilings("Sb", 2024) == {}


def test_without_a_figure_of_the_host_nothing_is_said() -> None:
    assert ceilings("Ga", 2019) == {}
