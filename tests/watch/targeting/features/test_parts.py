from __future__ import annotations

import numpy as np
import pyarrow as pa

from monazite.watch.targeting.features.parts import (
    UNSEEN,
    Part,
    amounts_as_keys,
    joined,
    sizes,
    texts,
    words,
)


def test_the_same_amount_is_the_same_key_and_no_other() -> None:
    amounts = np.array([12.5, 12.50000001, 12.6, 0.125, 125.0, 0.0, np.nan, -12.5])
    keys = amounts_as_keys(amounts)
    assert keys[0] == keys[1]
    assert len(set(keys[[0, 2, 3, 4, 5, 6, 7]].tolist())) == 7


def test_sizes_double_and_what_is_not_known_is_a_size_of_its_own() -> None:
    found = sizes(np.array([1.0, 1.9, 2.0, 0.0, np.nan, -2.0]))
    assert found[0] == found[1] != found[2]
    assert len(set(found.tolist())) == 5


def test_the_first_signs_of_a_code() -> None:
    cells = pa.array(["850511", None, "85"])
    assert texts(cells, "first4").to_pylist() == ["8505", "", "85"]
    assert str(Part("HS", "first4")) == "HS:first4"


def test_what_was_never_seen_is_told() -> None:
    known = words(pa.array(["b", "a", "b"]))
    assert known.numbers(pa.array(["a", "b", "c"])).tolist() == [0, 1, UNSEEN]
    numbers = words(np.array([5, 3]))
    assert numbers.numbers(np.array([3, 4, 5, 9])).tolist() == [0, UNSEEN, 1, UNSEEN]


def test_a_pair_is_known_by_both_its_parts() -> None:
    first, second = np.array([0, 1, 1, UNSEEN]), np.array([1, 0, UNSEEN, 1])
    found = joined(first, second, 3)
    assert found.tolist() == [1, 3, UNSEEN, UNSEEN]
