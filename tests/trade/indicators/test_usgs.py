from __future__ import annotations

from math import isnan, nan
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

from monazite.errors import InputError
from monazite.trade.indicators.reliance import net_import_reliance
from monazite.trade.indicators.usgs import (
    disruption_potential,
    economic_vulnerability,
    inability,
    trade_exposure,
    unwillingness,
    usgs_supply_risk,
    world_disruption_potential,
)
from support.indicator_tables import answer, one, production_table

if TYPE_CHECKING:
    from monazite.trade.flows.engine import Engine

PRODUCERS = [
    (0.7, inability(40), unwillingness(0.2, 0.8)),
    (0.3, inability(90), unwillingness(0.1, 0.1)),
]


def test_the_parts_follow_their_formulas() -> None:
    assert inability(40) == 0.6
    assert unwillingness(0.2, 0.8) == 0.5
    assert disruption_potential(PRODUCERS) == pytest.approx(0.49 * 0.6 * 0.5 + 0.09 * 0.1 * 0.1)
    assert economic_vulnerability([(50, 2, 10), (30, 1, 5)], 1000) == pytest.approx(0.016)


def test_the_risk_is_the_cube_root_of_its_parts_which_stand_beside_it() -> None:
    found = usgs_supply_risk(0.1, 0.9, 0.3)
    assert found.value == pytest.approx(0.3)
    assert (found.disruption_potential, found.trade_exposure, found.economic_vulnerability) == (
        0.1,
        0.9,
        0.3,
    )
    assert found.reason is None


def test_one_part_of_zero_means_no_risk_and_one_unknown_means_unknown() -> None:
    assert usgs_supply_risk(0.1, 0.0, 0.3).value == 0
    unknown = usgs_supply_risk(0.1, nan, 0.3)
    assert isnan(unknown.value)
    assert (unknown.reason, unknown.economic_vulnerability) == ("part_unknown", 0.3)


@pytest.mark.parametrize("part", [-0.1, 1.1])
def test_a_part_that_was_not_scaled_is_refused(part: float) -> None:
    with pytest.raises(InputError, match=r"part: .*0 to 1"):
        usgs_supply_risk(0.1, part, 0.3)


def test_exposure_is_net_import_reliance_and_zero_for_a_net_exporter() -> None:
    assert trade_exposure(net_import_reliance(50, 0, 50)) == 0.5
    assert trade_exposure(net_import_reliance(10, 30, 100)) == 0
    assert trade_exposure(net_import_reliance(10, 300, 100)) == 0
    assert isnan(trade_exposure(net_import_reliance(nan, 0, 1)))


def potential(engine: Engine, attitudes: list[tuple[str, float | None]]) -> dict[str, Any]:
    made = production_table(engine, [("W", "CHN", 70.0), ("W", "VNM", 20.0), ("W", "ROW", 10.0)])
    table = pa.table({
        "iso3": [who for who, _ in attitudes],
        "year": pa.array([2022] * len(attitudes), pa.int32()),
        "policy_perception": pa.array([perceived for _, perceived in attitudes], pa.float64()),
        "trade_ties": [0.2] * len(attitudes),
        "shared_values": [0.8] * len(attitudes),
    })  # fmt: skip
    found = answer(engine, world_disruption_potential(made, engine.table(table)))
    return one(found, code="W", year=2022)


def test_the_worlds_potential_is_that_of_the_producers_whose_attitude_is_known(
    engine: Engine,
) -> None:
    row = potential(engine, [("CHN", 40.0), ("VNM", 90.0)])
    assert row["disruption_potential"] == pytest.approx(0.49 * 0.6 * 0.5 + 0.04 * 0.1 * 0.5)
    assert (row["coverage"], row["reason"]) == (0.9, "lower_bound")


def test_without_any_attitude_there_is_no_potential(engine: Engine) -> None:
    row = potential(engine, [("CHN", None)])
    assert (row["disruption_potential"], row["coverage"], row["reason"]) == (
        None,
        0.0,
        "part_unknown",
    )
