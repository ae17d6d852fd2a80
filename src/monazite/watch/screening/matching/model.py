"""The pair model: whether two names are one party's, from 0 to 1.

Two forests of boosted trees over what a pair tells (FEATURES): one fitted to labelled pairs, one
to made-up pairs. The score is the logistic of their mean, weighted, each held within bounds so
that neither alone decides. It orders pairs; it is no probability.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from monazite.watch.screening.matching.compiled.comparing import (
    ACRONYM,
    CANTONESE,
    CHARACTERS,
    JOINED,
    SYLLABLES,
    TERMS,
    WADE_GILES,
)
from monazite.watch.screening.matching.compiled.forest import Forest, walk
from monazite.watch.screening.matching.features import FEATURES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

PERSON, COMPANY, VESSEL = range(3)
"""Classes by number; each has a threshold of its own."""
INPUTS = (*FEATURES, "person", "vessel")
"""What the model takes: what the pair tells, then whether it is a person, whether a vessel."""


_SAME, _EXACT = 0.9, 0.99
_OTHER = 0.3
"""The most that is said of two persons of whose syllables some differ, times the same share."""
_INITIALS, _FEW_INITIALS, _FEW = 2.0, 1.0, 3
"""Log-odds that are taken off where a firm's initials met, and besides where they are three."""
_DIFFER, _NUMBERS = -0.5, 0.6
"""And where both names have numbers, and other ones."""
NUMBERS, LETTERS = FEATURES.index("numbers"), FEATURES.index("letters")
_SOUND, _HALF = 3.0, 1.5
"""Log-odds that are taken off where sound alone met, and where a surname alone did."""
_TOLD = ("covered_less", "same_less", "names_less")
_NONE, _MOST_OF, _SHORT = 0.01, 0.75, 4


class Part(NamedTuple):
    """A forest, what it counts for, and the most (either way) that it may say."""

    weight: float
    most: float
    forest: Forest


@dataclass(frozen=True, slots=True)
class Model:
    """Forests and where they are from.

    cut: two names of this score or more are one party's, where no list and no clean parties say
    what else. made: from which pairs (source, licence, SHA-256), until which day.
    """

    parts: tuple[Part, ...]
    cut: float
    made: Mapping[str, Any]
    digest: str

    def score(self, inputs: NDArray[np.float64]) -> NDArray[np.float64]:
        """Of each row of INPUTS (rows, inputs) the score, 0 to 1."""
        return logistic(self.raised(inputs))

    def raised(self, inputs: NDArray[np.float64]) -> NDArray[np.float64]:
        """The score as log-odds, to which evidence is added."""
        rows = np.ascontiguousarray(inputs, np.float64)
        total = np.zeros(len(rows))
        for part in self.parts:
            told = np.zeros(len(rows))
            walk(part.forest, rows, told)
            total += part.weight * np.clip(told, -part.most, part.most)
        return total


def judged(
    model: Model, inputs: NDArray[np.float64], klass: NDArray[np.int8], kinds: NDArray[np.int8]
) -> NDArray[np.float64]:
    """The score of pairs as log-odds, with what is ruled and not learned.

    A name in Chinese is so short that another syllable or character is another person. Initials of
    a firm are shared by many. Numbers must agree. Sound alone, or a surname alone, is not enough.
    klass: PERSON and so on; kinds (pairs, 2): of the views.
    """
    raised = model.raised(inputs)
    met = np.isin(kinds, (WADE_GILES, CANTONESE)).any(axis=1) & (inputs[:, 0] > _EXACT)
    for place in (SYLLABLES, CHARACTERS):
        share = inputs[:, place]
        other = (klass == PERSON) & (share >= 0.0) & (share < _SAME) & ~met
        raised[other] = np.minimum(raised[other], _log_odds(_OTHER * share[other]))
    few = inputs[:, LETTERS] <= _FEW
    raised -= (kinds == ACRONYM).any(axis=1) * (_INITIALS + _FEW_INITIALS * few)
    raised[inputs[:, NUMBERS] < _DIFFER] -= _NUMBERS
    raised -= _SOUND * _by_sound_alone(inputs, klass, kinds) + _HALF * _half(inputs, klass)
    return raised


def _by_sound_alone(
    inputs: NDArray[np.float64], klass: NDArray[np.int8], kinds: NDArray[np.int8]
) -> NDArray[np.bool_]:
    """Whether no word is the same, and likeness is too little to go by.

    Between characters and Latin letters one word of a firm is, and a person of whom a word is left;
    in any letters a firm's or ship's one word of four letters (Saab, SIIB) is.
    """
    covered, same, names = (inputs[:, FEATURES.index(one)] for one in _TOLD)
    across = np.isin(kinds, (TERMS, JOINED)).any(axis=1)
    short = inputs[:, LETTERS] <= _SHORT
    one_word = (names <= 1.0) & (across | short)
    alone: NDArray[np.bool_] = same < _NONE
    return alone & np.where(klass == PERSON, across & (covered < _MOST_OF), one_word)


def _half(inputs: NDArray[np.float64], klass: NDArray[np.int8]) -> NDArray[np.bool_]:
    """Whether one word of a person met, and the other name has more: a surname alone."""
    covered, _, names = (inputs[:, FEATURES.index(one)] for one in _TOLD)
    half: NDArray[np.bool_] = (klass == PERSON) & (names == 1.0) & (covered < _MOST_OF)
    return half


def _log_odds(share: NDArray[np.float64]) -> NDArray[np.float64]:
    within = np.clip(share, 0.01, 0.99)
    return np.log(within / (1.0 - within))


def logistic(raised: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log-odds as a number from 0 to 1."""
    told: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-raised))
    return told


def inputs_of(features: NDArray[np.float64], klass: NDArray[np.int8]) -> NDArray[np.float64]:
    """INPUTS of pairs: what they tell, and of which class they are."""
    return np.column_stack([features, klass == PERSON, klass == VESSEL])


@lru_cache
def packaged() -> Model:
    """The model that comes with Monazite."""
    return read(files(__package__).joinpath("data", "pair_model.json").read_bytes())


def read(text: bytes) -> Model:
    """A model as `tools/build_pair_model.py` writes it."""
    told = json.loads(text)
    if tuple(told["inputs"]) != INPUTS:
        raise ValueError("the pair model was fitted to other features: build it again")
    parts = tuple(
        Part(one["weight"], one["most"], forest_of(one["trees"])) for one in told["parts"]
    )
    return Model(parts, told["cut"], told["made"], hashlib.sha256(text).hexdigest())


def forest_of(trees: list[list[list[float]]]) -> Forest:
    """A forest of trees of nodes (feature, limit, left, right), numbered within each tree."""
    sizes = [len(tree) for tree in trees]
    before = np.concatenate(([0], np.cumsum(sizes)))[:-1].astype(np.int32)
    nodes = np.array([node for tree in trees for node in tree], np.float64)
    shift = np.repeat(before, sizes)
    left, right = (nodes[:, k].astype(np.int32) + shift for k in (2, 3))
    return Forest(before, nodes[:, 0].astype(np.int32), nodes[:, 1].copy(), left, right)
