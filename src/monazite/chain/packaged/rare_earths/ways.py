"""All ways of the rare earths in a year, from the mine to the sectors that use them."""

from __future__ import annotations

from functools import cache

from monazite.chain.packaged.rare_earths.components import add_components
from monazite.chain.packaged.rare_earths.consumed import add_consumed
from monazite.chain.packaged.rare_earths.magnetic import add_magnetic
from monazite.chain.packaged.rare_earths.metals import output
from monazite.chain.packaged.rare_earths.raw import add_raw
from monazite.chain.packaged.rare_earths.separated import separated
from monazite.chain.packaged.rare_earths.sketch import Sketch
from monazite.chain.packaged.rare_earths.smelting import add_smelting
from monazite.chain.packaged.rare_earths.traded import add_traded
from monazite.chain.stages import METAL, REFINING


@cache
def sketch(year: int) -> Sketch:
    """The ways of a year as far as anything is known or guessed of them; not balanced."""
    made = Sketch(year)
    add_raw(made)
    oxides = {country: plant.output for country, plant in separated(year).items()}
    add_traded(made, REFINING, oxides)
    add_smelting(made)
    add_traded(made, METAL, output(year))
    add_magnetic(made)
    add_components(made)
    add_consumed(made)
    return made
