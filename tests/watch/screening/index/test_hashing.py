from __future__ import annotations

import numpy as np
import pytest

from monazite.watch.screening.index.hashing import hashed, mixed


@pytest.mark.parametrize(
    ("left", "right"),
    [("wu", "bin"), ("", "bin"), ("wu", ""), ("王", "武斌"), ("a" * 30, "b" * 30)],
)
def test_texts_written_together_have_the_number_of_the_whole(left: str, right: str) -> None:
    together = hashed([left]).then(hashed([right]))
    assert together.tolist() == hashed([left + right]).value.tolist()


def test_texts_of_the_same_letters_in_another_order_differ() -> None:
    texts = ["abc", "acb", "bac", "bca", "cab", "cba", "ab", "abcc", "aab", ""]
    assert len(set(hashed(texts).value.tolist())) == len(texts)


def test_a_text_has_the_same_number_in_any_company() -> None:
    texts = ["jade", "", "orient deep ocean", "x", "王", "jade"]
    assert hashed(texts).value.tolist() == [int(hashed([text]).value[0]) for text in texts]
    assert hashed(texts).of(np.array([3, 0], np.int32)).value.tolist() == [
        *hashed(["x", "jade"]).value.tolist()
    ]


def test_what_is_longer_than_64_bytes_is_told_apart_by_its_first_64() -> None:
    same, other = "a" * 64, "a" * 63 + "b"
    numbers = hashed([same, same + "tail", other]).value
    assert numbers[0] == numbers[1] != numbers[2]


def test_no_texts_have_no_numbers() -> None:
    assert len(hashed([]).value) == 0


def test_mixing_keeps_values_apart_and_fills_all_bits() -> None:
    scattered = mixed(np.arange(10_000, dtype=np.uint64))
    assert len(np.unique(scattered)) == 10_000
    ones = [float((scattered >> np.uint64(bit) & np.uint64(1)).mean()) for bit in range(64)]
    assert min(ones) > 0.45
    assert max(ones) < 0.55
