"""What a model is worth on rows whose outcomes are known: precision, recall, order, calibration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.errors import InputError
from monazite.watch.targeting.intervals import Interval, area, share
from monazite.watch.targeting.table.cells import iso
from monazite.watch.targeting.table.outcomes import ANY, known

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from monazite.watch.targeting.model import Model
    from monazite.watch.targeting.scores import Scores
    from monazite.watch.targeting.table.reading import Source

    Floats = npt.NDArray[np.float64]

BUDGETS = (0.01, 0.05, 0.1)
BINS = 10


class At(NamedTuple):
    """What is found where the riskiest part of all rows is opened.

    budget: that part; rows: how many they are; found: hits among them; lift: precision over rate.
    """

    budget: float
    rows: int
    found: int
    precision: Interval
    recall: Interval
    lift: Interval


class Bin(NamedTuple):
    """A tenth of the rows by risk: what was said, and what came."""

    rows: int
    said: float
    came: Interval


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """Figures on the rows that count; the others are told apart.

    rows: that count; early: dated up to the last day that was learned from; unlabelled: without an
    outcome; rate: share found of the rows that count; worst: the largest gap of a bin between what
    was said and what came; used: flags of the rows that count.
    """

    rows: int
    early: int
    unlabelled: int
    rate: Interval
    area: Interval
    budgets: tuple[At, ...]
    bins: tuple[Bin, ...]
    worst: float
    scores: Scores
    used: npt.NDArray[np.bool_]
    outcomes: Floats


def evaluate(
    model: Model,
    source: Source,
    label: str | None = None,
    *,
    budgets: Sequence[float] = BUDGETS,
    outcome: str = ANY,
) -> Evaluation:
    """Hold a model against what was found.

    Args:
        model: what is evaluated.
        source: a table with outcomes, of the model's schema.
        label: the column of outcomes; the model's own where nothing is said.
        budgets: parts of all rows that are opened.
        outcome: which outcome the risk is of.

    Raises:
        InputError: where no row counts, or all that count are of one class.
    """
    if any(not 0 < part <= 1 for part in budgets) or not budgets:
        raise InputError("budget", ", ".join(map(str, budgets)), "parts above 0 and up to 1")
    scores = model.score(source, outcome)
    name = label or model.schema.label
    found = known(scores.cells.table, name, model.clean, tuple(model.card["classes"]), outcome)
    used = scores.late & ~np.isnan(found)
    y, p = found[used], scores.risks[used]
    if not len(y) or y.min() == y.max():
        raise InputError("table", f"{int(used.sum())} rows", _accepted(scores))
    tenths = _bins(y, p)
    return Evaluation(
        rows=len(y), early=int((~scores.late).sum()),
        unlabelled=int((scores.late & np.isnan(found)).sum()),
        rate=share(float(y.sum()), len(y)), area=area(y, p),
        budgets=tuple(at(y, p, part) for part in budgets), bins=tenths,
        worst=max(abs(one.said - one.came.value) for one in tenths),
        scores=scores, used=used, outcomes=found,
    )  # fmt: skip


def at(found: Floats, risks: Floats, budget: float) -> At:
    """What the riskiest part of rows holds."""
    rows = max(1, round(budget * len(found)))
    chosen = np.argsort(-risks, kind="stable")[:rows]
    hits, every = float(found[chosen].sum()), float(found.sum())
    precision, rate = share(hits, rows), every / len(found)
    lift = Interval(*(bound / rate for bound in precision)) if rate else Interval(*[np.nan] * 3)
    return At(budget, rows, int(hits), precision, share(hits, every), lift)


def _bins(found: Floats, risks: Floats) -> tuple[Bin, ...]:
    order = np.argsort(risks, kind="stable")
    parts = [part for part in np.array_split(order, BINS) if len(part)]
    return tuple(
        Bin(len(part), float(risks[part].mean()), share(float(found[part].sum()), len(part)))
        for part in parts
    )


def _accepted(scores: Scores) -> str:
    last = iso(scores.head.features.last)
    return f"rows after {last}, the last day learned from, some found and some clean"
