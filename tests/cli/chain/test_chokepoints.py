from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from monazite.catalogue.texts import say
from monazite.cli.main import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]
    Rows = Callable[..., list[dict[str, str]]]


def test_a_loss_lies_between_its_bounds_and_has_a_band(document: Document) -> None:
    found = document("chokepoints", "Ga", "--country", "JP", "--draws", "5")["chokepoints"]
    assert {one["country"] for one in found} == {"JPN"}
    assert all(one["low"] <= one["loss"] <= one["high"] for one in found)
    first = next(one for one in found if one["supplier"] == "CHN")
    assert first["band"]["p5"] <= first["band"]["p95"]
    assert first["binding"] in first["by_stage"]


def test_most_tonnes_come_first_and_a_countrys_own_makers_are_left_out(
    told: Told, rows: Rows
) -> None:
    words = ("chokepoints", "Ga", "--draws", "0")
    lost = [float(row["lost_t"]) for row in rows(*words)]
    assert lost == sorted(lost, reverse=True)
    lines = [line for line in told(*words).splitlines() if line.startswith("gallium")]
    assert len(lines) == 15
    assert all(line.split()[1] != line.split()[2] for line in lines)


def test_how_much_rests_on_estimates_is_told_below_the_table(
    told: Told, rows: Rows, own: tuple[str, ...]
) -> None:
    said = say("chain.cli.chokepoints.estimated", "en", share="\0").partition("\0")[2]
    assert said in " ".join(told("chokepoints", "Sb", "--draws", "0").split())
    assert said not in " ".join(told("chokepoints", "Dy", *own, "--draws", "0").split())
    assert max(float(row["estimated"]) for row in rows("chokepoints", "Sb", "--draws", "0")) > 0.9


def test_free_rerouting_loses_no_more(rows: Rows) -> None:
    words = ("chokepoints", "Dy", "--country", "DE", "--on", "CN", "--draws", "0")
    (held,) = rows(*words)
    (free,) = rows(*words, "--rerouting", "free")
    assert float(free["loss"]) <= float(held["loss"])


def test_what_every_country_loses_as_a_map(told: Told, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    told("chokepoints", "Ga", "--on", "CN", "--draws", "0", "--chart", path, "--lang", "zh")
    assert "失去中国" in path.read_text(encoding="utf-8")


@pytest.mark.slow
def test_all_materials_say_how_far_they_are(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    words = ("--country", "DE", "--draws", "0", "--csv", str(path))
    assert run(["chain", "chokepoints", *words]) == 0
    assert "antimony" in capsys.readouterr().err
    lines = path.read_text(encoding="utf-8").splitlines()
    assert {"REE", "Dy", "W"} <= {line.split(",")[0] for line in lines}


def test_what_a_group_loses_and_of_how_many_members(told: Told, rows: Rows) -> None:
    asked = ("chokepoints", "Ga", "--country", "EU", "--draws", "0")
    first = rows(*asked)[0]
    assert (first["country"], first["supplier"]) == ("EU", "CHN")
    assert "DEU" in first["members"].split()
    text = " ".join(told(*asked).split())
    assert f"({len(first['members'].split())} of 27)" in text
    assert "each in its own flow" in text
    abroad = rows("chokepoints", "Ga", "--country", "JP", "--on", "European Union", "--draws", "0")
    assert [row["supplier"] for row in abroad] == ["EU"]


def test_a_network_of_ones_own(document: Document, own: tuple[str, ...]) -> None:
    found = document("chokepoints", "Dy", "--on", "AU", *own, "--draws", "0")
    (one,) = found["chokepoints"]
    assert (one["country"], one["loss"], one["binding"]) == ("MYS", pytest.approx(1), "mining")


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("--chart", "a.svg"), "chart"),
        (("Dy", "--chart", "a.svg"), "chart"),
        (("Dy", "--spare"), "spare"),
        (("Dy", "--on", "Tuvalu"), "supplier"),
        (("Dy", "--stage", "cooking"), "stage"),
        (("unobtainium",), "material"),
        (("Dy", "--rerouting", "magic"), "rerouting"),
    ],
)
def test_bad_input_names_its_field(
    refused: Callable[..., dict[str, str]], words: tuple[str, ...], field: str
) -> None:
    assert refused("chokepoints", *words)["field"].removeprefix("--") == field


def test_losses_of_a_use_that_is_mostly_counted_elsewhere_are_in_files_alone(
    told: Told, rows: Rows, document: Document
) -> None:
    words = ("chokepoints", "Dy", "--country", "FR", "--draws", "0")
    assert {float(row["left_out"]) > 0.9 for row in rows(*words)} == {True}
    assert document(*words)["chokepoints"][0]["left_out"]["stages"] == ["magnet", "component"]
    text = told(*words)
    assert "93%" not in text
    assert "France" in text.partition("Not in the table")[2]
    # Of all rare earths magnets are the smaller part: the mark says what is left out.
    assert "France *" in told("chokepoints", "REE", "--country", "FR", "--draws", "0")


def test_without_a_known_use_it_is_said_why(told: Told) -> None:
    alloy = told("chokepoints", "NdFeB-heavy", "--country", "FR", "--draws", "0")
    assert "No source names France as a buyer of magnets" in " ".join(alloy.split())
    assert "No use is known" in told("chokepoints", "Ga", "--country", "RU", "--draws", "0")


def test_a_map_needs_one_element(refused: Callable[..., dict[str, str]]) -> None:
    words = ("NdFeB-heavy", "--on", "CN", "--draws", "0", "--chart", "a.svg")
    assert refused("chokepoints", *words)["field"] == "chart"
