from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from monazite.charts.owners_layout import WIDE, Placed, layout


def overlap(placed: Placed) -> bool:
    """Whether two boxes of one column lie over each other."""
    for (x, top, high), (other_x, other_top, other_high) in combinations(placed.boxes.values(), 2):
        if x == other_x and top < other_top + other_high and other_top < top + high:
            return True
    return False


def test_owners_stand_left_of_what_they_own() -> None:
    placed = layout([("X", "A"), ("A", "B"), ("X", "B"), ("Z", "B")])
    left = {key: box[0] for key, box in placed.boxes.items()}
    assert left["X"] < left["A"] < left["B"]
    assert left["Z"] == left["A"]  # beside what it owns, not at the far left


def test_lines_begin_and_end_at_their_boxes() -> None:
    placed = layout([("X", "A"), ("A", "B"), ("X", "B")])
    for (owner, owned), line in placed.lines.items():
        x, top, high = placed.boxes[owner]
        assert line[0][0] == x + WIDE
        assert top < line[0][1] < top + high
        x, top, high = placed.boxes[owned]
        assert line[-1][0] == x
        assert top < line[-1][1] < top + high


def test_what_closes_a_cycle_is_led_below_everything() -> None:
    placed = layout([("X", "A"), ("A", "B"), ("B", "A")])
    lowest = max(top + high for _, top, high in placed.boxes.values())
    assert max(y for _, y in placed.lines["B", "A"]) > lowest
    assert max(y for _, y in placed.lines["A", "B"]) < lowest
    assert placed.height >= max(y for line in placed.lines.values() for _, y in line)


@pytest.mark.parametrize("seed", range(5))
def test_no_box_lies_over_another_and_every_pair_has_a_line(seed: int) -> None:
    rng = np.random.default_rng(seed)
    drawn = {(f"N{a}", f"N{b}") for a, b in rng.integers(0, 15, (30, 2)).tolist() if a != b}
    pairs = sorted(drawn)
    placed = layout(pairs)
    assert not overlap(placed)
    assert set(placed.lines) == set(pairs)
    assert set(placed.boxes) == {name for pair in pairs for name in pair}
