from __future__ import annotations

import numpy as np

from monazite.watch.screening.matching.learning.folds import f1, folds_of, groups
from monazite.watch.screening.matching.learning.pairs import Pair, made_up


def test_pairs_that_share_a_name_even_through_others_are_in_one_fold() -> None:
    names = [("a", "b"), ("c", "d"), ("B", "e"), ("f", "E"), ("g", "h")]
    pairs = [Pair(one, other, "person", same=True) for one, other in names]
    group = groups(pairs)
    assert group[0] == group[2] == group[3]
    assert len(set(group.tolist())) == 3
    fold = folds_of(group, 2, 1)
    assert fold[0] == fold[2] == fold[3]
    assert set(fold.tolist()) == {0, 1}


def test_made_up_pairs_are_of_both_kinds_and_never_a_name_against_itself_as_another() -> None:
    pairs = made_up(60, 2)
    same = sum(pair.same for pair in pairs)
    assert 0.2 < same / len(pairs) < 0.8
    assert all(pair.left.casefold() != pair.right.casefold() for pair in pairs if not pair.same)
    assert pairs == made_up(60, 2)


def test_f1_of_a_worked_example() -> None:
    same = np.array([True, True, True, False])
    said = np.array([True, True, False, True])
    assert f1(same, said) == 2 * 2 / (3 + 3)
