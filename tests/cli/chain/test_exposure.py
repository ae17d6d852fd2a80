from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from monazite.chain.schema import schema

if TYPE_CHECKING:
    from collections.abc import Callable

    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]
    Rows = Callable[..., list[dict[str, str]]]

DRAWS = ("--draws", "5")


def test_the_document_is_as_its_schema_says(document: Document) -> None:
    found = document("exposure", "DE", "Ga", *DRAWS)
    Draft202012Validator(schema("exposure")).validate(found)
    assert (found["country"], found["material"], found["stage"]) == ("DEU", "Ga", "sector")
    direct = sum(one["share"] for one in found["direct"])
    assert direct + found["direct_unknown"] == pytest.approx(1)


def test_the_screen_tells_shares_stages_forms_and_rows(told: Told) -> None:
    text = told("exposure", "JP", "NdFeB-heavy", "--stage", "magnet", *DRAWS)
    for word in ("Japan", "China", "Separation and refining", "How it came in", "By mass over"):
        assert word in text
    assert "monazite source ROW" in " ".join(text.split())


def test_in_chinese_every_word_is_chinese(told: Told) -> None:
    text = told("exposure", "日本", "Dy", *DRAWS, "--lang", "zh")
    for word in ("依赖占比", "分离与精炼", "直接来自", "镝"):
        assert word in text
    assert "Country" not in text


def test_a_sector_and_a_form_of_the_catalogue(document: Document) -> None:
    of_wind = document("exposure", "DE", "Nd", "--sector", "wind", *DRAWS)
    assert of_wind["sector"] == "wind"
    assert document("exposure", "DE", "Nd", "--stage", "oxide", *DRAWS)["stage"] == "refining"


def test_without_estimates_more_is_unknown(document: Document) -> None:
    words = ("exposure", "JP", "Nd", "--stage", "magnet", *DRAWS)
    assert document(*words, "--no-estimates")["estimated"] == 0
    assert document(*words)["estimated"] > 0


def test_the_table_has_the_shares_of_the_document(document: Document, rows: Rows) -> None:
    words = ("exposure", "FR", "Sb", *DRAWS)
    said = {one["country"]: one["share"] for one in document(*words)["ultimate"]}
    found = [row for row in rows(*words) if row["kind"] == "ultimate"]
    assert {row["on"]: float(row["share"]) for row in found if row["on"] != "unknown"} == said


def test_all_materials_of_a_country(told: Told, rows: Rows) -> None:
    found = rows("exposure", "JP", "--stage", "refining")
    assert {row["country"] for row in found} == {"JPN"}
    assert {"Dy", "Sb", "W"} <= {row["material"] for row in found}
    assert "tungsten" in told("exposure", "JP", "--stage", "refining")


def test_every_country_of_a_material(told: Told, document: Document) -> None:
    found = document("exposure", "WORLD", "Ga")
    assert len({row["country"] for row in found["rows"]}) > 10
    assert {row["stage"] for row in found["rows"]} == {"sector"}
    assert "Japan" in told("exposure", "world", "Ga")


def test_a_country_of_which_no_use_is_known(told: Told) -> None:
    assert "No use is known" in told("exposure", "Tuvalu", "Dy", *DRAWS)


def test_stocks_are_told_with_their_source_and_last_longer_where_one_supplier_goes(
    told: Told,
) -> None:
    text = " ".join(told("exposure", "KR", "Ga", "--draws", "0").split())
    assert "(MOTIE, recalled) would last for 100 days of use, and 1" in text
    assert "not always what it holds" in text


def test_stocks_of_a_country_that_stands_on_nobody_abroad(told: Told, own: tuple[str, ...]) -> None:
    nodes = Path(own[1])
    lines = ["node,kind,country,stage,entering,stock,unit,recovery,sector"]
    lines += [
        "mine,make,AU,mining,100,50,t,,",
        "ore,market,AU,mining,,,,,",
        "users,use,AU,,,,,,wind",
    ]
    nodes.write_text("\n".join(lines) + "\n", encoding="utf-8")
    edges = "source,target,amount,unit\nmine,ore,100,t\nore,users,100,t\n"
    Path(own[3]).write_text(edges, encoding="utf-8")
    text = " ".join(told("exposure", "AU", "Dy", *own, "--draws", "0").split())
    assert "(nodes.csv) would last for 182 days of use. What" in text
    assert "Rows of the files behind it" in text


def test_the_stages_as_a_picture(told: Told, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    told("exposure", "DE", "Ga", *DRAWS, "--chart", path)
    assert "Germany" in path.read_text(encoding="utf-8")


def test_a_network_of_ones_own_and_what_is_wrong_with_it(
    told: Told, document: Document, own: tuple[str, ...]
) -> None:
    found = document("exposure", "MY", "Dy", *own, *DRAWS)
    assert {one["country"]: one["share"] for one in found["ultimate"]} == {
        "AUS": pytest.approx(1), "MYS": pytest.approx(1),
    }  # fmt: skip
    assert "problems" not in found
    edges = Path(own[3])
    edges.write_text(edges.read_text("utf-8") + "nobody,motors,1,t\n", encoding="utf-8")
    broken = document("exposure", "MY", "Dy", *own, *DRAWS)
    assert broken["partial"]
    assert [(one["row"], one["code"]) for one in broken["problems"]] == [(7, "no_such_node")]
    text = " ".join(told("exposure", "MY", "Dy", *own, *DRAWS).split())
    assert "Partial: one thing" in text
    assert "no node is called nobody" in text


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("exposure", "Atlantis", "Dy"), "country"),
        (("exposure", "DE", "unobtainium"), "material"),
        (("exposure", "DE", "Dy", "--stage", "cooking"), "stage"),
        (("exposure", "DE", "Dy", "--sector", "cooking"), "sector"),
        (("exposure", "DE", "NdFeB-heavy", "--stage", "mining"), "stage"),
        (("exposure", "DE", "--sector", "wind"), "sector"),
        (("exposure", "DE", "--chart", "a.svg"), "chart"),
        (("exposure", "Tuvalu", "Dy", "--chart", "a.svg"), "chart"),
        (("exposure", "DE", "Dy", "--draws", "-1"), "--draws"),
    ],
)
def test_bad_input_names_its_field(
    refused: Callable[..., dict[str, str]], words: tuple[str, ...], field: str
) -> None:
    assert refused(*words)["field"] in {field, field.removeprefix("--")}
