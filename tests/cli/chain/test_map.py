from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from monazite.cli.main import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]
    Rows = Callable[..., list[dict[str, str]]]


def test_every_stage_names_its_makers_from_the_mine_on(told: Told, document: Document) -> None:
    found = document("map", "Dy")
    stages = {one["stage"]: one for one in found["stages"]}
    assert list(stages)[:4] == ["mining", "refining", "metal", "magnet"]
    assert stages["mining"]["makers"][0]["country"] == "MMR"
    assert stages["refining"]["makers"][0]["share"] > 0.9
    for one in stages.values():
        parts = [one["unknown"], *(maker["share"] for maker in one["makers"])]
        assert sum(parts) == pytest.approx(1)
    text = told("map", "dysprosium")
    assert "dysprosium, 2024" in text
    assert "Myanmar" in text
    assert "Maker not known" in text


def test_a_map_says_how_much_of_it_is_printed_and_of_which_year(told: Told) -> None:
    text = " ".join(told("map", "Dy", "--year", "2023").split())
    assert "What makers put out in 2023" in text
    assert "estimated" in text
    assert "monazite source ROW" in text


def test_without_estimates_nobody_makes_what_others_do(told: Told, document: Document) -> None:
    stages = {one["stage"]: one for one in document("map", "Dy", "--no-estimates")["stages"]}
    assert [one["country"] for one in stages["metal"]["makers"]] == ["CHN"]
    assert stages["metal"]["unknown"] == pytest.approx(0.09, abs=0.005)
    assert (stages["component"]["output"], stages["component"]["unknown"]) == (None, 1)
    assert "China 91%, Maker not known 9%" in " ".join(told("map", "Dy", "--no-estimates").split())


def test_the_runs_into_a_stage_add_up_to_what_it_takes(rows: Rows) -> None:
    runs = rows("map", "Ga")
    assert {run["target_stage"] for run in runs} >= {"metal", "sector"}
    assert all(run["sector"] for run in runs if run["target_stage"] == "sector")
    assert all(0 <= float(run["estimated"]) <= 1 for run in runs)
    assert any(run["rows"] for run in runs)


def test_who_stands_on_one_country(told: Told, rows: Rows) -> None:
    shares = {row["country"]: float(row["share"]) for row in rows("map", "Ga", "--on", "China")}
    assert shares["JPN"] > 0.5
    assert list(shares.values()) == sorted(shares.values(), reverse=True)
    text = told("map", "Ga", "--on", "CN", "--lang", "zh")
    assert "中国" in text
    assert "镓" in text


@pytest.mark.parametrize(
    "words", [(), ("--picture", "ladder"), ("--on", "CN"), ("--on", "CN", "--lang", "zh")]
)
def test_every_picture_is_drawn(told: Told, tmp_path: Path, words: tuple[str, ...]) -> None:
    path = tmp_path / "a.svg"
    assert "a.svg" in told("map", "Ga", *words, "--chart", path)
    assert path.read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.slow
def test_the_history_of_all_years_is_drawn(told: Told, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    told("map", "Ga", "--on", "CN", "--picture", "history", "--chart", path)
    assert "2018" in path.read_text(encoding="utf-8")


def test_a_network_of_ones_own(told: Told, document: Document, own: tuple[str, ...]) -> None:
    found = document("map", "Dy", *own)
    assert [(one["stage"], one["output"]) for one in found["stages"]] == [
        ("mining", pytest.approx(100)), ("refining", pytest.approx(80)),
    ]  # fmt: skip
    shares = document("map", "Dy", "--on", "AU", *own)
    assert shares["rows"][0] == {
        "material": "Dy", "year": 2024, "on": "AUS", "country": "MYS", "share": pytest.approx(1),
        "left_out": None,
    }  # fmt: skip
    assert "Malaysia" in told("map", "Dy", "--on", "AU", *own)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("map", "unobtainium"), "material"),
        (("map", "Pm"), "material"),
        (("exposure", "WORLD", "NdFeB-heavy"), "material"),
        (("map", "Dy", "--year", "1999"), "year"),
        (("map", "Dy", "--on", "Atlantis"), "country"),
        (("map", "Dy", "--chart", "a.gif"), "chart"),
        (("map", "Dy", "--csv", "-"), "csv"),
        (("map", "Dy", "--picture", "world"), "picture"),
        (("map", "Dy", "--on", "CN", "--picture", "way"), "picture"),
        (("map", "Dy", "--nodes", "a.csv"), "edges"),
        (("map", "Dy", "--edges", "a.csv"), "nodes"),
        (("map", "Dy", "--nodes", "a.csv", "--edges", "b.csv"), "file"),
    ],
)
def test_bad_input_names_its_field(
    refused: Callable[..., dict[str, str]], words: tuple[str, ...], field: str
) -> None:
    found = refused(*words)
    assert found["field"] == field
    assert found["accepted"]


def test_without_the_extra_one_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("monazite.cli.chain_options.find_spec", lambda _: None)
    with pytest.raises(SystemExit) as caught:
        run(["chain", "map", "Dy"])
    assert caught.value.code == 1
    assert "monazite[chain]" in capsys.readouterr().err


def test_who_is_mostly_counted_elsewhere_is_marked_in_files_and_not_in_the_table(
    told: Told, rows: Rows, document: Document
) -> None:
    left = {row["country"]: row["left_out"] for row in rows("map", "Dy", "--on", "CN")}
    assert float(left["FRA"]) > 0.9
    assert left["DEU"] == ""
    on = document("map", "Dy", "--on", "CN")["rows"]
    assert {row["country"]: row["left_out"] for row in on}["JPN"] is None
    text = told("map", "Dy", "--on", "CN")
    assert "France " not in text.partition("Not in the table")[0]
    assert "Not in the table" in text
    assert "*" in told("map", "REE", "--on", "CN")


def test_an_alloy_has_its_way_from_ore_to_use(told: Told, document: Document) -> None:
    found = document("map", "NdFeB-heavy")
    stages = {one["stage"]: one for one in found["stages"]}
    assert list(stages) == ["mining", "refining", "metal", "magnet", "component"]
    assert stages["magnet"]["makers"][0]["country"] == "CHN"
    assert stages["magnet"]["output"] < stages["metal"]["output"]
    assert "NdFeB" in told("map", "NdFeB-heavy")
    on = {row["country"]: row["share"] for row in document("map", "SmCo", "--on", "CN")["rows"]}
    use = document("exposure", "JP", "SmCo", "--draws", "0")
    shares = {one["country"]: one["share"] for one in use["ultimate"]}
    assert on["JPN"] == pytest.approx(shares["CHN"])


def test_promethium_says_why_it_has_no_network(
    told: Told, refused: Callable[..., dict[str, str]]
) -> None:
    assert "no stable isotope" in refused("map", "Pm")["accepted"]
    assert "no stable isotope" in told("gaps", "promethium")


def test_figures_of_other_years_are_said_under_the_map(told: Told) -> None:
    said = " ".join(told("map", "Dy", "--year", "2020").split())
    assert "makers of metal and magnets as of 2024" in said
