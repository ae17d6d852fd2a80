"""The rare earths in a fixed order, as vectors: one number for each element.

Promethium is the seventeenth; it has no stable isotope, is in no ore, and stands in no vector.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.catalogue.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

ELEMENTS = (
    "La", "Ce", "Pr", "Nd", "Sm", "Eu", "Gd", "Tb", "Dy", "Ho", "Er", "Tm", "Yb", "Lu", "Y", "Sc",
)  # fmt: skip
LIGHT = ("La", "Ce", "Pr", "Nd")
HEAVY = tuple(one for one in ELEMENTS if one not in {*LIGHT, "Sc"})
"""From samarium on and yttrium: what a plant for light rare earths leaves in one concentrate."""
MAGNETIC = ("Pr", "Nd", "Tb", "Dy")
"""The four that the International Energy Agency counts."""


def vector(values: Mapping[str, float]) -> Floats:
    """One number for each element, 0 for what is not among the values."""
    return np.array([values.get(one, 0.0) for one in ELEMENTS], dtype=np.float64)


def among(some: Iterable[str]) -> Floats:
    """1 for each of some elements, 0 for the others."""
    return vector(dict.fromkeys(some, 1.0))


TO_OXIDE = vector({row["element"]: float(row["element_to_oxide"]) for row in rows("oxides")})
"""Mass of the oxide that one of the element gives."""
