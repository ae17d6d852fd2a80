from __future__ import annotations

import numpy as np
import pytest

from monazite.shock.engine.reference.making import owners
from monazite.shock.engine.reference.run import run
from monazite.shock.scenarios.parties import served
from monazite.shock.scenarios.problems import ScenarioError
from support.shock_abroad import two_makers
from support.shock_magnets import COUNTRIES, GOODS, SECTORS, magnets
from support.shock_scenarios import run_of, said
from support.shock_schedules import USUAL

LIST = (
    "parties: [{measure: a-list, origins: [CN], sectors: [%s], countries: [%s], "
    "from: 2025-03-17, until: 2025-03-30, share: 40 %%, source: a test%s}]\nweeks: 5"
)


def admitted(text: str) -> dict[tuple[str, str, str], list[float]]:
    """By sector, country and good what may be served, by phase; those who have all left out."""
    model, found = magnets(), run_of(text).schedule.elsewhere.admitted
    users, inputs = model.users, model.users.inputs
    rows = zip(owners(inputs).tolist(), inputs.market.tolist(), found.T.tolist(), strict=True)
    return {
        (
            SECTORS[users.sector[user]],
            COUNTRIES[users.country[user]],
            "/".join(GOODS[market // len(COUNTRIES)]),
        ): parts
        for user, market, parts in rows
        if min(parts) < 1
    }


def test_those_who_are_named_go_without_goods_of_the_country_that_named_them() -> None:
    found = admitted(LIST % ("defence", "US", ""))
    assert {key[:2] for key in found} == {("defence", "USA")}
    assert len(found) == len(GOODS)
    assert found["defence", "USA", "Dy/refining"] == pytest.approx([1.0, 0.6, 1.0])


def test_goods_of_other_countries_they_still_buy() -> None:
    found = admitted(LIST % ("traction", "JP", ", goods: [Ga]"))
    # A third of the gallium on Japan's market is its own.
    assert list(found) == [("traction", "JPN", "Ga/refining")]
    assert found["traction", "JPN", "Ga/refining"][1] == pytest.approx(1 - 0.4 * 20 / 30)


def test_several_lists_name_several_parties_and_no_more_than_all() -> None:
    one = LIST.split("\n", maxsplit=1)[0][10:-1] % ("defence", "US", "")
    found = admitted(f"parties: [{one}, {one}, {one}]\nweeks: 5")
    assert found["defence", "USA", "Dy/refining"] == pytest.approx([1.0, 0.0, 1.0])
    found = admitted(f"parties: [{one}, {one}]\nweeks: 5")
    assert found["defence", "USA", "Dy/refining"] == pytest.approx([1.0, 0.2, 1.0])


def test_without_a_list_everybody_is_served() -> None:
    assert (run_of("weeks: 3").schedule.elsewhere.admitted == np.float64(1)).all()


def test_a_list_says_whom_it_names_how_much_they_buy_and_who_says_so() -> None:
    with pytest.raises(ScenarioError) as error:
        said("parties: [{measure: a, origins: [CN], from: 2025-03-17, share: 140 %}]")
    paths = {problem.path: problem.code for problem in error.value.problems}
    assert paths == {
        "parties[0].sectors": "missing",
        "parties[0].countries": "missing",
        "parties[0].share": "share",
        "parties[0].source": "missing",
    }


def test_the_parties_stand_when_their_stocks_are_gone_and_the_others_run_on() -> None:
    text = LIST.replace(", until: 2025-03-30", "").replace("weeks: 5", "weeks: 100")
    free = "\nlaw: {suspend: [{measure: CN-2025-18, from: 2025-03-03}]}"
    model, knobs = magnets(), USUAL._replace(substitution=0.0, overtime=0.0)
    found = run(model, run_of(text % ("defence", "US", "") + free).schedule, knobs)
    named = model.users.sector == SECTORS.index("defence")
    named &= model.users.country == COUNTRIES.index("USA")
    assert found.activity[2, named] == pytest.approx(1.0)
    assert found.activity[-1, named] == pytest.approx(0.6, abs=0.01)
    assert found.activity[:, ~named] == pytest.approx(np.ones_like(found.activity[:, ~named]))


@pytest.mark.parametrize(
    ("reach", "left"), [("", 1.0), (", at_least: 10 %", 0.7), (", at_least: 99 %", 1.0)]
)
def test_a_list_may_reach_goods_made_abroad_that_hold_ones_own(reach: str, left: float) -> None:
    scenario = said(LIST % ("traction", "JP", reach))
    model = two_makers()
    found = served(model, scenario.parties, [scenario.parties[0].from_])
    # Three quarters of Japan's magnets hold dysprosium of China, 48 % of their worth.
    (japan,) = np.flatnonzero(model.users.country[owners(model.users.inputs)] == 1)
    assert found[0, japan] == pytest.approx(left)
