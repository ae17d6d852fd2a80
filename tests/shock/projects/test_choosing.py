from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.chain.stages import STAGES
from monazite.errors import InputError
from monazite.shock.projects.choosing import chosen, has
from monazite.shock.projects.reading import projects, read
from support.projects import written

if TYPE_CHECKING:
    from pathlib import Path

EVERY = projects()


def keys(**asked: str) -> set[str]:
    return {one.key for one in chosen(EVERY, **asked)}


def test_all_are_chosen_where_nothing_is_asked_for() -> None:
    assert len(keys()) == len(EVERY)


def test_a_material_is_found_in_whatever_may_hold_it() -> None:
    found = keys(material="Dy")
    assert {"mp-heavy", "mp-10x", "serra-verde", "white-mesa-2", "browns-range"} <= found
    assert not found & {"mp-ndpr", "gramercy", "vittangi", "yangibana"} - {"yangibana"}
    assert keys(material="gallium") >= {"gramercy", "wagerup", "metlen", "pavlodar"}


def test_a_country_a_stage_and_a_status_narrow_what_is_chosen() -> None:
    assert {one.country for one in chosen(EVERY, country="Australia")} == {"AUS"}
    assert keys(country="AU", stage="oxide", material="rare earths") >= {"eneabba", "nolans"}
    assert keys(status="cancelled") == {"seadrift"}
    assert keys(country="AU", status="cancelled") == set()


def test_they_are_in_the_order_of_stages_and_of_first_years() -> None:
    found = chosen(EVERY, material="NdFeB")
    stages = [STAGES.index(one.stage) for one in found]
    assert stages == sorted(stages)
    magnets = [one.first_year for one in found if one.stage == "magnet"]
    told = [year for year in magnets if year is not None]
    assert told == sorted(told)
    assert magnets[: len(told)] == told


def test_of_parts_that_are_told_in_part_the_rest_may_be_there(tmp_path: Path) -> None:
    ree = {"material": "REE", "capacity_unit": "t REO/a"}
    some, all_ = read(written(
        tmp_path / "o.csv", {**ree, "contains": "Nd=20%; Pr=6%"},
        {**ree, "id": "b", "contains": "Nd=75%; Pr=25%"},
    ))  # fmt: skip
    assert has(some, "Dy")
    assert not has(all_, "Dy")
    assert has(all_, "Nd")


@pytest.mark.parametrize("field", ["material", "country", "stage", "status"])
def test_what_nobody_knows_is_refused(field: str) -> None:
    with pytest.raises(InputError) as caught:
        chosen(EVERY, **{field: "nowhere"})
    assert caught.value.field == field
