"""How a risk model learns: each number with its reason; a model card says which were used."""

from __future__ import annotations

from typing import NamedTuple


class Settings(NamedTuple):
    """Numbers of the learning; Monazite's own choices, none fitted on a test set.

    half_life: days in which a row's weight in a profile halves: a year keeps seasons and lets old
    habits fade. known_after: days until an outcome is known. prior: rows that the rate of all
    weighs in a profile. warm_up: the part of the rows, the earliest, that only feed profiles.
    folds: later stretches of time on which the size of the model and its calibration are found.
    leaves, rate, most_trees, least_rows: of LightGBM. seed: of its draws.
    """

    half_life: float = 365.0
    known_after: int = 0
    prior: float = 10.0
    warm_up: float = 0.1
    folds: int = 3
    leaves: int = 31
    rate: float = 0.05
    most_trees: int = 200
    least_rows: int = 20
    seed: int = 1
