from __future__ import annotations

from typing import Any

from monazite.charts.files import chart_file
from monazite.charts.flow_shapes import Caption
from monazite.charts.owner_shapes import (
    BELOW,
    COUNTS,
    IDLE,
    LISTED,
    POSSIBLY,
    REACHED,
    Holding,
    Party,
)
from monazite.charts.owners import owners

CAPTION = Caption("who owns whom", "source", "", {COUNTS: "counts", IDLE: "does not"})
PARTIES = [
    Party("X", LISTED, "X", "listed", "tip"),
    Party("A", REACHED, "A firm with a name that is longer than its box", "reached", "tip"),
    Party("B", POSSIBLY, "某某国际贸易有限责任公司某某分公司", "possibly", "tip"),
    Party("C", BELOW, "C", "below", "tip"),
    Party("IDLE", BELOW, "in no holding", "below", "tip"),
]
HOLDINGS = [
    Holding("X", "A", 0.6, counts=True, text="60%", tip="a"),
    Holding("A", "B", None, counts=False, text="?", tip="b"),
    Holding("X", "C", 0.2, counts=True, text="20%", tip="c"),
    Holding("C", "A", 0.1, counts=False, text="10%", tip="d"),
]


def drawn() -> Any:
    return owners(PARTIES, HOLDINGS, CAPTION).to_dict()


def rows_with(chart: Any, key: str) -> list[dict[str, Any]]:
    return [row for values in chart["datasets"].values() for row in values if key in row]


def test_every_party_with_a_holding_has_a_box_with_words_that_fit() -> None:
    names = {row["name"] for row in rows_with(drawn(), "middle")}
    assert len(names) == 4
    assert "X" in names
    assert all(len(name) <= 24 for name in names)
    assert any(name.endswith("…") for name in names)


def test_a_line_is_as_thick_as_the_share_and_an_open_one_is_dashed() -> None:
    lines = {row["tip"]: row for row in rows_with(drawn(), "thick")}
    assert lines["a"]["thick"] > lines["c"]["thick"] > lines["d"]["thick"]
    assert [tip for tip, row in lines.items() if row["open"]] == ["b"]
    assert {row["kind"] for row in lines.values()} == {"counts", "does not"}


def test_every_share_is_written() -> None:
    assert {row["text"] for row in rows_with(drawn(), "thick") if "text" in row} == {
        "60%", "?", "20%", "10%",
    }  # fmt: skip


def test_it_is_drawn() -> None:
    svg = chart_file(owners(PARTIES, HOLDINGS, CAPTION), ".svg", "en").decode()
    assert "60%" in svg
    assert "listed" in svg
