"""Fit the pair model: boosted trees over what labelled and made-up pairs tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import lightgbm
import numpy as np

from monazite.watch.screening.index.forms import forms_of
from monazite.watch.screening.matching.features import side_of, told
from monazite.watch.screening.matching.model import (
    COMPANY,
    INPUTS,
    PERSON,
    VESSEL,
    Model,
    Part,
    forest_of,
    inputs_of,
)
from monazite.watch.screening.matching.rarity import rarity
from monazite.watch.screening.names.views import views

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from monazite.watch.screening.matching.learning.pairs import Pair

RISING = frozenset(
    ("covered_less", "covered_more", "name_less", "same_less", "worst", "worst_plain", "mean",
     "together", "numbers", "view")
)  # fmt: skip
FALLING = frozenset(("left_both", "heaviest_less"))
"""What can only speak for, or only against, that two names are one party's."""
SURE = {"STRONG": 3.0, "MEDIUM": 1.0, "WEAK": 0.6, "": 1.0}
"""What a label counts for, by how sure those were who gave it."""
CUT = 0.4
"""Chosen once by grouped folds of the labelled pairs."""
LABELLED, MADE_UP = 0.7, 0.3
_MOST = {"labelled": 50.0, "made_up": 5.0}
_SEEDS = (1, 2, 3)
_CLASS = {"person": PERSON, "vessel": VESSEL}


class Table(NamedTuple):
    """Pairs as the model sees them: inputs (pairs, INPUTS), labels, weights, classes, views."""

    inputs: NDArray[np.float64]
    same: NDArray[np.int8]
    weight: NDArray[np.float64]
    klass: NDArray[np.int8]
    kinds: NDArray[np.int8]

    def of(self, which: NDArray[np.bool_]) -> Table:
        """Some of the pairs."""
        return Table(
            self.inputs[which], self.same[which], self.weight[which], self.klass[which],
            self.kinds[which],
        )  # fmt: skip


class How(NamedTuple):
    """How a forest is grown."""

    trees: int
    leaves: int
    rate: float
    fewest: int
    seeds: tuple[int, ...]


FEW = How(100, 8, 0.05, 8, _SEEDS)
MANY = How(200, 15, 0.08, 20, _SEEDS[:1])


def table(pairs: Sequence[Pair]) -> Table:
    """What the pairs tell, and whether each is the same."""
    left = forms_of(views(pair.left, pair.kind) for pair in pairs)
    right = forms_of(views(pair.right, pair.kind) for pair in pairs)
    number = np.arange(len(pairs), dtype=np.int32)
    klass = np.array([_CLASS.get(pair.kind, COMPANY) for pair in pairs], np.int8)
    found = told(
        side_of(left, rarity(left.tokens)), side_of(right, rarity(right.tokens)),
        number, number, klass == PERSON,
    )  # fmt: skip
    return Table(
        inputs_of(found.features, klass),
        np.array([pair.same for pair in pairs], np.int8),
        np.array([SURE[pair.sure] for pair in pairs]),
        klass,
        np.column_stack([left.kind[found.rows[:, 0]], right.kind[found.rows[:, 1]]]),
    )


def trees(pairs: Table, how: How) -> list[list[list[float]]]:
    """Boosted trees (LightGBM, one thread, seeded), the mean over the seeds."""
    rising = [int(name in RISING) - int(name in FALLING) for name in INPUTS]
    found: list[list[list[float]]] = []
    for seed in how.seeds:
        options = {
            "objective": "binary", "num_leaves": how.leaves, "learning_rate": how.rate,
            "min_data_in_leaf": how.fewest, "feature_fraction": 0.6, "bagging_fraction": 0.8,
            "bagging_freq": 1, "lambda_l2": 2.0, "verbosity": -1, "num_threads": 1,
            "deterministic": True, "seed": seed, "monotone_constraints": rising,
        }  # fmt: skip
        data = lightgbm.Dataset(pairs.inputs, pairs.same, weight=pairs.weight)
        grown = lightgbm.train(options, data, how.trees).dump_model()["tree_info"]
        found += [_nodes(tree["tree_structure"], 1.0 / len(how.seeds)) for tree in grown]
    return found


def fitted(
    labelled: list[list[list[float]]], made_up: list[list[list[float]]], made: dict[str, Any]
) -> dict[str, Any]:
    """The model as it is written to a file."""
    parts = [
        {"weight": LABELLED, "most": _MOST["labelled"], "trees": labelled},
        {"weight": MADE_UP, "most": _MOST["made_up"], "trees": made_up},
    ]
    return {"inputs": list(INPUTS), "cut": CUT, "made": made, "parts": parts}


def model(labelled: list[list[list[float]]], made_up: list[list[list[float]]]) -> Model:
    """The model in memory, for folds."""
    parts = (
        Part(LABELLED, _MOST["labelled"], forest_of(labelled)),
        Part(MADE_UP, _MOST["made_up"], forest_of(made_up)),
    )
    return Model(parts, CUT, {}, "")


def _nodes(tree: dict[str, Any], share: float) -> list[list[float]]:
    """A tree as nodes (feature, limit, left, right); a leaf is (-1, value, 0, 0)."""
    nodes: list[list[float]] = []

    def put(one: dict[str, Any]) -> int:
        number = len(nodes)
        if "leaf_value" in one:
            nodes.append([-1, round(one["leaf_value"] * share, 6), 0, 0])
            return number
        nodes.append([])
        left, right = put(one["left_child"]), put(one["right_child"])
        nodes[number] = [one["split_feature"], float(f"{one['threshold']:.7g}"), left, right]
        return number

    put(tree)
    return nodes
