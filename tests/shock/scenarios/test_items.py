from __future__ import annotations

import pytest

from monazite.shock.scenarios.items import representatives

LIGHT, HELD = ("La", "Ce", "Pr", "Nd"), ("Sm", "Gd", "Tb", "Dy", "Lu", "Sc", "Y")
ALLOYS = ("NdFeB-standard", "NdFeB-heavy", "SmCo")


def codes(material: str, stage: str) -> set[str]:
    return {one.hs for one in representatives(material, stage)}


@pytest.mark.parametrize("stage", ["refining", "metal"])
def test_light_rare_earths_have_other_lines_of_the_tariff_than_those_of_no_18(stage: str) -> None:
    light, held = (set[str]().union(*(codes(x, stage) for x in every)) for every in (LIGHT, HELD))
    assert all(len(code) == 8 for code in light | held)
    assert not light & held


def test_magnets_of_every_alloy_share_one_line() -> None:
    assert [codes(alloy, "magnet") for alloy in ALLOYS] == [{"85051110"}] * 3


def test_oxide_of_antimony_of_trade_grade_looks_like_the_pure() -> None:
    assert len(representatives("Sb", "intermediate")) == 2
    assert codes("Sb", "intermediate") == {"28258000"}
