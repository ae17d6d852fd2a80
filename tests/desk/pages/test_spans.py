"""The strip of a clock: where each stretch lies, and that no label leaves the picture."""

from __future__ import annotations

from datetime import date, timedelta

from monazite.desk.pages.pictures.spans import WIDTH, Mark, Stretch, strip

FIRST = date(2026, 3, 2)


def on(days: int) -> date:
    return FIRST + timedelta(days)


def test_stretches_share_one_scale_and_touch() -> None:
    drawn = strip(
        [Stretch(on(0), on(10), "running", ""), Stretch(on(10), on(40), "stopped", "")],
        [Mark(on(0), "accepted", "begin"), Mark(on(40), "today", "today")],
        "words",
    )
    assert drawn is not None
    ran, stood = drawn.pieces
    assert stood.width == 3 * ran.width
    assert ran.x + ran.width == stood.x
    assert 0 < ran.x < stood.x + stood.width < WIDTH


def test_labels_at_the_edges_turn_inwards() -> None:
    marks = [Mark(on(day), str(day), "today") for day in (0, 50, 100)]
    drawn = strip([], marks, "words")
    assert drawn is not None
    assert [tick.anchor for tick in drawn.ticks] == ["start", "middle", "end"]


def test_of_a_single_day_nothing_is_drawn() -> None:
    assert strip([], [], "words") is None
    assert strip([Stretch(on(0), on(0), "running", "")], [Mark(on(0), "", "today")], "w") is None


def test_a_stretch_without_a_day_is_left_out() -> None:
    drawn = strip(
        [Stretch(on(0), on(0), "running", ""), Stretch(on(0), on(5), "stopped", "")], [], "words"
    )
    assert drawn is not None
    assert [piece.kind for piece in drawn.pieces] == ["stopped"]
