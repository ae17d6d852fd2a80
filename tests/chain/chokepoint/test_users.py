from __future__ import annotations

from pathlib import Path

import yaml

from monazite.chain.chokepoint.users import asked, largest, only, users
from monazite.chain.exposures.places import held
from support.chain_networks import of_case

CASES = Path(__file__).parents[2] / "cases" / "chain"
FOUND = of_case(yaml.safe_load((CASES / "three_countries_four_stages.yaml").read_text()))
HELD = held(FOUND, FOUND.edges.amount)


def test_all_users_of_every_country() -> None:
    found = users(asked(FOUND), HELD)
    assert found.countries == ("CHN", "DEU", "JPN")
    assert found.amount.tolist() == [2, 50, 8]
    assert found.start.sum(axis=1).tolist() == [1, 1, 1]


def test_one_sector_leaves_out_who_does_not_have_it() -> None:
    found = users(asked(FOUND, sector="wind"), HELD)
    assert (found.countries, found.amount.tolist()) == (("DEU",), [20])


def test_a_stage_is_asked_about_at_its_markets() -> None:
    found = users(asked(FOUND, "refining"), HELD)
    assert dict(zip(found.countries, found.amount.tolist(), strict=True)) == {
        "CHN": 50, "DEU": 40, "JPN": 40,
    }  # fmt: skip


def test_another_material_has_no_users_here() -> None:
    assert users(asked(FOUND, material="SmCo"), HELD).countries == ()


def test_who_uses_most_and_who_is_named() -> None:
    assert largest(users(asked(FOUND), HELD), 2) == ("DEU", "JPN")
    assert only(asked(FOUND), ["JPN", "BRA", "CHN"]).countries == ("JPN", "CHN")
