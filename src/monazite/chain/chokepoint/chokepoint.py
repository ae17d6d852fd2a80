"""A chokepoint: what a user loses when a country is taken out, and the stage that binds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.exposures.bands import Band
    from monazite.chain.exposures.left_out import LeftOut


@dataclass(frozen=True, slots=True)
class Chokepoint:
    """What a country's use of a material loses when a supplier is taken out of the network.

    material, year: of the network; use: t of contained element that the country uses; loss: the
    share of it that is lost after the best rerouting, 1 - maximum flow; low, high: bounds that need
    no flow: what the supplier makes of one stage, and all that passed it; binding: the stage at
    which most is lost, empty where nothing is; by_stage: the loss by stage in the minimum cut
    nearest to the use; unknown: the share of the use that is of unknown origin, counted as not the
    supplier's, so that the loss may be up to so much higher; estimated: the share of the use whose
    way passes an amount that is an estimate, on which the loss then rests too; band: of the loss
    (`bands`), None where none was asked for; left_out: what of the country's use is counted with
    the rest of the world and not in `use`, None where nothing is; members: of a group of countries
    those of which a use is known, by ISO3.
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
    estimated: float
    band: Band | None
    left_out: LeftOut | None
    members: tuple[str, ...] = ()

    @property
    def lost(self) -> float:
        """What is lost in t of contained element."""
        return self.loss * self.use
