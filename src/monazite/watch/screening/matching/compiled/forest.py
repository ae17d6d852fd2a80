"""Boosted trees, walked for many rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.watch.screening.matching.compiled.jit import kernel

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Forest(NamedTuple):
    """Trees as nodes one after another; root: where each begins.

    A node asks whether input `feature` is at most `limit`: `left` then, else `right`, both numbers
    of nodes; feature -1: a leaf, whose value `limit` is.
    """

    root: NDArray[np.int32]
    feature: NDArray[np.int32]
    limit: NDArray[np.float64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]


@kernel
def walk(forest: Forest, inputs: NDArray[np.float64], out: NDArray[np.float64]) -> None:
    """Add the leaves that each row of inputs (rows, features) comes to, to out (rows)."""
    for i in range(inputs.shape[0]):
        total = 0.0
        for root in forest.root:
            node = root
            while forest.feature[node] >= 0:
                if inputs[i, forest.feature[node]] <= forest.limit[node]:
                    node = forest.left[node]
                else:
                    node = forest.right[node]
            total += forest.limit[node]
        out[i] += total
