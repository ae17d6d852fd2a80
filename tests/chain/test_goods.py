from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.chain.amounts import iso3, number, of_oxide, tonnes, unit_of
from monazite.chain.goods import Goods, goods, named_stage
from monazite.chain.packaged.world import world
from monazite.chain.sheet import Line
from monazite.errors import InputError
from support.chain_magnets import HEAVY, magnets

if TYPE_CHECKING:
    from monazite.chain.problems import Problem

WORLD = magnets()


def read(material: str, stage: str, contains: str) -> tuple[Goods | None, list[Problem]]:
    problems: list[Problem] = []
    cells = {"material": material, "stage": stage, "contains": contains}
    return goods(Line("given.csv", 7, cells), WORLD, problems), problems


@pytest.mark.parametrize(
    ("words", "material", "stage", "holds"),
    [
        (("Dy", "oxide", ""), "Dy", "refining", {"Dy": 0.871321}),
        (("镝", "metal", ""), "Dy", "metal", {"Dy": 1.0}),
        (("Dy2O3", "", ""), "Dy", "refining", {"Dy": 0.871321}),
        (("Dy2O3", "mining", ""), "Dy", "mining", {"Dy": 0.871321}),
        (("ndfeb heavy", "", ""), HEAVY, "magnet", {"Nd": 0.25, "Dy": 0.04}),
        (("含重稀土的钕铁硼磁体", "", ""), HEAVY, "magnet", {"Nd": 0.25, "Dy": 0.04}),
        ((HEAVY, "", "Nd=30%; Dy=0.01; Fe=0.6"), HEAVY, "magnet", {"Nd": 0.3, "Dy": 0.01}),
        (("Nd2Fe14B", "alloy", ""), "Nd2Fe14B", "alloy", {"Nd": 0.266837}),
    ],
)
def test_goods_are_what_the_words_mean(
    words: tuple[str, str, str], material: str, stage: str, holds: dict[str, float]
) -> None:
    found, problems = read(*words)
    assert found is not None
    assert problems == []
    assert (found.material, found.stage) == (material, stage)
    assert {name: part.fraction for name, part in found.holds.items()} == pytest.approx(holds)


def test_what_an_alloy_holds_is_as_sure_as_its_source() -> None:
    packaged, _ = read(HEAVY, "", "")
    assert packaged is not None
    held = {(part.spread, part.rows) for part in packaged.holds.values()}
    assert held == {(0.25, ("magnet-composition/test",))}
    own, _ = read(HEAVY, "", "Dy=4%")
    assert own is not None
    assert [part.spread for part in own.holds.values()] == [0.0]


@pytest.mark.parametrize(
    ("words", "field", "code"),
    [
        (("unobtainium", "oxide", ""), "material", "unknown_material"),
        (("", "oxide", ""), "material", "unknown_material"),
        (("Ga", "metal", ""), "material", "no_network"),
        (("rare earths", "oxide", ""), "material", "unknown_material"),
        (("GaAs", "component", ""), "contains", "no_content"),
        (("Dy", "", ""), "stage", "no_stage"),
        (("Dy", "sector", ""), "stage", "unknown_stage"),
        (("Dy", "scrap", ""), "stage", "unknown_stage"),
        ((HEAVY, "", "Nd=70%; Dy=40%"), "contains", "contains_too_much"),
        ((HEAVY, "", "Nd"), "contains", "bad_contains"),
        ((HEAVY, "", "REE=30%"), "contains", "bad_contains"),
        ((HEAVY, "", "Nd=4"), "contains", "bad_contains"),
    ],
)
def test_what_nobody_knows_is_refused_with_its_code(
    words: tuple[str, str, str], field: str, code: str
) -> None:
    found, problems = read(*words)
    assert found is None
    assert [(one.row, one.field, one.code) for one in problems] == [(7, field, code)]
    for lang in ("en", "zh"):
        assert all(one.document(lang)["remedy"] for one in problems)


def test_all_that_is_wrong_with_a_row_is_told_at_once() -> None:
    _, problems = read("unobtainium", "egg", "Dy=4")
    assert [one.field for one in problems] == ["material", "stage", "contains"]


@pytest.mark.parametrize(
    ("quantity", "unit", "found"),
    [
        ("2", "t", 2.0),
        ("2000", "kg", 2.0),
        ("1e3", "g", 0.001),
        ("3", "t REO", 3.0),
        ("0", "lb", 0),
    ],
)
def test_masses_are_tonnes(quantity: str, unit: str, found: float) -> None:
    assert tonnes(quantity, unit, "quantity") == pytest.approx(found)


@pytest.mark.parametrize(
    ("quantity", "unit", "field", "code"),
    [
        ("1,000", "t", "quantity", "not_a_number"),
        ("-1", "t", "quantity", "not_a_number"),
        ("nan", "t", "quantity", "not_a_number"),
        ("", "t", "quantity", "not_a_number"),
        ("1_000", "t", "quantity", "not_a_number"),
        ("1", "", "unit", "no_unit"),
        ("1", "pieces", "unit", "unknown_unit"),
        ("1", "mm", "unit", "unknown_unit"),
        ("1", "stone", "unit", "unknown_unit"),
        ("1", "t REO contained", "unit", "unknown_unit"),
        ("1", "contained", "unit", "unknown_unit"),
    ],
)
def test_what_is_no_mass_is_refused(quantity: str, unit: str, field: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        tonnes(quantity, unit, "quantity")
    assert (caught.value.field, caught.value.code) == (field, code)


def test_an_infinite_number_is_none() -> None:
    with pytest.raises(InputError, match="count"):
        number("1e999", "count")


def test_oxides_count_as_what_they_hold() -> None:
    assert of_oxide("t REO", "Dy") == 0.871321
    assert (of_oxide("t", "Dy"), of_oxide("t REO", "REE"), of_oxide("", "Dy")) == (1, 1, 1)
    with pytest.raises(InputError) as caught:
        of_oxide("t REO", "Ga")
    assert (caught.value.field, caught.value.code) == ("unit", "no_rare_earth")


def test_only_rare_earths_are_counted_as_their_oxides() -> None:
    problems: list[Problem] = []
    cells = {"material": "Ga", "stage": "metal", "unit": "t REO"}
    assert goods(Line("given.csv", 2, cells), world(2024), problems) is None
    assert [(one.field, one.code) for one in problems] == [("unit", "no_rare_earth")]


@pytest.mark.parametrize("stage", ["oxide", "ore", "metal"])
def test_rare_earths_together_are_counted_as_oxides_only(stage: str) -> None:
    problems: list[Problem] = []
    cells = {"material": "REE", "stage": stage, "unit": "t contained"}
    assert goods(Line("given.csv", 2, cells), world(2024), problems) is None
    assert [(one.field, one.code) for one in problems] == [("unit", "contained_of_oxides")]
    found = goods(Line("given.csv", 2, cells | {"unit": "t REO"}), world(2024), [])
    assert found is not None
    assert found.holds["REE"].fraction == 1


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("kg", (0.001, "gross")),
        ("t REO", (1.0, "oxides")),
        ("kg Contained", (0.001, "contained")),
        ("吨金属量", (1.0, "contained")),
    ],
)
def test_a_unit_says_what_it_counts(word: str, found: tuple[float, str]) -> None:
    assert tuple(unit_of(word)) == found


def test_a_stage_that_is_asked_for_is_one_that_is_accepted() -> None:
    _, problems = read("Dy", "", "")
    for stage in problems[0].told["stages"].split(", "):
        assert named_stage(stage) == stage


@pytest.mark.parametrize(
    ("word", "near"),
    [("NdFeB magnets", HEAVY), ("钕铁硼", HEAVY), ("Dyy", "Dy"), ("", "Dy, Nd, NdFeB-heavy")],
)
def test_a_material_that_is_not_known_is_answered_with_what_is_like_it(
    word: str, near: str
) -> None:
    _, problems = read(word, "", "")
    assert problems[0].told["near"] == near


def test_countries_are_read_as_people_write_them() -> None:
    assert [iso3(word, "made_in") for word in ("Japan", "jp", "392", "日本", "")] == ["JPN"] * 4 + [
        ""
    ]
    with pytest.raises(InputError) as caught:
        iso3("Jappan", "made_in")
    assert (caught.value.code, caught.value.told["near"]) == ("unknown_country", "Japan")
