from __future__ import annotations

import numpy as np
import pytest

from monazite.chain.packaged.byproducts import ceilings
from monazite.chain.packaged.world import world
from monazite.shock.model.of_world import model
from monazite.shock.model.worth import WEEKS
from monazite.shock.scenarios.elsewhere import elsewhere
from monazite.shock.scenarios.hosting import won
from monazite.shock.tables import table
from support.shock_scenarios import said

WORLD = model(world(2024), ("Ga", "Ge"))


def available(text: str, good: str, country: str) -> float:
    """Times the capacity of the only mine of a good in a country, on the first day."""
    scenario, everybody = said(text), np.ones((1, len(WORLD.users.inputs.base)))
    made = elsewhere(scenario, WORLD, [scenario.starts], everybody)
    outputs, mined = WORLD.makers.outputs, np.diff(WORLD.makers.inputs.start) == 0
    (row,) = (
        p
        for p, market in enumerate(outputs.market)
        if "/".join(WORLD.goods[market // len(WORLD.countries)]) == good
        and WORLD.countries[market % len(WORLD.countries)] == country
        and mined[p]
        and not WORLD.makers.fixed[p]
    )
    return float(made.available[0, row])


def host(name: str, times: float, countries: str = "CN") -> str:
    return f"hosts: [{{host: {name}, countries: [{countries}], times: {times}, from: 2025-03-03}}]"


def test_gallium_falls_with_its_alumina_and_no_other_host() -> None:
    assert available(host("alumina", 0.8), "Ga/refining", "CHN") == pytest.approx(0.8)
    assert available(host("zinc", 0.8), "Ga/refining", "CHN") == 1
    assert available(host("alumina", 0.8, "RU"), "Ga/refining", "CHN") == 1
    # Japan makes no alumina: its gallium comes out of zinc.
    assert available(host("zinc", 0.5, "JP"), "Ga/refining", "JPN") == pytest.approx(0.5)


def test_more_of_a_host_gives_no_more_than_plants_can_win() -> None:
    assert available(host("alumina", 1.5), "Ga/refining", "CHN") == 1


def test_of_several_hosts_each_counts_by_its_part() -> None:
    parts = {one.host: one.part for one in won(WORLD) if one.country == "CHN" and one.part < 1}
    assert sum(parts.values()) == 1
    for name, part in parts.items():
        found = available(host(name, 0.4), "Ge/refining", "CHN")
        assert found == pytest.approx(1 - 0.6 * part)


@pytest.mark.parametrize(
    ("name", "good", "country"),
    [
        ("zinc", "Ge/refining", "CHN"),
        ("coal_ash", "Ge/refining", "CHN"),
        ("zinc", "Ga/refining", "JPN"),
        ("alumina", "Ga/refining", "CHN"),
    ],
)
def test_less_of_a_host_gives_less_down_to_nothing(name: str, good: str, country: str) -> None:
    (part,) = (one.part for one in won(WORLD) if (one.host, one.country) == (name, country))
    found = [available(host(name, times, country), good, country) for times in (0, 0.01, 0.5, 1)]
    assert found == pytest.approx([1 - part, 1 - 0.99 * part, 1 - 0.5 * part, 1])


def test_what_is_built_beyond_the_host_wins_nothing() -> None:
    supply = "supply: [{goods: [Ga/refining], countries: [CN], times: %s, from: 2025-03-03}]\n"
    most = ceilings("Ga", 2024)["CHN"].ceiling.value
    (china,) = (one for one in won(WORLD) if (one.host, one.country) == ("alumina", "CHN"))
    row = china.makers[0]
    made = WORLD.makers.outputs.base[row] * WEEKS
    could = most / made / WORLD.makers.capacity[row]
    assert could > 1.2
    assert available(supply % 1.2, "Ga/refining", "CHN") == pytest.approx(1.2)
    assert available(supply % 9, "Ga/refining", "CHN") == pytest.approx(could)
    found = available(supply % 9 + host("alumina", 2), "Ga/refining", "CHN")
    assert found == pytest.approx(2 * could)


def test_a_plant_whose_host_nobody_knows_stays_as_it_is() -> None:
    assert available(host("zinc", 0.1, "BE"), "Ge/refining", "BEL") == 1


def test_the_parts_of_a_by_product_add_up_to_all_of_it() -> None:
    parts: dict[tuple[str, str], float] = {}
    for row in table("shock-hosts"):
        key = row.fields["material"], row.fields["country"]
        parts[key] = parts.get(key, 0.0) + float(row.fields["part_pct"])
        assert not row.fields["ceiling"] or row.fields["ceiling"].split("/")[1] == key[0]
    assert set(parts.values()) == {100.0}
