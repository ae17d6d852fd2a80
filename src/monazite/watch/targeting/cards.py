"""The model card: what a model was made of, what it was worth on later rows, what it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from monazite import __version__
from monazite.watch.targeting.drift import classes
from monazite.watch.targeting.evaluation import BUDGETS, at
from monazite.watch.targeting.intervals import area, share
from monazite.watch.targeting.table.cells import iso
from monazite.watch.targeting.table.outcomes import ANY
from monazite.watch.targeting.table.telling import telling

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.watch.targeting.features.cells import Cells
    from monazite.watch.targeting.learning.fitting import Head
    from monazite.watch.targeting.settings import Settings
    from monazite.watch.targeting.table.outcomes import Outcomes

CAVEATS = ("synthetic", "inspected", "importance", "law")
"""Keys of texts (`watch.targeting.caveat.…`) that belong beside every figure of a model."""


def card(
    cells: Cells, outcomes: Outcomes, heads: Mapping[str, Head], settings: Settings
) -> dict[str, Any]:
    """The card of a model, as JSON."""
    schema = cells.schema
    head = next(iter(heads.values()))
    return {
        "software": f"monazite {__version__}",
        "table": cells.table.name, "sha256": cells.table.sha256, "rows": cells.table.rows,
        "first_day": iso(int(cells.days.min())), "cut_off": iso(head.features.last),
        "label": schema.label, "time": schema.time, "clean": outcomes.clean,
        "classes": list(outcomes.classes),
        "columns": [one._asdict() for one in schema.columns],
        "tells_much": [
            {"column": one.column, "area": one.area._asdict()}
            for one in telling(cells.table, schema, outcomes.found[ANY])
        ],
        "settings": settings._asdict(),
        "outcomes": {name: _worth(one, outcomes, name) for name, one in heads.items()},
        "drift": {name: classes(cells, one.scores) for name, one in heads.items()},
        "caveats": list(CAVEATS),
    }  # fmt: skip


def _worth(head: Head, outcomes: Outcomes, name: str) -> dict[str, Any]:
    """What one head was worth on the rows that it was calibrated on, none of them seen before."""
    y, p = head.outcomes, head.scores
    found = outcomes.found[name]
    return {
        "found": int(np.nansum(found)), "looked": int((~np.isnan(found)).sum()),
        "trees": head.booster.num_trees(), "features": len(head.features.names),
        "later_rows": len(y), "rate": share(float(y.sum()), len(y))._asdict(),
        "area": area(y, p)._asdict(),
        "precision": {
            f"{part:g}": at(y, p, part).precision._asdict() for part in BUDGETS
        },
    }  # fmt: skip
