"""What happens if: scenarios of law and trade, simulated week by week over the supply chain.

`shock.run(packaged("full-stop"))`, with `packaged` of `shock.scenarios.reading`
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monazite.shock.asking import compare, run, sensitivity

__all__ = ["compare", "run", "sensitivity"]


def __getattr__(name: str) -> object:
    """Import one of the functions, when it is first asked for: numpy and scipy take their time."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module("monazite.shock.asking"), name)
    globals()[name] = found
    return found
