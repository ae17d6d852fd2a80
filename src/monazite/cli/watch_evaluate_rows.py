"""An evaluation as rows for files, and as a JSON object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from monazite.watch.targeting.drift import Drift
    from monazite.watch.targeting.evaluation import Evaluation
    from monazite.watch.targeting.intervals import Interval
    from monazite.watch.targeting.model import Model

COLUMNS = ("figure", "at", "rows", "value", "low", "high")


def rows(found: Evaluation) -> Iterator[dict[str, object]]:
    """Each figure with its interval; at: the part opened, or the tenth by risk."""
    yield _row("rate", None, found.rows, found.rate)
    yield _row("area", None, found.rows, found.area)
    for one in found.budgets:
        for name in ("precision", "recall", "lift"):
            yield _row(name, one.budget, one.rows, getattr(one, name))
    for tenth, bin_ in enumerate(found.bins, 1):
        yield _row("came", tenth, bin_.rows, bin_.came)
        yield {
            "figure": "said", "at": float(tenth), "rows": bin_.rows, "value": bin_.said,
            "low": None, "high": None,
        }  # fmt: skip


def document(made: Model, found: Evaluation, moved: Sequence[Drift], lang: str) -> dict[str, Any]:
    """The evaluation as one JSON object."""
    from monazite.watch.targeting.pictures.behind import caveats

    return {
        "rows": found.rows, "known_to_the_model": found.early, "unlabelled": found.unlabelled,
        "model_cut_off": made.card["cut_off"],
        "rate": found.rate._asdict(), "area": found.area._asdict(),
        "budgets": [
            {
                "budget": one.budget, "rows": one.rows, "found": one.found,
                "precision": one.precision._asdict(), "recall": one.recall._asdict(),
                "lift": one.lift._asdict(),
            }
            for one in found.budgets
        ],
        "calibration": {
            "worst": found.worst,
            "tenths": [
                {"rows": one.rows, "said": one.said, "came": one.came._asdict()}
                for one in found.bins
            ],
        },
        "drift": [one._asdict() for one in moved],
        "caveats": list(caveats(lang)),
    }  # fmt: skip


def _row(figure: str, at: float | None, rows: int, value: Interval) -> dict[str, object]:
    return {
        "figure": figure, "at": None if at is None else float(at), "rows": rows,
        "value": value.value, "low": value.low, "high": value.high,
    }  # fmt: skip
