from __future__ import annotations

from dataclasses import replace

from monazite.shock.response.words import (
    amount,
    bound,
    dollars,
    millions,
    portfolio,
    step,
    what,
)
from support.shock_responses import response


def test_every_step_is_said_with_its_good_its_sector_and_its_place() -> None:
    said = [step(one, "en") for one in response().plan]
    assert said == [
        "Stockpile NdFeB magnets with heavy rare earths, Japan",
        "Stockpile dysprosium, Japan",
        "Stockpile dysprosium, Japan",
        "New plant: dysprosium, Australia",
        "Price floor for Lynas Malaysia, heavy separation: terbium",
        "Recycle into NdFeB magnets with heavy rare earths, Japan",
        "Replace NdFeB magnets with heavy rare earths in Cars (motor vehicles), Japan",
        "Finished goods for Cars (motor vehicles), Japan",
    ]


def test_a_plant_with_a_name_is_called_by_it_whatever_it_holds() -> None:
    found = replace(response().plan[3], name="Smith {x} & Sons", project="smith")
    assert step(found, "en") == "Smith {x} & Sons: dysprosium, Australia"
    assert step(replace(found, project=None), "en") == "New plant: dysprosium, Australia"


def test_a_good_is_told_from_the_same_material_at_another_stage_and_from_a_sector() -> None:
    names = ["Dy/refining", "Dy/metal", "REE-ionic/mining", "defence"]
    assert [what(name, "en") for name in names] == [
        "dysprosium", "dysprosium metal", "rare earths from clay (ionic), ore", "Defence",
    ]  # fmt: skip


def test_amounts_have_their_units_and_millions_no_false_digits() -> None:
    assert [amount(*one, "en") for one in [(420.0, "t"), (40.0, "t/a"), (0.15, "part")]] == [
        "420 t", "40 t a year", "15% of the use",
    ]  # fmt: skip
    assert [millions(x) for x in (0.04, 0.26, 9.0, 1234.5, -3.0, -0.01)] == [
        "0", "0.3", "9", "1,234", "−3", "0",
    ]  # fmt: skip


def test_what_binds_names_its_good_and_its_country() -> None:
    assert [bound(one, "en") for one in response().binding] == [
        "The budget",
        "Licences for NdFeB magnets with heavy rare earths, to Japan",
        "The room of the stockpile: dysprosium, Japan",
    ]


def test_portfolios_are_a_policy_alone_or_the_plan_or_nothing() -> None:
    names = [portfolio(name, "en") for name in ("stockpile", "mix", "nothing")]
    assert names == ["Stockpile alone", "The plan", "Nothing is done"]


def test_dollars_are_told_to_the_cent() -> None:
    assert [dollars(x) for x in (608.73, 1.234, -6.88, -2.6e-14, 0.004)] == [
        "609", "1.23", "−6.88", "0", "0",
    ]  # fmt: skip
