from __future__ import annotations

from monazite.charts.shapes import Share, Words
from monazite.charts.shares import shares

WORDS = Words("shares", {"found": "found", "memory": "memory", "uncertain": "uncertain"})


def test_shares_of_different_things_never_stand_on_one_axis() -> None:
    chart = shares(
        [
            Share("mining", "world", 70, 62, 70, "found", "62–70", ""),
            Share("mining", "world", 62, 62, 62, "memory", "", ""),
            Share("imports", "US imports", 70, 70, 70, "found", "70", ""),
        ],
        WORDS,
    ).to_dict()
    assert [panel["title"] for panel in chart["vconcat"]] == ["world", "US imports"]
    lanes = [
        {row["lane"] for values in chart["datasets"].values() for row in values},
        [panel["layer"][0]["encoding"]["y"]["sort"] for panel in chart["vconcat"]],
    ]
    assert lanes == [{"mining", "imports"}, [["mining"], ["imports"]]]
    assert chart["vconcat"][0]["layer"][0]["encoding"]["x"]["scale"]["domain"] == [0, 100]
