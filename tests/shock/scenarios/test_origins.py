from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.shock.scenarios.origins import content, made_in
from monazite.shock.scenarios.vocabulary import Choice
from support.shock_abroad import COUNTRIES, two_makers
from support.shock_magnets import COUNTRIES as PLACES
from support.shock_magnets import magnets

if TYPE_CHECKING:
    import numpy as np

DY, MAGNET = [Choice("Dy", "*")], [Choice("*", "magnet")]


def of_magnets(values: np.ndarray) -> dict[str, float]:
    return dict(zip(COUNTRIES, values[len(COUNTRIES) :].tolist(), strict=True))


def test_goods_that_were_sold_on_are_of_where_they_were_made() -> None:
    found = dict(zip(PLACES, made_in(magnets(), ["CHN"]).tolist(), strict=False))
    # Japan makes 10 t beside 20 t from China, and sells 5 t of the mixture to Germany's 30.
    assert found["JPN"] == pytest.approx(20 / 30)
    assert found["DEU"] == pytest.approx((30 + 5 * 20 / 30) / 35)
    assert (found["CHN"], found["USA"], found["THA"]) == (1, 1, 0)
    both = made_in(magnets(), ["CHN", "JPN"]).reshape(-1, len(PLACES))
    assert (both[:, PLACES.index("DEU")] == 1).all()


def test_a_plant_abroad_makes_a_good_of_its_own_country_out_of_what_it_buys() -> None:
    found = of_magnets(made_in(two_makers(), ["CHN"]))
    assert found == {"CHN": 1, "JPN": 0, "USA": pytest.approx(25 / 65)}


def test_what_is_built_of_it_holds_it_as_far_as_the_input_was_made_there() -> None:
    found = content(two_makers(), DY, ["CHN"], 0.001)
    assert of_magnets(found.holds) == {
        "CHN": 1,
        "JPN": pytest.approx(0.75),
        "USA": pytest.approx((25 + 40 * 0.75) / 65),
    }
    assert of_magnets(found.worth)["JPN"] == pytest.approx(6 * 300 / (100 * 50))
    assert found.holds[: len(COUNTRIES)].tolist() == [1, pytest.approx(0.75), 0]


@pytest.mark.parametrize(("at_least", "held"), [(0.47, 0.75), (0.49, 0.0)])
def test_below_the_least_part_of_the_value_a_good_is_left_alone(
    at_least: float, held: float
) -> None:
    # In the magnets that hold China's dysprosium it is 8 t at 300 of 100 t at 50: 48 %.
    found = content(two_makers(), DY, ["CHN"], at_least)
    assert of_magnets(found.holds)["JPN"] == pytest.approx(held)


def test_of_all_of_the_value_only_what_was_made_there_itself_is_left() -> None:
    found = content(two_makers(), MAGNET, ["CHN"], 1.0)
    assert of_magnets(found.holds) == {"CHN": 1, "JPN": 0, "USA": pytest.approx(25 / 65)}
