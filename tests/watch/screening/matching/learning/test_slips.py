from __future__ import annotations

import random

import pytest

from monazite.watch.screening.matching.learning.slips import OF_FIRMS, OF_PERSONS, slipped

NAMES = ("Jonathan Mark Thornbury", "Olga Petrova", "Xu", "Zellmark Trading Co., Ltd.", "王武斌")


@pytest.mark.parametrize(
    "way", dict.fromkeys([*OF_PERSONS, *OF_FIRMS]), ids=lambda way: way.__name__
)
def test_a_slip_leaves_a_name(way: object) -> None:
    for seed in range(30):
        for name in NAMES:
            made = way(name, random.Random(seed))  # type: ignore[operator]
            assert made.strip(), (name, seed)


def test_most_slips_change_something_and_the_same_seed_the_same() -> None:
    made = [slipped(NAMES[0], random.Random(seed), person=True) for seed in range(100)]
    assert made == [slipped(NAMES[0], random.Random(seed), person=True) for seed in range(100)]
    assert sum(one != NAMES[0] for one in made) > 80
