"""The packaged table of projects: everything is sourced, and nothing contradicts itself."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from monazite.shock.projects.columns import MATERIALS, REE, RUNNING, STATUSES
from monazite.shock.projects.output import output
from monazite.shock.projects.reading import packaged, projects
from monazite.shock.tables import row

if TYPE_CHECKING:
    from monazite.shock.projects.project import Project

EVERY = packaged()


def test_none_of_them_stands_in_china() -> None:
    assert len(projects()) > 90
    assert "CHN" not in {one.country for one in EVERY}


def test_every_material_and_status_is_there() -> None:
    found = {name for one in EVERY for name in MATERIALS[one.material]}
    assert {"Nd", "Pr", "Dy", "Tb", "Sm", "Ga", "Ge", "Sb", "W", "GRAPHITE"} <= found
    assert {one.status for one in EVERY} == set(STATUSES)
    assert {one.kind for one in EVERY} == {"plant", "recycling"}


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.id)
def test_a_statement_says_where_it_is_from_or_that_it_was_recalled(one: Project) -> None:
    if one.confidence == "memory":
        assert "recalled" in one.source
    else:
        assert "http" in one.source
    assert row(one.id).source == one.source


def test_what_is_derived_says_from_what() -> None:
    derived = [one for one in EVERY if one.confidence in ("derived", "derived-weak", "uncertain")]
    assert derived
    assert all(one.note for one in derived)


def test_a_name_of_a_project_keeps_its_country_material_and_stage() -> None:
    """A further statement is about the same plant."""
    places = Counter(one.key for one in EVERY)
    kinds = {(one.key, one.country, one.stage) for one in EVERY}
    assert len(kinds) == len(places)


def test_statements_about_a_project_stand_in_the_order_of_their_days() -> None:
    for key, count in Counter(one.key for one in EVERY).items():
        said = [one for one in EVERY if one.key == key]
        days = [one.on for one in said if not one.id.endswith("-reading")]
        assert count == len(said)
        assert days == sorted(days)


def test_what_runs_had_a_first_year_by_then() -> None:
    for one in EVERY:
        if one.status in RUNNING and one.first_year is not None:
            assert one.first_year <= one.on.year, one.id


def test_a_reading_that_disagrees_is_of_the_day_of_another_and_comes_after_it() -> None:
    readings = [one for one in EVERY if one.id.endswith("-reading")]
    assert readings
    for before, one in pairwise(EVERY):
        if one in readings:
            assert (before.key, before.on) == (one.key, one.on)


def test_thorium_and_uranium_are_told_where_monazite_is() -> None:
    found = [one for one in EVERY if re.search(r"\bmonazite\b", one.product)]
    assert {one.key for one in found} >= {"white-mesa", "aluva", "steenkampskraal"}
    assert {one.radioactive for one in found} == {"yes"}


def test_uranium_bars_the_way_of_kvanefjeld() -> None:
    found = next(one for one in projects() if one.key == "kvanefjeld")
    assert (found.status, found.radioactive) == ("stalled", "yes")
    assert "100 ppm" in found.permit


def test_parts_that_stand_for_all_of_a_product_add_up_to_it() -> None:
    for one in EVERY:
        if one.holds and one.material != REE:
            assert abs(float(sum(one.holds.values())) - 1) < 0.002, one.id


def test_where_an_output_is_known_its_rows_are_packaged_and_no_tonne_is_lost() -> None:
    known = [(one, output(one)) for one in projects() if not output(one).why]
    assert len(known) > 60
    for one, made in known:
        assert one.capacity is not None
        assert all(tonnes > 0 for tonnes in made.tonnes.values()), one.id
        assert sum(made.tonnes.values()) <= one.capacity, one.id
