"""What the flows are made under, and what came between them and the run."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.shock.engine.reference.run import run
from monazite.shock.scenarios.reading import packaged
from support.shock_magnets import SOLD, magnets
from support.shock_scenarios import held, made, said
from support.shock_schedules import USUAL

if TYPE_CHECKING:
    from monazite.shock.engine.knobs import Knobs
    from monazite.shock.model.model import Floats
    from monazite.shock.scenarios.compiling import Compiled

HEAVY = "NdFeB-heavy/magnet"
LIFT = "law: {lift: [{measure: CN-2025-18, destinations: [US], from: 2027-03-01}]}\n"
LICENCE = "licences: [{id: own, goods: [Ga], origins: [CN], from: %s}]\n"


def later(add: str, year: int = 2024) -> Compiled:
    """A scenario of 2027 on the flows of another year."""
    first = {"starts": date(2027, 1, 4), "weeks": 30}
    return made(said(add).model_copy(update=first), magnets(), year)


def sent(found: Compiled, knobs: Knobs = USUAL) -> Floats:
    """What leaves China each week, by destination and good."""
    shipped = run(magnets(), found.schedule, knobs).shipped
    return np.asarray(shipped[:, magnets().trade.source % 6 == 0])


def told(found: Compiled) -> dict[str, dict[str, str]]:
    return {one.code: dict(one.told) for one in found.notes}


def test_what_came_after_the_flows_holds_from_the_first_week_and_is_told() -> None:
    found = later("")
    assert set(held(found, HEAVY, "DEU")) == {1.0}
    assert found.schedule.edges.settled.min() == 1
    # Antimony has needed licences since September 2024, by No. 33 and then by No. 51.
    assert told(found)["since"] == {"measure": "CN-2024-51, CN-2025-18", "year": "2024"}
    assert "statutory" in told(found)


def test_files_are_under_way_when_the_run_begins() -> None:
    flows = sent(later(""))
    assert flows == pytest.approx(np.tile(flows[0], (30, 1)), rel=1e-6)
    assert flows[0].sum() == pytest.approx(6 * sum(SOLD.values()), rel=1e-6)


def test_what_the_flows_are_made_under_is_not_held_again() -> None:
    found = later(LIFT, year=2026)
    assert len(found.schedule.edges.edge) == 0
    assert told(found)["idle"] == {"path": "law.lift[0]", "reason": "flows"}
    assert "since" not in told(found)


def test_lifting_for_one_what_came_after_the_flows_differs_from_not_lifting() -> None:
    found = later(LIFT)
    assert "idle" not in told(found)
    assert held(found, HEAVY, "USA") == [1.0, 0.0]
    assert held(found, HEAVY, "DEU") == [1.0, 1.0]
    knobs = USUAL._replace(granted=0.7)
    with_, without = sent(found, knobs), sent(later(""), knobs)
    assert with_[:8] == pytest.approx(without[:8])
    assert with_[8:].sum() > without[8:].sum()


def test_a_measure_of_the_second_half_of_the_year_is_not_in_its_flows() -> None:
    # No. 46 of 2024 came in December: the year's flows are not made under it.
    stop = "law: {open: revived}"
    scenario = said(stop).model_copy(update={"starts": date(2025, 3, 3), "weeks": 4})
    assert held(made(scenario, magnets(), 2024), "Ga/refining", "USA", "banned") == [1.0]
    assert held(made(scenario, magnets(), 2025), "Ga/refining", "USA", "banned") == []


def test_what_is_suspended_when_the_run_begins_and_comes_back_is_held() -> None:
    scenario = said("law: {open: revived}").model_copy(
        update={"starts": date(2026, 11, 2), "weeks": 10}
    )
    # In the flows of 2025 the ban held, on the day before the run it did not.
    banned = held(made(scenario, magnets(), 2025), "Ga/refining", "USA", "banned")
    assert (banned[0], banned[-1]) == (0.0, 1.0)


@pytest.mark.parametrize(("since", "settled"), [("2025-02-24", 1.0), ("2025-03-03", 0.0)])
def test_ones_own_licence_from_before_the_run_has_files_under_way(
    since: str, settled: float
) -> None:
    found = made(said(LICENCE % since + "weeks: 4"), magnets())
    assert set(found.schedule.edges.settled.tolist()) == {settled}
    first = sent(found)[0].sum() - 5 * sum(SOLD.values())
    assert first == pytest.approx(settled * sum(SOLD.values()), abs=1e-6)


def test_an_added_measure_from_before_the_run_has_files_under_way() -> None:
    add = "law: {add: [{measure: CN-2025-18, from: %s}]}\nweeks: 4"
    found = [made(said(add % day), magnets()) for day in ("2025-01-01", "2025-03-03")]
    assert [one.schedule.edges.settled.max() for one in found] == [1.0, 0.0]


def test_friction_holds_nothing_anew_but_its_own_goods_and_destinations() -> None:
    entry = "friction: [{group: a, measures: [CN-2024-51], from: 2025-03-10, %s}]\nweeks: 8"
    found = [
        made(said(entry % only), magnets())
        for only in ("goods: [Ga]", "goods: [Sb], destinations: [JP]", "granted: 50 %")
    ]
    # To the United States both are banned by No. 46 and in the flows: no friction reaches that.
    assert [sum("CN-2024-51" in held for held in one.measures) for one in found] == [3, 1, 6]


def test_the_package_of_october_holds_nothing_of_its_own() -> None:
    found = made(packaged("october-2025-package"), magnets(), 2024)
    held_by = frozenset[str]().union(*found.measures)
    assert "CN-2025-18" in held_by
    assert not held_by & {f"CN-2025-{number}" for number in (55, 56, 57, 58, 61, 62)}


def test_magnets_stay_under_no_18_when_the_package_is_revived() -> None:
    found = made(packaged("revival-2026-11-10"), magnets(), 2024)
    assert set(held(found, HEAVY, "DEU")) == {1.0}
    assert held(found, "Ho/refining", "DEU")[0] == 0
    assert held(found, "Ho/refining", "DEU")[-1] == 1
    assert found.schedule.edges.settled.any()
