from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from monazite.watch.patterns.origins import likeness

if TYPE_CHECKING:
    from collections.abc import Mapping

IONIC = {"Pr": 2, "Nd": 6, "Sm": 3, "Gd": 7, "Dy": 8, "Y": 65, "Er": 5, "Yb": 2}
LIGHT = {"Pr": 6, "Nd": 19, "Sm": 1, "Eu": 0.2, "Gd": 0.5, "Tb": 0.1, "Dy": 0.1}


def found(shares: Mapping[str, float]) -> dict[str, Decimal]:
    return {element: Decimal(str(share)) for element, share in shares.items()}


def test_a_light_pattern_is_like_a_light_ore_and_a_heavy_one_is_not() -> None:
    light, heavy = likeness(found(LIGHT), "AU"), likeness(found(IONIC), "AU")
    assert light is not None
    assert heavy is not None
    assert light.share > 0.9
    assert heavy.share < 0.5
    assert light.confidence
    assert light.ore


def test_it_does_not_matter_how_much_of_the_goods_the_rare_earths_are() -> None:
    tenth = {element: share / 10 for element, share in LIGHT.items()}
    one, other = likeness(found(LIGHT), "cn"), likeness(found(tenth), "CN")
    assert one is not None
    assert other is not None
    assert one.share == pytest.approx(other.share)


@pytest.mark.parametrize(
    ("shares", "origin"),
    [
        (LIGHT, ""),
        (LIGHT, "FR"),
        ({"Dy": 85}, "CN"),
        ({"La": 20, "Ce": 50, "Nd": 5}, "CN"),
        (dict.fromkeys(LIGHT, 0), "CN"),
    ],
    ids=["no origin", "no ores", "separated", "taken out first", "nothing found"],
)
def test_without_a_pattern_or_an_ore_nothing_is_told(
    shares: Mapping[str, float], origin: str
) -> None:
    assert likeness(found(shares), origin) is None
