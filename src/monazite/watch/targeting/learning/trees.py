"""Trees as tables of leaves: what a leaf adds to the log-odds, and which features led to it.

The margin of a row is a sum over its leaves. On the way to a leaf, each split moves the expected
margin from the value of its node to that of the next; the move is the contribution of the feature
that it splits by (Saabas 2014, "Interpreting random forests"). All leaves' contributions are known
before any row is seen, so that the reasons of many rows are one sparse product, as quick as their
scores. `Model.explain` gives Shapley values of single rows, by LightGBM.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from scipy import sparse

if TYPE_CHECKING:
    from collections.abc import Iterator

    import lightgbm as lgb
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Rows = npt.NDArray[np.float32]

_CHUNK = 8192


class Leaves(NamedTuple):
    """first: the place of each tree's first leaf; values: of every leaf; moves: leaf by group."""

    first: npt.NDArray[np.int64]
    values: Floats
    moves: Floats


class Read(NamedTuple):
    """Of each row its margin, and what each group of features adds to it."""

    margin: Floats
    adds: npt.NDArray[np.float32]


def leaves(booster: lgb.Booster, group_of: npt.NDArray[np.int64], groups: int) -> Leaves:
    """The leaves of all trees; group_of: the group of each feature."""
    trees = booster.dump_model()["tree_info"]
    counts = [tree["num_leaves"] for tree in trees]
    first = np.cumsum([0, *counts])
    values, moves = np.zeros(first[-1]), np.zeros((first[-1], groups))
    for start, tree in zip(first[:-1], trees, strict=True):
        for leaf, value, steps in _paths(tree["tree_structure"], {}):
            values[start + leaf] = value
            for feature, step in steps.items():
                moves[start + leaf, group_of[feature]] += step
    return Leaves(first[:-1], values, moves)


def read(booster: lgb.Booster, known: Leaves, rows: Rows) -> Read:
    """Margins and contributions of rows."""
    margin = np.empty(len(rows))
    adds = np.empty((len(rows), known.moves.shape[1]), dtype=np.float32)
    whole = np.column_stack([known.moves, known.values])
    for start in range(0, len(rows), _CHUNK):
        part = rows[start : start + _CHUNK]
        at = np.asarray(booster.predict(part, pred_leaf=True, num_threads=1), dtype=np.int64)
        at = at.reshape(len(part), -1) + known.first
        hits = sparse.csr_array(
            (np.ones(at.size), at.ravel(), np.arange(0, at.size + 1, at.shape[1])),
            shape=(len(part), len(known.values)),
        )
        sums = hits @ whole
        margin[start : start + _CHUNK] = sums[:, -1]
        adds[start : start + _CHUNK] = sums[:, :-1]
    return Read(margin, adds)


def _paths(
    node: dict[str, Any], steps: dict[int, float]
) -> Iterator[tuple[int, float, dict[int, float]]]:
    """Every leaf with its value and the moves that lead to it, by feature."""
    if "split_feature" not in node:
        yield node.get("leaf_index", 0), node["leaf_value"], steps
        return
    for side in ("left_child", "right_child"):
        child = node[side]
        to = child.get("internal_value", child.get("leaf_value"))
        moved = steps.get(node["split_feature"], 0.0) + to - node["internal_value"]
        yield from _paths(child, {**steps, node["split_feature"]: moved})
