from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from monazite.shock.scenarios.elsewhere import wants
from monazite.shock.scenarios.problems import ScenarioError
from support.shock_magnets import COUNTRIES, SECTORS, magnets
from support.shock_scenarios import run_of, said

CHIPS = (
    "{name: chips, sectors: [traction], countries: [DE], from: 2025-03-17, until: 2025-03-30, "
    "share: %s, source: a test}"
)
USERS = magnets().users
REFERENCE = Path(__file__).parents[3] / "docs/reference/shock-scenarios.md"
EXAMPLES = [
    one.split("```")[0]
    for one in REFERENCE.read_text("utf-8").split("```yaml\n")
    if "source:" in one
]


def german_cars() -> int:
    (found,) = np.flatnonzero(
        (USERS.sector == SECTORS.index("traction")) & (USERS.country == COUNTRIES.index("DEU"))
    )
    return int(found)


def test_output_that_stands_without_an_input_is_not_wanted_and_is_kept_apart() -> None:
    demand = "demand: [{sectors: [traction], from: 2025-03-03, times: 2}]\nweeks: 5"
    rest = run_of(f"inputs: [{CHIPS % '25 %'}]\n{demand}").schedule.elsewhere
    at = german_cars()
    assert rest.wanted[:, at].tolist() == [2, 1.5, 2]
    assert rest.missing[:, at].tolist() == [0, 0.5, 0]
    others = np.arange(len(USERS.sector)) != at
    assert rest.missing[:, others].max() == 0


def test_two_inputs_that_lack_stop_more_than_one_and_never_more_than_all() -> None:
    text = f"inputs: [{CHIPS % '50 %'}, {CHIPS % '50 %'}]\nweeks: 5"
    assert run_of(text).schedule.elsewhere.wanted[:, german_cars()].tolist() == [1, 0.25, 1]


def test_what_is_bought_finished_is_as_the_last_entry_that_fits_says() -> None:
    text = (
        "finished: [{sectors: [traction], from: 2025-03-03, share: 10 %}, "
        "{countries: [DE], from: 2025-03-17, until: 2025-03-30, share: 60 %}]\nweeks: 5"
    )
    leak = run_of(text).schedule.elsewhere.leak
    cars = USERS.sector == SECTORS.index("traction")
    assert leak[:, german_cars()].tolist() == [0.1, 0.6, 0.1]
    assert (leak[1, cars & (USERS.country != COUNTRIES.index("DEU"))] == 0.1).all()
    assert leak[:, ~cars].max() == 0


def test_what_nobody_says_is_bought_finished_as_the_sectors_table_has_it() -> None:
    assert run_of("weeks: 3").schedule.elsewhere.leak.tolist() == [USERS.leak.tolist()]


def test_an_input_says_who_needs_it_and_who_says_so() -> None:
    with pytest.raises(ScenarioError) as error:
        said("inputs: [{name: chips, from: 2025-03-17, share: 20 %}]")
    assert {one.path for one in error.value.problems} == {
        "inputs[0].sectors", "inputs[0].countries", "inputs[0].source",
    }  # fmt: skip


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_of_the_reference_can_be_read(example: str) -> None:
    found = said(example)
    assert len((*found.parties, *found.inputs)) == 1


@pytest.mark.parametrize(
    ("named", "reached"),
    [("", {"traction", "left"}), ("sectors: [traction], ", {"traction"}),
     ("countries: [US], ", {"traction"})],
)  # fmt: skip
def test_use_that_no_figure_explains_changes_where_nobody_is_named(
    named: str, reached: set[str]
) -> None:
    world = replace(magnets(), sectors=("traction", "left", "defence"))
    (one,) = said(f"demand: [{{{named}from: 2025-03-03, times: 0}}]").demand
    found = world.users.sector[wants(world, one)]
    assert {world.sectors[sector] for sector in found} == reached


@pytest.mark.parametrize(
    "text",
    [
        "demand: [{countries: [US, FR], from: 2025-03-10, times: 2}]",
        "supply: [{goods: [Ga], countries: [CN, FR], from: 2025-03-10, times: 2}]",
        f"inputs: [{CHIPS % '5 %'}]".replace("[DE]", "[FR, DE]"),
        "hosts: [{host: alumina, countries: [CN, FR], from: 2025-03-10, times: 0.5}]",
        "finished: [{countries: [US, FR], from: 2025-03-10, share: 50 %}]",
    ],
)
def test_a_country_that_is_not_in_the_model_is_told_beside_one_that_is(text: str) -> None:
    (one,) = (note for note in run_of(text).notes if note.code == "absent")
    path = text.split(":", maxsplit=1)[0] + "[0]"
    assert (one.told["path"], one.told["countries"]) == (path, "FRA")
    assert "France" in one.said("en")
    assert "法国" in one.said("zh")


@pytest.mark.parametrize(
    ("loss", "reasons"),
    [
        ("", ["unlost"]),
        ("bans: [{goods: [Ga], origins: [CN], from: 2025-03-10}]", []),
        ("supply: [{goods: [Ga], countries: [CN], from: 2025-03-10, times: 0.5}]", []),
    ],
)
def test_what_is_bought_finished_where_nothing_is_lost_is_told(
    loss: str, reasons: list[str]
) -> None:
    # No. 18 begins after these weeks.
    text = f"finished: [{{sectors: [traction], from: 2025-03-10, share: 50 %}}]\nweeks: 4\n{loss}"
    idle = [one for one in run_of(text).notes if one.code == "idle"]
    assert [one.told["reason"] for one in idle] == reasons
