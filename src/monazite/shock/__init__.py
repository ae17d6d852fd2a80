"""What happens if: scenarios of law and trade, simulated week by week over the supply chain.

`shock.run(packaged("full-stop"))`, with `packaged` of `shock.scenarios.reading`
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monazite.shock.asking import compare, run, sensitivity
    from monazite.shock.leverage.asking import leverage as levers
    from monazite.shock.leverage.comparing import compare as packages
    from monazite.shock.response.asking import respond
    from monazite.shock.sweeps.sweeping import sweep

__all__ = ["compare", "levers", "packages", "respond", "run", "sensitivity", "sweep"]

_ELSEWHERE = {
    "levers": ("leverage.asking", "leverage"),
    "packages": ("leverage.comparing", "compare"),
    "respond": ("response.asking", "respond"),
    "sweep": ("sweeps.sweeping", "sweep"),
}
"""Modules of what does not stand in `asking`, and its name there."""


def __getattr__(name: str) -> object:
    """Import one of the functions, when it is first asked for: numpy and scipy take their time."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, known = _ELSEWHERE.get(name, ("asking", name))
    found: object = getattr(import_module(f"monazite.shock.{module}"), known)
    globals()[name] = found
    return found
