from __future__ import annotations

from monazite.charts.flow_shapes import Caption, Rank
from monazite.charts.ranks import ranks

CAPTION = Caption("leads", "source", "score", {})


def test_the_order_is_that_of_the_caller_and_the_words_stand_beside() -> None:
    chart = ranks([Rank("b", 0.9, "why b", ""), Rank("a", 0.1, "why a", "")], CAPTION).to_dict()
    assert chart["layer"][1]["encoding"]["y"]["sort"] == ["b", "a"]
    (rows,) = chart["datasets"].values()
    assert [(row["lane"], row["score"], row["text"]) for row in rows] == [
        ("b", 0.9, "why b"), ("a", 0.1, "why a"),
    ]  # fmt: skip
    assert chart["layer"][1]["encoding"]["x"]["scale"]["domain"] == [0, 1]


def test_no_leads_are_an_empty_chart_with_its_title() -> None:
    chart = ranks([], CAPTION).to_dict()
    assert chart["title"]["text"] == ["leads"]
