from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from rich.console import Console

from monazite.chain.exposures.exposure import exposure
from monazite.chain.schema import schema
from monazite.cli.chain_exposure_view import shares_table
from support.chain_networks import network, node, world

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
    for word in ("Japan", "China", "Separation and refining", "Bought as", "by mass over"):
        assert word in text
    assert "monazite source ROW" in " ".join(text.split())


def test_in_chinese_every_word_is_chinese(told: Told) -> None:
    text = told("exposure", "日本", "Dy", *DRAWS, "--lang", "zh")
    for word in ("依赖占比", "冶炼分离", "直接购自", "镝"):
        assert word in text
    assert "Country" not in text


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_without_draws_there_is_no_range(told: Told, lang: str) -> None:
    head = {"en": "Range", "zh": "范围"}[lang]
    assert head not in told("exposure", "JP", "Dy", "--draws", "0", "--lang", lang)
    assert head in told("exposure", "JP", "Dy", *DRAWS, "--lang", lang)


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_cell_is_cut_in_a_terminal(
    told: Told, monkeypatch: pytest.MonkeyPatch, width: int, lang: str
) -> None:
    screen = Console(width=width, file=None, highlight=False)
    monkeypatch.setattr("monazite.cli.chain_exposure_view.console", lambda: screen)
    text = told("exposure", "US", "NdFeB-heavy", "--stage", "magnet", *DRAWS, "--lang", lang)
    assert text.strip()
    assert "…" not in text


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


def test_several_users_come_as_they_were_asked_and_all_of_them_by_their_use(rows: Rows) -> None:
    asked = rows("exposure", "US, EU，JP", "Ga")
    assert list(dict.fromkeys(row["country"] for row in asked)) == ["USA", "EU", "JPN"]
    uses = [float(row["use_t"]) for row in rows("exposure", "WORLD", "Ga")]
    assert uses == sorted(uses, reverse=True)


def test_a_table_of_several_shows_what_is_their_own(told: Told) -> None:
    text = told("exposure", "DE,JP,US", "Dy")
    assert text.index("Germany") < text.index("Japan") < text.index("United States")
    assert "itself 53%" in text
    assert "China 95%" in text


def test_a_country_with_a_comma_in_its_name_is_one(told: Told) -> None:
    assert "Caribbean Netherlands" in told(
        "exposure", "Bonaire, Sint Eustatius and Saba", "Dy", *DRAWS
    )


def test_a_group_is_asked_about_as_one_and_says_whom_it_covers(
    told: Told, document: Document, rows: Rows
) -> None:
    found = document("exposure", "EU", "Dy", *DRAWS)
    Draft202012Validator(schema("exposure")).validate(found)
    assert len(found["members"]) == 27
    text = " ".join(told("exposure", "欧盟", "Dy", *DRAWS).split())
    assert "27 members, counted as one" in text
    assert "as buyers of magnets (" in text
    members = [row for row in rows("exposure", "EU", "Dy", *DRAWS) if row["kind"] == "member"]
    assert len(members) == 27
    assert {row["amount_t"] for row in members if row["on"] == "HRV"} == {""}
    several = [row for row in rows("exposure", "EU,DE", "Dy") if row["country"] == "EU"]
    assert several[0]["members"] == "27"
    assert "FRA" in several[0]["members_left_out"].split()
    assert f"European Union * ({several[0]['members_known']} of 27)" in told(
        "exposure", "EU,DE", "Dy"
    )


def test_a_country_of_which_no_use_is_known(told: Told) -> None:
    assert "No use is known" in told("exposure", "Tuvalu", "Ga", *DRAWS)


def test_a_market_that_only_sells_on_stands_among_the_sellers() -> None:
    mine, ore, traded, bought, use = (
        node(words, "Dy")
        for words in (
            "make mining CHN", "market mining CHN", "market mining HKG", "market mining DEU",
            "use wind DEU",
        )
    )  # fmt: skip
    ways = [(mine, ore, 9.0), (ore, traded, 9.0), (traded, bought, 9.0), (bought, use, 9.0)]
    found = exposure(world(network(ways, {mine: 9.0})), "DEU", "Dy", draws=0)
    table = shares_table(found, "en")
    rows = dict(zip(table.columns[0].cells, table.columns[3].cells, strict=True))
    assert rows["Hong Kong"] == "100%"
    assert rows["China"] == "–"


def test_a_use_that_nobody_prints_names_the_option_to_leave_away(told: Told) -> None:
    said = " ".join(told("exposure", "US", "Dy", "--no-estimates", *DRAWS).split())
    assert "Nobody prints" in said
    assert "leave out --no-estimates" in said


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
    assert "no node is called 'nobody'" in text


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


def test_a_use_that_is_mostly_counted_elsewhere_is_told_in_words_and_marked_in_files(
    told: Told, rows: Rows, document: Document, refused: Callable[..., dict[str, str]]
) -> None:
    words = ("exposure", "FR", "Dy", "--draws", "0")
    text = told(*words)
    assert "Rest of the world" in text
    assert "93%" not in text
    assert "\n\n" not in text
    left = document(*words)["left_out"]
    (marked,) = [row for row in rows(*words) if row["kind"] == "left_out"]
    assert float(marked["share"]) == pytest.approx(left["share"])
    assert marked["on"] == "ROW"
    assert float(marked["amount_t"]) == pytest.approx(left["rest"])
    assert refused(*words, "--chart", "a.svg")["field"] == "chart"
    assert refused("profile", *words[1:], "--chart", "a.svg")["field"] == "chart"


def test_an_alloy_that_no_source_says_who_buys_says_so(told: Told) -> None:
    assert "Rest of the world" in told("exposure", "MX", "NdFeB-heavy", "--draws", "0")


def test_the_table_of_all_users_marks_what_leaves_out_magnets(told: Told, rows: Rows) -> None:
    found = {row["material"]: row["left_out"] for row in rows("exposure", "FR")}
    assert float(found["Dy"]) > 0.9 > float(found["REE"])
    assert found["W"] == ""
    lines = told("exposure", "FR").splitlines()
    assert any("dysprosium" in one and "counted with the rest" in one for one in lines)
    assert any("rare earths" in one and "France *" in one for one in lines)
