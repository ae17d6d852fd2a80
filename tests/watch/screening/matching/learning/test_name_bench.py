"""The labelled pairs beside the repository, judged by models that never saw their names."""

from __future__ import annotations

import json
from importlib.resources import files

import numpy as np
import pytest

from monazite.watch.screening.matching import model
from monazite.watch.screening.matching.learning.fitting import CUT, table
from monazite.watch.screening.matching.learning.folds import (
    f1,
    folds_of,
    groups,
    unseen_scores,
)
from monazite.watch.screening.matching.learning.labelled import labelled
from monazite.watch.screening.matching.learning.pairs import SEED
from monazite.watch.screening.matching.model import packaged
from support.indicator_tables import shared

pytestmark = [pytest.mark.shared, pytest.mark.slow]


def test_the_pair_model_holds_on_names_that_it_was_not_fitted_to() -> None:
    pairs = labelled(shared("screening/name_bench_cases.csv"))
    assert len(pairs) == 826
    text = files(model.__package__).joinpath("data", "pair_model.json").read_bytes()
    grown = json.loads(text)["parts"][1]["trees"]
    known = table(pairs)
    scores = unseen_scores(known, grown, folds_of(groups(pairs), 10, SEED))
    assert f1(known.same == 1, scores >= CUT) >= 0.86
    strong = np.array([pair.sure == "STRONG" for pair in pairs])
    assert strong.sum() == 47
    wrong = [pair for pair, bad in zip(pairs, (scores >= CUT) != known.same, strict=True) if bad]
    assert [pair for pair in wrong if pair.sure == "STRONG"] == []
    assert packaged().cut == CUT
