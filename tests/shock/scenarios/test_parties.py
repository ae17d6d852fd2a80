from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.shock.engine.reference.run import run
from monazite.shock.engine.sums import owners
from monazite.shock.scenarios.parties import served
from monazite.shock.scenarios.problems import ScenarioError
from support.shock_abroad import two_makers
from support.shock_magnets import COUNTRIES, GOODS, SECTORS, magnets
from support.shock_scenarios import made, run_of, said
from support.shock_schedules import USUAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.shock.scenarios.notes import Note

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
    with pytest.raises(ScenarioError) as error:
        admitted(f"parties: [{one}, {one}, {one}]\nweeks: 5")
    (problem,) = error.value.problems
    assert (problem.path, problem.value) == ("parties[2].share", "120 %")
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


@pytest.mark.parametrize(
    ("reach", "reason"), [("", "indirect"), (", at_least: 99 %", "indirect"), (", at_least: 1 %", "")]
)  # fmt: skip
def test_a_list_that_meets_only_goods_made_elsewhere_of_its_own_says_how_to_reach_them(
    reach: str, reason: str
) -> None:
    # Of Japan's own magnets, for which China's dysprosium came.
    found = made(said(LIST % ("traction", "JP", f", goods: [magnets]{reach}")), two_makers())
    idle = [one for one in found.notes if one.code == "idle"]
    assert [one.told["reason"] for one in idle] == ([reason] if reason else [])
    assert all("at_least" in one.said(lang) for one in idle for lang in ("en", "zh"))


def test_lists_on_other_days_or_of_other_sectors_name_no_party_twice() -> None:
    one = LIST.split("\n", maxsplit=1)[0][10:-1].replace("40 %%", "60 %%")
    first = one % ("defence", "US", "")
    later = first.replace("2025-03-17", "2025-03-31").replace("2025-03-30", "2025-04-06")
    other = one % ("traction", "US", "")
    found = admitted(f"parties: [{first}, {later}, {other}]\nweeks: 6")
    assert min(found["defence", "USA", "Dy/refining"]) == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("countries", "codes"), [("US, FR, JP", {"absent": "FRA"}), ("JP, US", {}), ("FR", {})]
)
def test_countries_of_which_the_model_has_nothing_are_told_beside_others(
    countries: str, codes: dict[str, str]
) -> None:
    text = LIST % ("traction", countries, "")
    assert told(run_of(text).notes) == codes


def test_countries_that_buy_only_what_holds_it_are_told_beside_others() -> None:
    text = LIST % ("traction", "US, JP", ", goods: [magnets]")
    assert told(made(said(text), two_makers()).notes) == {"indirect": "JPN"}


def told(notes: Sequence[Note]) -> dict[str, str]:
    """By code the countries of notes on lists, which are told in both languages."""
    found = [one for one in notes if one.code in {"absent", "indirect"}]
    assert all("parties[0]" in one.said(lang) for one in found for lang in ("en", "zh"))
    return {one.code: one.told["countries"] for one in found}
