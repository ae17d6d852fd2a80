from __future__ import annotations

from itertools import pairwise, permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.charts.chain_shapes import OTHERS, Stop, Stream
from monazite.charts.sankey_layout import Layout, layout
from monazite.charts.sankey_order import crossings, ordered

pytestmark = pytest.mark.slow

HEIGHT, GAP = 400.0, 12.0
NAMES = "abcd"


def stop(key: str, column: int, group: str = "") -> Stop:
    return Stop(key, column, group or key, key, "")


def stream(source: str, target: str, amount: float) -> Stream:
    return Stream(source, target, amount, sure=True, tip="")


amounts = st.floats(0.1, 100) | st.just(0.0)


@st.composite
def diagrams(draw: st.DrawFn) -> tuple[list[Stop], list[Stream]]:
    """Up to four columns of up to four stops, with streams between any two of them."""
    count = draw(st.integers(2, 4))
    stops = [stop(f"{name}{at}", at) for at in range(count) for name in NAMES]
    streams = [
        stream(a.key, b.key, amount)
        for a, b in product(stops, stops)
        if a.column < b.column and (amount := draw(amounts)) > 0
    ]
    return stops, streams


def placed(found: tuple[list[Stop], list[Stream]]) -> Layout:
    return layout(*found, HEIGHT, GAP)


@given(diagrams())
@settings(max_examples=60, deadline=None)
def test_stops_lie_inside_and_never_on_each_other(
    found: tuple[list[Stop], list[Stream]],
) -> None:
    boxes = placed(found).boxes.values()
    for box in boxes:
        assert -1e-6 <= box.top < box.bottom <= HEIGHT + 1e-6
    for column in {box.column for box in boxes}:
        own = sorted(box for box in boxes if box.column == column)
        for above, below in pairwise(own):
            assert below.top >= above.bottom + GAP - 1e-6


@given(diagrams())
@settings(max_examples=60, deadline=None)
def test_heights_are_amounts_on_one_scale(found: tuple[list[Stop], list[Stream]]) -> None:
    result = placed(found)
    heights = [pieces[0].height for pieces in result.pieces]
    scales = {round(height / one.amount, 6) for height, one in zip(heights, found[1], strict=True)}
    assert len(scales) <= 1
    for key, box in result.boxes.items():
        sides: list[list[str]] = [
            [one.source for one in found[1]],
            [one.target for one in found[1]],
        ]
        ends = [
            sum(height for height, end in zip(heights, side, strict=True) if end == key)
            for side in sides
        ]
        assert box.bottom - box.top == pytest.approx(max(ends))


@given(diagrams())
@settings(max_examples=60, deadline=None)
def test_a_stream_leaves_and_arrives_within_its_stops_and_runs_on_unbroken(
    found: tuple[list[Stop], list[Stream]],
) -> None:
    result = placed(found)
    for one, pieces in zip(found[1], result.pieces, strict=True):
        first, last = result.boxes[one.source], result.boxes[one.target]
        height = pieces[0].height
        assert first.top - 1e-6 <= pieces[0].start <= first.bottom - height + 1e-6
        assert last.top - 1e-6 <= pieces[-1].end <= last.bottom - height + 1e-6
        assert [piece.column for piece in pieces] == list(range(first.column, last.column))
        for before, after in pairwise(pieces):
            assert after.start == pytest.approx(before.end)


@given(diagrams())
@settings(max_examples=40, deadline=None)
def test_streams_of_a_stop_lie_side_by_side(found: tuple[list[Stop], list[Stream]]) -> None:
    result = placed(found)
    for key in result.boxes:
        edges = sorted(
            (pieces[0].start, pieces[0].height)
            for one, pieces in zip(found[1], result.pieces, strict=True)
            if one.source == key
        )
        for (top, height), (after, _) in pairwise(edges):
            assert after >= top + height - 1e-6


def test_a_stream_that_passes_a_column_keeps_clear_of_its_stops() -> None:
    stops = [stop("mine", 0), stop("plant", 1), stop("use", 2)]
    result = layout(
        stops,
        [stream("mine", "plant", 5), stream("plant", "use", 5), stream("mine", "use", 5)],
        HEIGHT,
        GAP,
    )
    box, (into, out) = result.boxes["plant"], result.pieces[2]
    assert into.end == out.start
    assert into.end + into.height <= box.top - GAP or into.end >= box.bottom + GAP


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"), st.integers(1, 9))),
)
@settings(max_examples=80, deadline=None)
def test_two_columns_of_three_are_ordered_as_well_as_can_be(
    found: list[tuple[str, str, int]],
) -> None:
    links = {((a, 0), (b, 1)): float(amount) for a, b, amount in found}
    sizes = {key: 1.0 for pair in links for key in pair}
    if not links:
        return
    got = crossings(ordered(sizes, links, ()), links)
    left, right = ([key for key in sizes if key[1] == at] for at in (0, 1))
    best = min(
        crossings([list(one), list(other)], links)
        for one in permutations(left)
        for other in permutations(right)
    )
    assert got == pytest.approx(best)


def test_others_stand_below_all_that_has_a_name() -> None:
    stops = [stop("others", 0, OTHERS), stop("a", 0), stop("b", 0), stop("x", 1)]
    streams = [stream("others", "x", 50), stream("a", "x", 1), stream("b", "x", 2)]
    boxes = layout(stops, streams, HEIGHT, GAP).boxes
    assert boxes["others"].top > max(boxes["a"].bottom, boxes["b"].bottom)


def test_new_names_change_nothing_but_the_names() -> None:
    stops = [stop(f"{name}{at}", at) for at in range(3) for name in NAMES]
    streams = [
        stream(f"{a}{at}", f"{b}{at + 1}", 1.0 + 7 * i + 3 * j + at)
        for at in range(2)
        for i, a in enumerate(NAMES)
        for j, b in enumerate(NAMES)
        if (i + j) % 3
    ]
    renamed = layout(
        [stop(f"z{one.key}", one.column) for one in stops],
        [stream(f"z{one.source}", f"z{one.target}", one.amount) for one in streams],
        HEIGHT,
        GAP,
    )
    plain = layout(stops, streams, HEIGHT, GAP)
    assert {f"z{key}": box for key, box in plain.boxes.items()} == renamed.boxes
    assert plain.pieces == renamed.pieces


def test_a_stream_that_does_not_run_to_the_right_is_refused() -> None:
    with pytest.raises(ValueError, match="run to the right"):
        layout([stop("a", 1), stop("b", 0)], [stream("a", "b", 1)], HEIGHT, GAP)
    with pytest.raises(ValueError, match="run to the right"):
        layout([stop("a", 0), stop("b", 1)], [stream("a", "b", 0)], HEIGHT, GAP)


def test_nothing_that_runs_is_nothing_to_lay_out() -> None:
    assert layout([stop("a", 0)], [], HEIGHT, GAP) == Layout({}, ())
