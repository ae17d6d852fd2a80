from __future__ import annotations

import numpy as np
import pytest

from monazite.chain.packaged.rare_earths.elements import ELEMENTS
from monazite.chain.packaged.rare_earths.metals import output, smelted, taken
from monazite.chain.packaged.rare_earths.sectors import MAGNETS, METALLIC, OXIDIC, split
from monazite.chain.packaged.rare_earths.separated import recovery, separated

UNKNOWN = {"Sc"}
"""Nobody prints shares of its uses."""


@pytest.mark.parametrize("element", [one for one in ELEMENTS if one not in UNKNOWN])
def test_all_uses_of_an_element_add_up_to_one(element: str) -> None:
    parts = [*split(element, OXIDIC).values(), *split(element, METALLIC).values()]
    assert sum(parts) == pytest.approx(1.0)
    assert min(parts) > 0


@pytest.mark.parametrize(
    ("element", "part"), [("Nd", 0.8), ("Tb", 0.9), ("Sm", 0.97), ("Dy", 1.0), ("Gd", 0.1)]
)
def test_what_goes_into_magnets_is_what_the_eu_counts(element: str, part: float) -> None:
    assert split(element, METALLIC)[MAGNETS] == pytest.approx(part)


def test_lanthanum_is_mostly_for_catalysts() -> None:
    assert split("La", OXIDIC)["catalysts"] == pytest.approx(0.89)


@pytest.mark.parametrize("year", range(2018, 2025))
def test_no_more_is_smelted_than_is_separated(year: int) -> None:
    whole = np.sum([plant.output for plant in separated(year).values()], axis=0)
    assert (smelted(year) <= whole * (1 + 1e-12)).all()
    assert np.sum(list(taken(year).values()), axis=0) == pytest.approx(smelted(year), rel=0.001)


def test_metal_comes_out_of_what_is_taken() -> None:
    for country, amounts in output(2024).items():
        assert amounts == pytest.approx(recovery("metal") * taken(2024)[country])
