from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.errors import InputError
from monazite.watch.targeting import evaluate
from monazite.watch.targeting.evaluation import at
from support.watch_declarations import Columns, after, before

if TYPE_CHECKING:
    from monazite.watch.targeting.model import Model


def test_what_a_budget_holds_is_counted() -> None:
    found = np.array([1, 0, 1, 1, 0, 0, 0, 0, 0, 0], dtype=float)
    risks = np.array([0.9, 0.8, 0.7, 0.1, 0.2, 0.3, 0.05, 0.04, 0.03, 0.02])
    one = at(found, risks, 0.3)
    assert (one.rows, one.found) == (3, 2)
    assert one.precision.value == pytest.approx(2 / 3)
    assert one.recall.value == pytest.approx(2 / 3)
    assert one.lift.value == pytest.approx((2 / 3) / 0.3)
    assert one.precision.low < 2 / 3 < one.precision.high
    assert at(found, risks, 0.01).rows == 1


def test_only_rows_after_the_last_day_learned_from_count(model: Model, columns: Columns) -> None:
    later = after(columns, "2025-10-01")
    whole, own = evaluate(model, columns), evaluate(model, later)
    assert whole.rows == own.rows == len(later["Date"])
    assert whole.early == len(columns["Date"]) - own.rows
    assert whole.budgets == own.budgets
    assert own.early == 0
    with pytest.raises(InputError, match="after 2025-09-30"):
        evaluate(model, before(columns, "2025-10-01"))


def test_rows_without_an_outcome_are_told_apart(model: Model, columns: Columns) -> None:
    later = after(columns, "2025-10-01")
    blank = later | {"Outcome": ["", "", *later["Outcome"][2:]]}
    found = evaluate(model, blank)
    assert found.unlabelled == 2
    assert found.rows == len(later["Date"]) - 2


def test_tenths_hold_every_row_once(model: Model, columns: Columns) -> None:
    found = evaluate(model, after(columns, "2025-10-01"))
    assert sum(one.rows for one in found.bins) == found.rows
    said = [one.said for one in found.bins]
    assert said == sorted(said)
    assert found.worst == max(abs(one.said - one.came.value) for one in found.bins)


@pytest.mark.parametrize("budgets", [(), (0.0,), (1.5,)])
def test_a_budget_is_a_part_of_all_rows(
    model: Model, columns: Columns, budgets: tuple[float, ...]
) -> None:
    with pytest.raises(InputError) as caught:
        evaluate(model, columns, budgets=budgets)
    assert caught.value.field == "budget"


def test_labels_that_the_model_never_met_are_refused(model: Model, columns: Columns) -> None:
    strange = columns | {"Outcome": ["maybe", *columns["Outcome"][1:]]}
    with pytest.raises(InputError, match="maybe"):
        evaluate(model, strange)
