"""A country and a material on one page, as values: `profile("DEU", "Dy")`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from monazite.catalogue.countries import describe
from monazite.chain.by_sector import by_sector
from monazite.chain.chokepoint.of_world import chokepoints
from monazite.chain.exposures.exposure import exposure
from monazite.chain.gaps_of import gaps_of
from monazite.chain.goods import named_material
from monazite.chain.notes import notes
from monazite.chain.packaged.world import world as packaged
from monazite.chain.rungs import rungs

if TYPE_CHECKING:
    from monazite.chain.by_sector import SectorUse
    from monazite.chain.chokepoint.chokepoint import Chokepoint
    from monazite.chain.exposures.values import Exposure
    from monazite.chain.notes import Note
    from monazite.chain.rungs import Rung
    from monazite.chain.worlds import Gap, World

_MOST = 10
"""So many suppliers whose removal costs most."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything that is known of a country's standing with a material in one year.

    country: ISO3; element: whose network was walked, of an alloy the one that stands most on one
    country; use: the exposure of all final use, with bands, owners, cover and the rows behind it;
    rungs: by stage who makes it in the world and on whom stands what the country has of it;
    sectors: who uses it; chokepoints: what is lost without each large supplier, worst first, with
    bands of what other countries cost; gaps: what no source gives of the material, of this country
    or of a whole stage; notes: what has to be said beside the numbers.
    """

    country: str
    material: str
    element: str
    year: int
    use: Exposure
    rungs: tuple[Rung, ...]
    sectors: tuple[SectorUse, ...]
    chokepoints: tuple[Chokepoint, ...]
    gaps: tuple[Gap, ...]
    notes: tuple[Note, ...]


def profile(
    country: str, material: str, *, year: int = 2024, estimates: bool = True, draws: int = 200
) -> Profile:
    """The profile of a country and a material in the packaged world.

    Args:
        country: a code or a name.
        material: an element, a group or an alloy: "Dy", "rare earths", "NdFeB-heavy".
        year: 2018 to 2024.
        estimates: whether the balance may fill what no source gives.
        draws: of the bands; 0 for none.

    Raises:
        InputError: on country, material or year.
    """
    return profile_in(packaged(year, estimates=estimates), country, material, draws=draws)


def profile_in(world: World, country: str, material: str, *, draws: int = 200) -> Profile:
    """The profile in a world of one's own; arguments and errors as `profile`."""
    place, name = describe(country).iso3, named_material(world, material)
    use = exposure(world, place, name, draws=draws)
    element = name if name in world.networks else use.worst or next(iter(world.alloys[name].holds))
    steps = rungs(world, place, element, draws)
    return Profile(
        country=place,
        material=name,
        element=element,
        year=world.year,
        use=use,
        rungs=steps,
        sectors=by_sector(world.networks[element], place, "" if name == element else name),
        chokepoints=_chokepoints(world, use, element, draws),
        gaps=_gaps(world, place, {name, element}),
        notes=notes(world, place, element, use, steps),
    )


def _chokepoints(world: World, use: Exposure, element: str, draws: int) -> tuple[Chokepoint, ...]:
    """The largest losses of the use without one country, the user itself among them.

    None of a use that leaves out most of what there is: it would be taken for the whole.
    """
    if not use.use or (use.left_out is not None and use.left_out.main):
        return ()
    # Of an alloy its other elements would be asked about too.
    alone = replace(world, networks={element: world.networks[element]})
    every = chokepoints(alone, use.material, country=use.country, draws=draws)
    found = [one for one in every if one.loss > 0]
    return tuple(sorted(found, key=lambda one: (-one.loss, one.supplier))[:_MOST])


def _gaps(world: World, country: str, names: set[str]) -> tuple[Gap, ...]:
    """Gaps of the country or of whole stages."""
    return tuple(one for one in gaps_of(world, names) if one.country in {"", country})
