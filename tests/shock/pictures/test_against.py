from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from monazite.catalogue.texts import keys, say
from monazite.shock.pictures.against import against
from monazite.shock.pictures.readings import reading, standing, without, wrong
from monazite.shock.validation.observed import observations
from monazite.shock.validation.readings import NOT_FALLEN, READINGS
from monazite.shock.validation.rows import MAPE, row
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
        "5% too much", "10 percentage points too little", say("shock.pictures.happens_not", "en"),
        "0.1 percentage points too little", "13% too little",
    ]  # fmt: skip


@pytest.mark.parametrize(("months", "told"), [(0, "it did not fall"), (1, "2 months too little")])
def test_what_never_fell_is_said_so(months: float, told: str) -> None:
    seen_of = observations("2023")
    lag = next(one for one in seen_of if one.id.endswith("Ga-lag"))
    found = row(lag, np.full(3, float(months)), np.full(3, float(NOT_FALLEN)))
    assert wrong(found, "en") == told
    assert without(found, "en") == "it did not fall"
    assert reading(lag, "en").endswith("until 10% of what left in 2023-03 left again")


def test_a_row_says_simulated_observed_error_and_mark() -> None:
    assert standing(rows()[0], "en") == "1,300 t for 1,238 t: 5% too much, kept"
    assert standing(rows()[1], "zh") == "模拟15%，观测25%：偏低10个百分点，未达标"
    assert standing(rows()[3], "en").endswith("kept without any measure too")
    assert standing(rows()[4], "en").endswith("too little")


def test_cases_and_units_have_panels_and_misses_stay() -> None:
    found = against(rows(), "en")
    assert len(found.chart.to_dict()["vconcat"]) == 4
    said = found.chart.to_dict()["description"]
    assert "of 4 marks of the weekly engine 1 are kept, 1 would be kept without" in said
    assert said.endswith("2 are missed")
    kinds = [row["kind"] for row in drawn(found.chart)]
    assert sum("misses" in kind for kind in kinds) == 2
    assert sum("without any measure" in kind for kind in kinds) == 1
    assert len(found.behind.rows) == len(found.behind.text) == 5
    assert found.behind.rows[0][6] == "5,300 t"


def test_what_never_happens_has_no_place_on_the_axis() -> None:
    (never,) = (row for row in drawn(against(rows(), "en").chart) if "never" in row["text"])
    assert (never["middle"], never["high"], never["low"]) == (None, None, 9)
