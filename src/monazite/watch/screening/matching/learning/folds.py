"""Folds of labelled pairs that share no name, and what is measured over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.watch.screening.matching.learning.fitting import FEW, model, trees
from monazite.watch.screening.matching.model import judged, logistic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from monazite.watch.screening.matching.learning.fitting import Table
    from monazite.watch.screening.matching.learning.pairs import Pair


def groups(pairs: Sequence[Pair]) -> NDArray[np.int64]:
    """Numbers of groups: pairs that share a name, also through others, are one."""
    above: dict[str, str] = {}

    def top(name: str) -> str:
        while above.setdefault(name, name) != name:
            name = above[name]
        return name

    for pair in pairs:
        above[top(pair.left.casefold())] = top(pair.right.casefold())
    tops = [top(pair.left.casefold()) for pair in pairs]
    return np.unique(tops, return_inverse=True)[1].astype(np.int64)


def folds_of(group: NDArray[np.int64], folds: int, seed: int) -> NDArray[np.int64]:
    """The fold of each pair: groups whole, large ones first, into the fold that holds least."""
    sizes = np.bincount(group)
    shuffled = np.random.default_rng(seed).permutation(len(sizes))
    order = shuffled[np.argsort(-sizes[shuffled], kind="stable")]
    held, fold = np.zeros(folds, np.int64), np.zeros(len(sizes), np.int64)
    for number in order:
        fold[number] = held.argmin()
        held[fold[number]] += sizes[number]
    return fold[group]


def unseen_scores(
    labelled: Table, made_up: list[list[list[float]]], fold: NDArray[np.int64]
) -> NDArray[np.float64]:
    """The score of each labelled pair by a model that was fitted without its fold."""
    found = np.zeros(len(labelled.same))
    for number in np.unique(fold):
        out = fold == number
        part = labelled.of(out)
        made = model(trees(labelled.of(~out), FEW), made_up)
        found[out] = logistic(judged(made, part.inputs, part.klass, part.kinds))
    return found


def f1(same: NDArray[np.bool_], said: NDArray[np.bool_]) -> float:
    """The harmonic mean of precision and recall."""
    return float(2 * (same & said).sum() / (same.sum() + said.sum()))
