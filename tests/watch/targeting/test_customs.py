"""The public Korean declarations, made up by their publishers: a test of the learning alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from monazite.watch.targeting import evaluate, train
from monazite.watch.targeting.table.reading import read

DATA = Path(__file__).parents[4] / "shared" / "data" / "customs-declarations"
TRAIN, LATER = DATA / "df_syn_train_eng.csv", DATA / "df_syn_valid_eng.csv"
LEFT = ("Declaration ID", "Critical Fraud")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.shared,
    pytest.mark.skipif(not TRAIN.is_file(), reason=f"{TRAIN} is not there"),
]


@pytest.mark.parametrize(
    ("ignore", "five", "ten"),
    [
        ((), 0.92, 0.84),
        (("Item Price",), 0.90, 0.80),
        (("Net Mass",), 0.90, 0.80),
        (("Item Price", "Net Mass"), 0.85, 0.69),
    ],
    ids=["all", "without price", "without mass", "without both"],
)
def test_the_riskiest_of_a_later_quarter_are_the_right_ones(
    ignore: tuple[str, ...], five: float, ten: float
) -> None:
    found = evaluate(train(TRAIN, "Fraud", "Date", ignore=(*LEFT, *ignore)), LATER)
    at = {one.budget: one.precision.value for one in found.budgets}
    assert at[0.05] >= five
    assert at[0.1] >= ten
    assert found.worst < 0.12
    assert found.early == 0


def test_shuffled_labels_are_told_apart_by_nobody() -> None:
    table = read(TRAIN)
    columns = {name: cells.to_pylist() for name, cells in table.columns.items()}
    columns["Fraud"] = np.random.default_rng(1).permutation(columns["Fraud"]).tolist()
    made = train(columns, "Fraud", "Date", ignore=LEFT, until=date(2020, 9, 30))
    assert abs(evaluate(made, columns).area.value - 0.5) < 0.02


def test_the_label_of_a_column_beside_is_left_out_unasked() -> None:
    made = train(TRAIN, "Fraud", "Date", until=date(2020, 3, 31))
    why = {one.name: one.why for one in made.schema.columns if one.why}
    assert why == {"Declaration ID": "identifier", "Critical Fraud": "outcome"}


def test_critical_outcomes_have_a_head_of_their_own() -> None:
    made = train(TRAIN, "Critical Fraud", "Date", ignore=("Declaration ID", "Fraud"))
    found = evaluate(made, LATER, outcome="2")
    assert found.area.value > 0.9
    assert found.budgets[0].lift.low > 10
