"""Pictures that the server draws: what they say about where things are and how much there is."""

from __future__ import annotations

import pytest

from monazite.desk.pages.pictures.bars import Part, bars
from monazite.desk.pages.pictures.track import STAGES, track
from monazite.licensing.transitions import machine


@pytest.mark.parametrize("state", machine().states)
def test_every_state_stands_at_one_point_of_the_way(state: str) -> None:
    kinds = [point.kind for point in track(state, "en").points]
    assert len(kinds) == len(STAGES)
    assert sum(kind in {"now", "ended"} for kind in kinds) == 1
    assert kinds == sorted(kinds, key=["done", "now", "ended", "ahead"].index)


def test_an_ended_draft_never_left_the_beginning() -> None:
    assert track("discarded", "en", filed=False).points[0].kind == "ended"


def test_bars_are_to_one_scale_from_zero() -> None:
    chart = bars([("a", [Part(10, 1), Part(30, 2)], "40"), ("b", [Part(20, 1)], "20")])
    first, second = chart.rows
    assert sum(piece.width for piece in first.pieces) == 2 * second.pieces[0].width
    assert first.pieces[1].x == first.pieces[0].x + first.pieces[0].width
    assert max(piece.x + piece.width for piece in first.pieces) < chart.width


def test_nothing_to_draw_is_no_fault() -> None:
    assert bars([("a", [Part(0, 1)], "0")]).rows[0].pieces == ()
    assert bars([]).rows == ()
