from __future__ import annotations

from typing import Any

import pytest

from monazite.charts.files import chart_file
from monazite.watch.ownership.picture import picture
from support.holdings import found

LINES = ["X A 60%", "A B 50%", "B A 10%", "X C 49%", "C D 100%", "B E ?", "Q A 30%", "X X 5%"]


def test_every_party_of_the_answer_is_drawn_with_its_words() -> None:
    chart, behind = picture(found(LINES, ["X"]), "en")
    boxes = rows_with(chart.to_dict(), "middle")
    assert {row["name"] for row in boxes} == {"X", "A", "B", "C", "E"}
    assert {row["text"] for row in boxes} >= {"listed", "reached · 70%", "below · 49%"}
    assert ("X", "A", "60%", "counts") in behind.rows
    assert ("B", "E", "?", "does not count") in behind.rows
    assert any("X –60%→ A –50%→ B" in line for line in behind.text)


def test_a_page_shows_the_nearest_where_there_are_many() -> None:
    lines = [f"X A{n} 60%" for n in range(60)]
    chart, _ = picture(found(lines, ["X"]), "en")
    told = chart.to_dict()
    assert len(rows_with(told, "middle")) == 28
    assert "27 of 60" in " ".join(told["title"]["subtitle"])


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_it_is_a_file_in_both_languages(lang: str) -> None:
    chart, behind = picture(found(LINES, ["X"]), lang)
    drawn = chart_file(chart, ".svg", lang, behind).decode()
    assert drawn.startswith("<svg")
    assert ("触及" if lang == "zh" else "reached") in drawn


def rows_with(chart: Any, key: str) -> list[dict[str, Any]]:
    found_: dict[str, dict[str, Any]] = {}
    for values in chart["datasets"].values() if "datasets" in chart else inline(chart):
        for row in values:
            if key in row:
                found_[row["name"] if "name" in row else str(row)] = row
    return list(found_.values())


def inline(chart: Any) -> list[list[dict[str, Any]]]:
    return [layer["data"]["values"] for layer in chart["layer"] if "data" in layer]
