from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.watch.targeting.drift import LITTLE, MUCH, drift, psi
from support.watch_declarations import Columns, after

if TYPE_CHECKING:
    from monazite.watch.targeting.model import Model


def test_the_index_is_its_formula() -> None:
    assert psi([0.5, 0.5], [0.5, 0.5]) == 0
    assert psi([0.5, 0.5], [0.8, 0.2]) == pytest.approx(0.3 * np.log(1.6) - 0.3 * np.log(0.4))
    assert psi([1.0, 0.0], [0.0, 1.0]) == pytest.approx(2 * 0.9999 * np.log(1e4))


def moved(model: Model, columns: Columns) -> dict[str, float]:
    scores = model.score(columns)
    found = drift(model.card["drift"]["any"], scores.cells, scores.risks, scores.late)
    assert [one.psi for one in found] == sorted((one.psi for one in found), reverse=True)
    return {one.column: one.psi for one in found}


def test_what_stays_as_it_was_does_not_drift(model: Model, columns: Columns) -> None:
    found = moved(model, after(columns, "2025-10-01"))
    assert set(found) == {"score", "Exporter", "HS Code", "Destination", "Office", "Net Mass",
                          "Item Price"}  # fmt: skip
    # Scores of folds are of smaller models than the last one.
    assert found.pop("score") < MUCH
    assert max(found.values()) < LITTLE


@pytest.mark.parametrize("column", ["Office", "Net Mass"])
def test_a_column_that_moved_is_named(model: Model, columns: Columns, column: str) -> None:
    later = after(columns, "2025-10-01")
    heavier: list[object] = [float(str(mass)) * 50 for mass in later["Net Mass"]]
    new: list[object] = ["Xiamen"] * len(heavier)
    changed = {"Office": new, "Net Mass": heavier}[column]
    found = moved(model, later | {column: changed})
    assert found[column] > MUCH
    assert found["Exporter"] < LITTLE


def test_numbers_that_are_gone_are_a_class_of_their_own(model: Model, columns: Columns) -> None:
    later = after(columns, "2025-10-01")
    assert moved(model, later | {"Net Mass": [""] * len(later["Date"])})["Net Mass"] > MUCH
