from __future__ import annotations

import math

import numpy as np
import pytest

from monazite.watch.screening.index.classes import Features
from monazite.watch.screening.index.postings import Postings, places, postings_of, rarities
from monazite.watch.screening.index.products import best
from monazite.watch.screening.index.weighing import Wanted, wanted


def at_random(rows: int, features: int, seed: int) -> Features:
    """Features of rows, sorted, each once."""
    draw = np.random.default_rng(seed)
    pairs = {
        (int(key) << 3, int(row))
        for key, row in zip(
            draw.integers(0, features, rows * 6), draw.integers(0, rows, rows * 6), strict=True
        )
    }
    key, row = zip(*sorted(pairs), strict=True)
    return Features(np.array(key, np.uint64), np.array(row, np.int32))


def dense(postings: Postings, asked: Wanted, rows: int) -> np.ndarray[tuple[int, int], np.dtype]:
    """The product, as numpy alone would make it."""
    left = np.zeros((rows, len(postings.key)))
    np.add.at(left, (asked.row, asked.feature), asked.weight)
    right = np.zeros((len(postings.key), postings.rows))
    feature = np.repeat(np.arange(len(postings.key)), np.diff(postings.start))
    right[feature, postings.row] = postings.weight
    return left @ right


def test_rarity_is_as_its_formula_says() -> None:
    features = Features(np.array([8, 8, 16], np.uint64), np.array([0, 2, 1], np.int32))
    postings = postings_of(features, np.ones(3, np.float32))
    # ln(1 + (1000 - 2 + .5) / (2 + .5)): a list counts as 1,000 rows at least; tokens weigh 1.
    assert postings.rarity.tolist() == pytest.approx([math.log(400.4), math.log(1 + 999.5 / 1.5)])
    assert postings.many(np.array([0, 1], np.int32)).tolist() == [2, 1]


def test_the_product_is_that_of_dense_matrices() -> None:
    postings = postings_of(at_random(60, 40, 1), np.ones(60, np.float32))
    asked = wanted(postings, at_random(30, 50, 2), 30)
    found, expected = best(postings, asked, 30, 60, 0), dense(postings, asked, 30)
    assert np.count_nonzero(expected) == len(found.score)
    assert found.score == pytest.approx(expected[found.asked, found.row], rel=1e-5)


def test_the_best_come_first_and_no_more_than_asked_for() -> None:
    postings = postings_of(at_random(200, 40, 3), np.ones(200, np.float32))
    asked = wanted(postings, at_random(20, 40, 4), 20)
    found, expected = best(postings, asked, 20, 7, 0), dense(postings, asked, 20)
    for row in range(20):
        scores = found.score[found.asked == row]
        assert scores == pytest.approx(np.sort(expected[row])[::-1][:7], rel=1e-5)


def test_scores_up_to_the_least_are_none() -> None:
    postings = postings_of(at_random(60, 40, 1), np.ones(60, np.float32))
    asked = wanted(postings, at_random(30, 50, 2), 30)
    every, some = best(postings, asked, 30, 60, 0), best(postings, asked, 30, 60, 0.2)
    assert 0 < len(some.score) == int((every.score > 0.2).sum()) < len(every.score)


def test_a_row_meets_itself_by_one_and_no_other_by_more() -> None:
    features = at_random(80, 60, 5)
    postings = postings_of(features, np.ones(80, np.float32))
    found = best(postings, wanted(postings, features, 80), 80, 80, 0)
    itself = found.asked == found.row
    assert found.score[itself] == pytest.approx(np.ones(80), rel=1e-5)
    assert found.score.max() <= 1 + 1e-5


def test_a_view_that_is_worth_less_scores_less() -> None:
    features = at_random(10, 60, 6)
    whole = postings_of(features, np.ones(10, np.float32))
    half = postings_of(features, np.full(10, 0.5, np.float32))
    assert half.weight == pytest.approx(whole.weight / 2)


def test_what_no_row_has_is_the_rarest_and_lowers_every_score() -> None:
    features = at_random(50, 60, 7)
    postings = postings_of(features, np.ones(50, np.float32))
    unknown = Features(np.array([1 << 40], np.uint64), np.array([0], np.int32))
    assert rarities(postings, unknown.key)[0] >= postings.rarity.max()
    one = Features(*(column[features.row == 0] for column in features))
    more = Features(np.append(one.key, unknown.key), np.append(one.row, unknown.row))
    assert wanted(postings, more, 1).weight.max() < wanted(postings, one, 1).weight.max()


def test_a_feature_of_nearly_all_rows_is_left_out_where_rarer_ones_tell() -> None:
    rows = 40_000
    key = np.array([8] * rows + [16], np.uint64)
    row = np.append(np.arange(rows), 5).astype(np.int32)
    postings = postings_of(Features(key, row), np.ones(rows, np.float32))
    asked = Features(np.array([8, 16, 8], np.uint64), np.array([0, 0, 1], np.int32))
    found = wanted(postings, asked, 2)
    # The second row has nothing else to look for.
    assert [(int(a), int(b)) for a, b in zip(found.row, found.feature, strict=True)] == [
        (0, 1), (1, 0)
    ]  # fmt: skip


def test_a_feature_is_as_rare_to_who_asks_as_among_the_listed() -> None:
    whole = postings_of(at_random(60, 40, 8), np.ones(60, np.float32))
    assert rarities(whole, whole.key) == pytest.approx(whole.rarity)


def test_nothing_is_found_in_no_postings() -> None:
    none = Features(np.zeros(0, np.uint64), np.zeros(0, np.int32))
    empty = postings_of(none, np.zeros(0, np.float32))
    _, known = places(empty, np.array([8], np.uint64))
    assert known.tolist() == [False]
    assert len(best(empty, wanted(empty, at_random(3, 4, 9), 3), 3, 5, 0).score) == 0
    some = postings_of(at_random(3, 4, 9), np.ones(3, np.float32))
    assert len(best(some, wanted(some, none, 0), 0, 5, 0).score) == 0
