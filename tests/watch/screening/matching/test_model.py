from __future__ import annotations

import json
from importlib.resources import files

import numpy as np
import pytest

from monazite.watch.screening.matching import model
from monazite.watch.screening.matching.model import INPUTS, judged, packaged, read

RNG = np.random.default_rng(4)


def rows(count: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Inputs as pairs might have them."""
    made = RNG.random((count, len(INPUTS)))
    made[:, [INPUTS.index("person"), INPUTS.index("vessel")]] = 0
    return made


@pytest.mark.parametrize("name", ["covered_less", "name_less", "worst", "numbers", "view"])
def test_more_that_agrees_never_lowers_a_score(name: str) -> None:
    inputs = rows(300)
    more = inputs.copy()
    more[:, INPUTS.index(name)] += 0.3
    assert (packaged().score(more) >= packaged().score(inputs) - 1e-12).all()


def test_scores_lie_between_nothing_and_one() -> None:
    scores = packaged().score(rows(200))
    assert scores.min() >= 0
    assert scores.max() <= 1


def test_a_model_of_other_features_is_refused() -> None:
    text = files(model.__package__).joinpath("data", "pair_model.json").read_text()
    told = json.loads(text)
    told["inputs"] = told["inputs"][:-1]
    with pytest.raises(ValueError, match="build it again"):
        read(json.dumps(told).encode())


def test_the_model_says_what_it_was_fitted_to() -> None:
    made = packaged().made
    assert "MIT" in made["licence"]
    assert len(made["labelled_sha256"]) == 64
    assert made["cut_off"] == "2026-08-05"
    assert made["f1_grouped_folds"] >= 0.85


def test_another_syllable_is_another_person_and_not_another_firm() -> None:
    inputs = np.ones((2, len(INPUTS)))
    inputs[:, INPUTS.index("syllables")] = 2 / 3
    inputs[:, INPUTS.index("characters")] = -1
    kinds = np.zeros((2, 2), np.int8)
    person, firm = judged(packaged(), inputs, np.array([0, 1], np.int8), kinds)
    assert person < -1 < firm


@pytest.mark.parametrize(("letters", "less"), [(3, 3.0), (5, 2.0)])
def test_initials_of_a_firm_count_less_than_its_name(letters: int, less: float) -> None:
    inputs = np.ones((2, len(INPUTS)))
    inputs[:, INPUTS.index("letters")] = letters
    kinds = np.array([[0, 0], [0, 7]], np.int8)
    written, initials = judged(packaged(), inputs, np.ones(2, np.int8), kinds)
    assert initials == pytest.approx(written - less)


def by(klass: int, kinds: tuple[int, int], **told: float) -> float:
    """What rules take off the model's score of one pair that agrees but for what is told."""
    inputs = np.ones((1, len(INPUTS)))
    for name, value in {"letters": 9.0, "names_less": 2.0, **told}.items():
        inputs[0, INPUTS.index(name)] = value
    score = judged(packaged(), inputs, np.array([klass], np.int8), np.array([kinds], np.int8))
    return float(packaged().raised(inputs)[0] - score[0])


@pytest.mark.parametrize(
    ("klass", "kinds", "told", "less"),
    [
        (1, (6, 0), {"same_less": 0.0, "names_less": 1.0}, 3.0),
        (1, (6, 0), {"same_less": 0.0}, 0.0),
        (1, (6, 0), {"names_less": 1.0}, 0.0),
        (1, (0, 0), {"same_less": 0.0, "names_less": 1.0, "letters": 4.0}, 3.0),
        (1, (0, 0), {"same_less": 0.0, "names_less": 1.0}, 0.0),
        (0, (2, 0), {"same_less": 0.0, "covered_less": 0.6}, 3.0),
        (0, (2, 0), {"same_less": 0.0}, 0.0),
        (0, (0, 0), {"names_less": 1.0, "covered_less": 0.5}, 1.5),
        (0, (0, 0), {"covered_less": 0.5}, 0.0),
    ],
)
def test_sound_or_a_surname_alone_is_not_enough(
    klass: int, kinds: tuple[int, int], told: dict[str, float], less: float
) -> None:
    assert by(klass, kinds, **told) == pytest.approx(less)
