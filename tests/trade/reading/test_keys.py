from __future__ import annotations

import numpy as np
import pytest

from monazite.errors import InputError
from monazite.trade.reading.keys import check_sizes, keys, unpacked
from monazite.trade.reading.vocabulary import Vocabularies

NAMES = ("period", "reporter", "direction", "nomenclature", "code", "partner")


def test_a_key_holds_every_number_that_made_it() -> None:
    rng = np.random.default_rng(7)
    sizes = (1 << 12, 1 << 10, 1 << 6, 1 << 6, 1 << 18, 1 << 10)
    numbers = {
        name: np.r_[0, size - 1, rng.integers(0, size, 500)].astype(np.int32)
        for name, size in zip(NAMES, sizes, strict=True)
    }
    packed = keys(numbers)
    for name, column in unpacked(packed).items():
        assert column.tolist() == numbers[name].tolist()


def test_more_words_than_a_key_can_hold_are_refused() -> None:
    words = Vocabularies()
    for number in range(1 << 12):
        words.periods.number(f"M {number}")
    check_sizes(words)
    words.periods.number("M more")
    with pytest.raises(InputError, match="at most 4,096 different words for period"):
        check_sizes(words)
