"""Which declarations to open: a risk with its reasons, a choice within a budget, what it is worth.

`model = train("declarations.csv", label="Outcome", time="Date", folder="model")`
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monazite.watch.targeting.choosing.estimates import estimate
    from monazite.watch.targeting.choosing.leads import risk_leads
    from monazite.watch.targeting.choosing.selection import select
    from monazite.watch.targeting.evaluation import evaluate
    from monazite.watch.targeting.model import Model
    from monazite.watch.targeting.store import load
    from monazite.watch.targeting.table.reading import read
    from monazite.watch.targeting.training import train

__all__ = ["Model", "estimate", "evaluate", "load", "read", "risk_leads", "select", "train"]

_WHERE = {
    "Model": "model", "estimate": "choosing.estimates", "evaluate": "evaluation", "load": "store",
    "risk_leads": "choosing.leads",
    "read": "table.reading", "select": "choosing.selection", "train": "training",
}  # fmt: skip


def __getattr__(name: str) -> object:
    """Import one of the names when it is first asked for: numpy and LightGBM take their time."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(f"monazite.watch.targeting.{_WHERE[name]}")
    found: object = getattr(module, name)
    globals()[name] = found
    return found
