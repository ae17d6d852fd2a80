from __future__ import annotations

from math import log

import pytest

from monazite.catalogue.texts import keys
from monazite.chain.figures import REPORTED, SPREAD, Figure
from monazite.chain.packaged.choice import (
    FIRST,
    MEASURED,
    ONE_TABLE,
    ONLY,
    choose,
    prefer,
    spread,
    together,
)
from monazite.chain.packaged.production import WORLD_MINING_DATA, counted, remembered, summarised


def figure(value: float, source: str = "somebody") -> Figure:
    return Figure(value, "t", 2024, source, REPORTED)


def test_antimony_of_china_in_2024_keeps_all_three_readings_and_names_the_one_taken() -> None:
    told = counted("Antimony", 2024), summarised("Sb", 2024), remembered("Sb", "mining", 2024)
    china = together(*told)["CHN"]
    assert (china.chosen.value, china.chosen.source) == (46_223, WORLD_MINING_DATA)
    assert china.chosen.rows == ("production/Antimony/CHN-2024",)
    assert [one.value for one in china.others] == [40_000, 60_000]
    assert china.why == ONE_TABLE


@pytest.mark.parametrize(
    ("commodity", "material", "taken", "beside"),
    [("Tungsten (W)", "W", 58_760, 67_000), ("Gallium", "Ga", 974, 839)],
)
def test_other_readings_that_disagree_are_kept_too(
    commodity: str, material: str, taken: float, beside: float
) -> None:
    china = together(counted(commodity, 2024), summarised(material, 2024))["CHN"]
    assert china.chosen.value == taken
    assert [one.value for one in china.others] == [beside]


def test_one_figure_alone_is_taken() -> None:
    assert choose([figure(3)]).why == ONLY


def test_without_world_mining_data_the_first_is_taken() -> None:
    reading = choose([figure(3), figure(4)])
    assert (reading.chosen.value, [one.value for one in reading.others]) == (3, [4])
    assert reading.why == FIRST


def test_world_mining_data_goes_first_wherever_it_stands() -> None:
    reading = choose([figure(3), figure(4, WORLD_MINING_DATA), figure(5)])
    assert reading.chosen.value == 4
    assert [one.value for one in reading.others] == [3, 5]


def test_nothing_to_choose_from_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="no figure"):
        choose([])


def test_a_printed_figure_goes_before_one_from_a_share_and_keeps_it() -> None:
    before = choose([figure(3), figure(4)])
    reading = prefer(figure(9), before)
    assert reading.chosen.value == 9
    assert [one.value for one in reading.others] == [3, 4]
    assert reading.why == MEASURED
    assert prefer(figure(9), None).others == ()


def test_a_country_of_one_table_alone_is_there() -> None:
    assert together({"CHN": figure(1)}, {"TJK": figure(2)}).keys() == {"CHN", "TJK"}


def test_every_reason_can_be_said() -> None:
    assert {f"chain.choice.{why}" for why in (ONLY, ONE_TABLE, FIRST, MEASURED)} <= keys()


def test_readings_that_disagree_are_less_sure_than_their_confidence() -> None:
    alone = choose([figure(46_223)])
    apart = choose([figure(46_223), figure(40_000), figure(60_000)])
    assert spread(alone) == SPREAD[REPORTED]
    assert spread(apart) == pytest.approx(log(60 / 40) / 2)


def test_readings_that_agree_are_as_sure_as_the_one_that_is_taken() -> None:
    assert spread(choose([figure(100), figure(101)])) == SPREAD[REPORTED]
