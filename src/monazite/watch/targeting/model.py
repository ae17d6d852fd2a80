"""A risk model: scores declarations, and says why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from monazite.errors import InputError
from monazite.watch.targeting.features.cells import Cells
from monazite.watch.targeting.scores import Scores
from monazite.watch.targeting.table.outcomes import ANY
from monazite.watch.targeting.table.reading import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.watch.targeting.learning.fitting import Head
    from monazite.watch.targeting.table.reading import Source
    from monazite.watch.targeting.table.schema import Schema


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """What was learned of one table.

    schema: the columns it needs; clean: the label of what was in order; heads: by the outcome that
    they tell, `any` first; card: what it was made of (`cards.card`).
    """

    schema: Schema
    clean: str
    heads: Mapping[str, Head]
    card: Mapping[str, Any]

    def head(self, outcome: str = ANY) -> Head:
        """What tells one outcome; InputError field "outcome" where none does."""
        if outcome not in self.heads:
            raise InputError("outcome", outcome, f"one of {', '.join(self.heads)}")
        return self.heads[outcome]

    def score(self, source: Source, outcome: str = ANY) -> Scores:
        """The risk of every row of a table, in its order.

        A row's risk depends on that row and the model alone. Raises InputError where the table is
        not of the model's schema.
        """
        cells = Cells(read(source), self.schema)
        head = self.head(outcome)
        rows, seen = head.features.of(cells)
        found = head.read(rows)
        return Scores(head.calibration.risk(found.margin), found.adds, rows, seen, cells, head)

    def explain(self, source: Source, row: int, outcome: str = ANY) -> dict[str, float]:
        """Shapley values of one row (counted from 0), largest first, in log-odds.

        They add up, with `expected`, to the margin that is calibrated (Lundberg et al., Nature
        Machine Intelligence 2 (2020) 56, as LightGBM computes them).
        """
        scores = self.score(source, outcome)
        head = scores.head
        values = np.asarray(
            head.booster.predict(scores.rows[row : row + 1], pred_contrib=True, num_threads=1)
        )[0]
        sums = dict.fromkeys(head.groups, 0.0)
        for feature, value in zip(head.features.names, values[:-1], strict=True):
            sums[feature.what] += float(value)
        ordered = sorted(sums.items(), key=lambda item: -item[1])
        return {**dict(ordered), "expected": float(values[-1])}
