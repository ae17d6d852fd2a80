"""The supply chain and who stands on whom: networks of materials from ore to use.

`chain.profile("DEU", "Dy")`, `chain.exposure(chain.world(), "DEU", "Dy", stage="refining")`: a
function for each of the commands of `monazite chain`, and the world that they ask.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monazite.chain.chokepoint.of_world import chokepoints
    from monazite.chain.chokepoint.suppliers import suppliers
    from monazite.chain.companies.company import company
    from monazite.chain.exposures.exposure import exposure
    from monazite.chain.gaps_of import gaps
    from monazite.chain.packaged.world import world
    from monazite.chain.products.product import product
    from monazite.chain.profiles import profile
    from monazite.chain.stage_maps import stage_map

__all__ = [
    "chokepoints", "company", "exposure", "gaps", "product", "profile", "stage_map", "suppliers",
    "world",
]  # fmt: skip

# Imported when they are first asked for: numpy and scipy take their time. No module of the package
# has one of these names, which it would take from the function once it is loaded.
_MODULES = {
    "chokepoints": "monazite.chain.chokepoint.of_world",
    "company": "monazite.chain.companies.company",
    "exposure": "monazite.chain.exposures.exposure",
    "gaps": "monazite.chain.gaps_of",
    "product": "monazite.chain.products.product",
    "profile": "monazite.chain.profiles",
    "suppliers": "monazite.chain.chokepoint.suppliers",
    "stage_map": "monazite.chain.stage_maps",
    "world": "monazite.chain.packaged.world",
}


def __getattr__(name: str) -> object:
    """Import one of the functions."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(_MODULES[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """The functions, before and after they were imported, and all else that is there."""
    return sorted({*globals(), *__all__})
