from __future__ import annotations

from typing import Any

import pytest

from monazite.catalogue.texts import keys
from monazite.shock.pictures.against import against
from monazite.shock.pictures.readings import reading, standing, wrong
from monazite.shock.validation.observed import observations
from monazite.shock.validation.readings import READINGS
from monazite.shock.validation.rows import MAPE
from support.shock_rows import rows


def drawn(chart: Any) -> list[dict[str, Any]]:
    return [row for values in chart.to_dict()["datasets"].values() for row in values]


@pytest.mark.parametrize("name", [*READINGS, MAPE])
def test_every_reading_has_words(name: str) -> None:
    assert f"shock.pictures.reading.{name}" in keys()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_observation_of_2025_is_said(lang: str) -> None:
    found = observations("2025")
    said = [reading(one, lang) for one in found]
    assert all("{" not in text and text.strip() for text in said)
    assert len(set(said)) == len(found)
    assert all(f"shock.pictures.case.{one.case}" in keys() for one in found)
    assert all(f"shock.pictures.unit_name.{one.unit}" in keys() for one in found)


def test_an_error_is_a_part_a_difference_or_never() -> None:
    assert [wrong(one, "en") for one in rows()] == [
        "5% too much", "10 percentage points too little", "the median draw never does it",
        "13% too little",
    ]  # fmt: skip


def test_a_row_says_simulated_observed_error_and_mark() -> None:
    assert standing(rows()[0], "en") == "1,300 t for 1,238 t: 5% too much, passed"
    assert standing(rows()[1], "zh") == "模拟15%，观测25%：偏低10个百分点，未达标"
    assert standing(rows()[3], "en").endswith("too little")


def test_cases_and_units_have_panels_and_misses_stay() -> None:
    found = against(rows(), "en")
    assert len(found.chart.to_dict()["vconcat"]) == 3
    assert found.chart.to_dict()["description"].endswith("1 of 3 marks kept")
    kinds = [row["kind"] for row in drawn(found.chart)]
    assert sum("misses" in kind for kind in kinds) == 2
    assert len(found.behind.rows) == len(found.behind.text) == 4


def test_what_never_happens_has_no_place_on_the_axis() -> None:
    (never,) = (row for row in drawn(against(rows(), "en").chart) if "never" in row["text"])
    assert (never["middle"], never["high"], never["low"]) == (None, None, 9)
