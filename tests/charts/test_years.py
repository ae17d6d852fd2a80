from __future__ import annotations

from typing import Any

from monazite.charts.flow_shapes import Caption
from monazite.charts.years import heading, span, year_x


def test_every_year_between_the_first_and_the_last_has_its_place() -> None:
    assert span([2022, 2019, 2022]) == ["2019", "2020", "2021", "2022"]
    assert span([]) == []


def test_lines_stand_on_points_and_bars_in_bands() -> None:
    points: Any = year_x("year", ["2020"], points=True).to_dict()
    bars: Any = year_x("year", ["2020"]).to_dict()
    assert points["scale"]["type"] == "point"
    assert "type" not in bars["scale"]
    assert points["scale"]["domain"] == bars["scale"]["domain"] == ["2020"]


def test_the_source_stands_below_the_title() -> None:
    title = heading(Caption("title", "source", "", {})).to_dict()
    assert (title["text"], title["subtitle"]) == (["title"], ["source"])


def test_a_long_title_is_broken_where_its_line_is_full() -> None:
    def lines(text: str) -> list[int]:
        title: Any = heading(Caption(text, "", "", {})).to_dict()
        return [len(line) for line in title["text"]]

    assert lines("word " * 30) == [89, 59]
    assert lines("稀土" * 40) == [46, 34]
    assert lines("") == []


def test_a_long_line_on_sources_is_broken_too_and_holds_more_of_its_smaller_letters() -> None:
    title: Any = heading(Caption("", "word " * 40, "", {})).to_dict()
    assert [len(line) for line in title["subtitle"]] == [124, 74]
