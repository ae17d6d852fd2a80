"""A chokepoint: what a user loses when a country is taken out, and the stage that binds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.exposures.bands import Band


@dataclass(frozen=True, slots=True)
class Chokepoint:
    """What a country's use of a material loses when a supplier is taken out of the network.

    material, year: of the network; use: t of contained element that the country uses; loss: the
    share of it that is lost after the best rerouting, 1 - maximum flow; low, high: bounds that need
    no flow: what the supplier makes of one stage, and all that passed it; binding: the stage at
    which most is lost, empty where nothing is; by_stage: the loss by stage in the minimum cut
    nearest to the use; unknown: the share of the use that is
    of unknown origin, counted as not the supplier's, so that the loss may be up to so much higher;
    band: of the loss (`bands`), None where none was asked for.
    """

    material: str
    year: int
    country: str
    supplier: str
    use: float
    loss: float
    low: float
    high: float
    binding: str
    by_stage: Mapping[str, float]
    unknown: float
    band: Band | None

    @property
    def lost(self) -> float:
        """What is lost in t of contained element."""
        return self.loss * self.use
