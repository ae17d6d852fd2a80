from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest

from monazite.shock.results.documents import schema

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from monazite.shock.scenarios.schema import Scenario

    Asked = list[tuple[Scenario, dict[str, Any]]]
    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]

LONGER = """
id: longer
title: {en: Longer, zh: 更长}
summary: {en: As April 2025 for longer., zh: 同2025年4月，时间更长。}
sources: [an assumption]
extends: seven-rare-earths-2025-04
weeks: 60
"""
NAMES = ("seven-rare-earths-2025-04", "geneva-pause")


def test_two_scenarios_stand_side_by_side_with_the_same_draws(told: Told, asked: Asked) -> None:
    text = " ".join(told("compare", *NAMES, "--draws", 16, "--seed", 3).split())
    assert "1,300 (1,040 to 1,560)" in text
    assert "867 (693 to 1,040)" in text
    assert "World 120 (96 to 144) 180 (144 to 216) 60 (40 to 90)" in text
    assert "A: Seven rare earths, April 2025 B: The Geneva pause" in text
    assert "700 (560 to 840), 2025-05" in text
    assert "1,050 (840 to 1,260), 2025-05" in text
    assert [scenario.id for scenario, _ in asked] == list(NAMES)
    assert {(options["draws"], options["seed"]) for _, options in asked} == {(16, 3)}


@pytest.mark.usefixtures("asked")
def test_what_the_second_brings_more_has_a_band_of_its_own(told: Told) -> None:
    text = " ".join(told("compare", *NAMES).split())
    assert "60 (40 to 90)" in text
    assert "2 (1 to 4) weeks later" in text


def test_both_run_over_the_weeks_and_materials_of_either(told: Told, asked: Asked) -> None:
    told("compare", "us-ban-2024-12", "full-stop")
    (one, _), (two, _) = asked
    assert (one.starts, one.weeks, one.scope) == (two.starts, two.weeks, two.scope)
    assert {"Sb", "magnets", "Y"} <= set(one.scope)
    assert one.weeks > 104


@pytest.mark.usefixtures("asked")
def test_the_head_says_over_what_both_run_and_that_neither_is_as_run_shows(told: Told) -> None:
    text = " ".join(told("compare", "us-ban-2024-12", "full-stop").split())
    weeks = " ".join(told("compare", "us-ban-2024-12", "full-stop", "--csv", "-").split())
    assert "weeks from 2024-11-04, antimony, rare earth magnets, yttrium, in the world of" in text
    assert "so not what `run` of either shows" in text
    assert "`run`" not in weeks
    same = told("compare", NAMES[0], NAMES[0])
    assert "Both: 48 weeks from 2025-03-03, rare earth magnets, in the world of 2024." in same
    assert "`run`" not in same


@pytest.mark.usefixtures("asked")
def test_the_one_that_is_not_as_run_shows_is_named(told: Told, tmp_path: Path) -> None:
    longer = tmp_path / "longer.yaml"
    longer.write_text(LONGER, encoding="utf-8")
    text = " ".join(told("compare", NAMES[0], longer).split())
    assert "Both: 60 weeks" in text
    assert "so not what `run` of A shows" in text
    zh = told("compare", longer, NAMES[0], "--lang", "zh")
    assert "与单独 `run` 情景B所示不同" in zh


@pytest.mark.usefixtures("asked")
def test_the_document_says_over_what_both_run(document: Document) -> None:
    apart = document("compare", "us-ban-2024-12", "full-stop")["over"]
    assert apart["first_day"] == "2024-11-04"
    assert apart["materials"] == ["Sb", "magnets", "Y"]
    assert apart["as_run"] == [False, False]
    same = document("compare", NAMES[0], NAMES[0])["over"]
    assert (same["weeks"], same["world_year"], same["as_run"]) == (48, 2024, [True, True])


@pytest.mark.usefixtures("asked")
def test_losses_say_over_how_many_weeks(told: Told, tmp_path: Path) -> None:
    assert "Value added lost over 17 weeks, million US$" in told("compare", *NAMES)
    path = tmp_path / "a.svg"
    told("compare", *NAMES, "--chart", path, "--picture", "losses")
    assert "lost over 17 weeks" in path.read_text(encoding="utf-8")


@pytest.mark.usefixtures("asked")
def test_the_document_holds_both_runs(document: Document) -> None:
    found = document("compare", *NAMES)
    runs = found["runs"]
    assert found["difference"].keys() == schema("comparison")["properties"].keys()
    assert [run["losses"][-1]["lost_musd"]["p50"] for run in runs] == [120, 180]


@pytest.mark.usefixtures("asked")
def test_rows_say_of_which_scenario_they_are(told: Told) -> None:
    rows = list(csv.DictReader(io.StringIO(told("compare", *NAMES, "--csv", "-"))))
    titles = {row["scenario"] for row in rows}
    assert len(titles) == 2
    assert "Seven rare earths, April 2025" in titles


@pytest.mark.usefixtures("asked")
def test_a_scenario_against_itself_has_two_names(told: Told) -> None:
    rows = csv.DictReader(io.StringIO(told("compare", NAMES[0], NAMES[0], "--csv", "-")))
    assert len({row["scenario"] for row in rows}) == 2


@pytest.mark.usefixtures("asked")
def test_both_are_drawn_in_one_picture(told: Told, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    told("compare", *NAMES, "--chart", path)
    drawn = path.read_text(encoding="utf-8")
    assert "Seven rare earths, April 2025" in drawn
    assert "The Geneva pause" in drawn


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("picture", ["flows", "halts", "prices", "losses"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_picture_is_drawn(told: Told, tmp_path: Path, picture: str, lang: str) -> None:
    path = tmp_path / "a.svg"
    assert "a.svg" in told("compare", *NAMES, "--chart", path, "--picture", picture, "--lang", lang)
    title = {"en": "The Geneva pause", "zh": "日内瓦暂停：按字面执行"}[lang]
    assert title in path.read_text(encoding="utf-8")
