from __future__ import annotations

import pytest

from monazite.catalogue.texts import say
from monazite.chain.packaged.rare_earths.outputs import output
from monazite.chain.packaged.rare_earths.plants import alloy_plants
from monazite.chain.stages import METAL, MINING, REFINING


def test_oxides_mined_are_as_published_and_elements_are_split_from_them() -> None:
    whole, part = (output(one, MINING, "CHN", 2024) for one in ("REE", "Dy"))
    assert whole is not None
    assert part is not None
    assert whole.chosen.value == 270000
    assert whole.chosen.confidence == "reported"
    assert 400 < part.chosen.value < 900
    assert part.chosen.confidence == "derived-weak"
    assert set(whole.chosen.rows) < set(part.chosen.rows)


def test_shares_that_others_print_stand_beside_the_mass() -> None:
    found = output("Dy", REFINING, "CHN", 2024)
    assert found is not None
    assert {(one.value, one.unit) for one in found.others} == {(99.0, "%"), (100.0, "%")}
    assert found.why == "worked_out"
    assert say(f"chain.choice.{found.why}", "zh") != say(f"chain.choice.{found.why}", "en")


def test_the_range_that_a_source_prints_is_kept() -> None:
    found = output("REE", REFINING, "CHN", 2024)
    assert found is not None
    printed = next(one for one in found.others if one.rows == ("share/0036",))
    assert (printed.low, printed.value, printed.high) == (85.0, 91.0, 92.0)


@pytest.mark.parametrize("stage", [MINING, REFINING, METAL])
def test_of_a_country_without_makers_nothing_is_said(stage: str) -> None:
    assert output("Nd", stage, "CHE", 2024) is None


def test_makers_of_magnets_have_an_output_in_tonnes_of_magnets() -> None:
    china = next(
        plant.production
        for node, plant in alloy_plants(2024).items()
        if (node.material, node.country) == ("NdFeB-standard", "CHN")
    )
    assert china is not None
    assert china.chosen.unit == "t of the alloy"
    assert [one.value for one in china.others] == [94.0]
