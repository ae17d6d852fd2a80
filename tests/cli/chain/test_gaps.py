from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.catalogue.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable

    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]
    Rows = Callable[..., list[dict[str, str]]]


def test_each_gap_says_what_is_missing_and_why(told: Told, document: Document) -> None:
    found = document("gaps")["gaps"]
    assert len(found) > 20
    assert all(one["text"] for one in found)
    assert any("permanent magnets" in one["text"] for one in found)
    assert "permanent magnets" in told("gaps")


def test_places_of_one_quantity_stand_together_and_a_use_names_its_country_alone(
    told: Told,
) -> None:
    text = " ".join(told("gaps", "W").split())
    assert "tungsten: Capacity (Mining, Separation and refining, Metal)" in text
    assert "tungsten: Use* (United States)" in text
    assert "tungsten: Use*" in text.replace("tungsten: Use* (United States)", "")
    assert "(Use" not in text


def test_the_gaps_of_an_element_are_those_of_its_alloys_and_group_too(rows: Rows) -> None:
    names = {row["material"] for row in rows("gaps", "dysprosium")}
    assert {"NdFeB-heavy", "REE"} <= names
    assert "Ga" not in names
    assert {row["material"] for row in rows("gaps", "Ga")} == {"Ga"}


def test_without_estimates_no_gap_is_filled(document: Document) -> None:
    assert any(one["filled"] for one in document("gaps")["gaps"])
    assert not any(one["filled"] for one in document("gaps", "--no-estimates")["gaps"])


def test_what_the_balance_moved_stands_worst_first(told: Told, rows: Rows) -> None:
    sizes = [abs(float(row["size"])) for row in rows("gaps", "--moved")]
    assert sizes == sorted(sizes, reverse=True)
    moved = rows("gaps", "Sb", "--moved")
    assert {row["element"] for row in moved} == {"Sb"}
    assert any("/" in row["target"] for row in moved)
    assert "锑" in told("gaps", "Sb", "--moved", "--lang", "zh")


def test_a_move_as_json(document: Document) -> None:
    first = document("gaps", "Sb", "--moved")["moved"][0]
    assert first["element"] == "Sb"
    assert {"before_t", "after_t", "size", "rows"} <= first.keys()


def test_readings_that_disagree_are_told_below_the_gaps(told: Told, document: Document) -> None:
    title = say("chain.cli.readings.title", "en")
    page = " ".join(told("gaps", "Sb").partition(title)[2].split())
    assert page.index("46,223 t") < page.index("40,000 t") < page.index("60,000 t")
    assert say("chain.choice.one_table", "en") in page
    assert "46,223吨" in told("gaps", "Sb", "--lang", "zh")
    found = document("gaps", "Sb")["disagreements"]
    china = next(one for one in found if one["node"]["country"] == "CHN")
    assert [one["value"] for one in china["reading"]["others"]] == [40_000, 60_000]
    assert [one["apart"] for one in found] == sorted((one["apart"] for one in found), reverse=True)
    assert title not in told("gaps", "Ge")


def test_an_unknown_material(refused: Callable[..., dict[str, str]]) -> None:
    assert refused("gaps", "unobtainium")["field"] == "material"
    assert refused("gaps", "NdFeB-heavy", "--moved")["field"] == "material"
