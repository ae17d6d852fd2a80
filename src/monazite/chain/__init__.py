"""The supply chain and who stands on whom: networks of materials from ore to use.

`chain.profile("DEU", "Dy")`, `chain.exposure(chain.world(), "DEU", "Dy", stage="refining")`
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monazite.chain.chokepoint.of_world import chokepoints
    from monazite.chain.company.company import company
    from monazite.chain.exposure.exposure import exposure
    from monazite.chain.packaged.world import world
    from monazite.chain.product.product import product
    from monazite.chain.profile import profile

__all__ = ["chokepoints", "company", "exposure", "product", "profile", "world"]

# Imported when they are first asked for: numpy and scipy take their time.
_MODULES = {
    "chokepoints": "monazite.chain.chokepoint.of_world",
    "company": "monazite.chain.company.company",
    "exposure": "monazite.chain.exposure.exposure",
    "product": "monazite.chain.product.product",
    "profile": "monazite.chain.profile",
    "world": "monazite.chain.packaged.world",
}


class _Chain(ModuleType):
    """This package, whose functions keep their names where modules are called the same."""

    def __setattr__(self, name: str, value: object) -> None:
        # The import system sets `exposure` to the package of that name once it is loaded.
        if name not in _MODULES:
            super().__setattr__(name, value)


def __getattr__(name: str) -> object:
    """Import one of the functions."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(_MODULES[name]), name)
    globals()[name] = found
    return found


sys.modules[__name__].__class__ = _Chain
