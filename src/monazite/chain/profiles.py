"""A country and a material on one page, as values: `profile("DEU", "Dy")`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from monazite.catalogue.countries import describe
from monazite.chain.by_sector import by_sector
from monazite.chain.chokepoint.of_world import chokepoints
from monazite.chain.exposures.exposure import exposure
from monazite.chain.exposures.groups import as_one, group_of
from monazite.chain.gaps_of import gaps_of
from monazite.chain.goods import named_material
from monazite.chain.notes import notes
from monazite.chain.packaged.world import world as packaged
from monazite.chain.rungs import rungs
from monazite.chain.shown import largest, table
from monazite.chain.sums.sums import with_sum

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

    country: ISO3, or the code of a group of countries; element: whose network was walked, of an
    alloy the one that stands most on one country; use: the exposure of all final use, with bands,
    owners, cover and the rows behind it; rungs: by stage who makes it in the world and on whom
    stands what the country has of it; sectors: who uses it; chokepoints: what is lost without each
    large supplier, worst first, with bands of what other countries cost; gaps: what no source gives
    of the material, in any country (`gaps_of`); notes: what has to be said beside the numbers.
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

    def __repr__(self) -> str:
        return f"<Profile: {self.use.headline}>"

    def _repr_html_(self) -> str:
        """What a notebook shows: by stage who makes it, and on whom what the country has stands."""
        rows = [
            (one.stage, largest(one.makers), largest(one.market.ultimate if one.market else ()))
            for one in self.rungs
        ]
        return table(self, ("stage", "made in", "the country's stands on"), rows)


def profile(
    country: str, material: str, *, year: int = 2024, estimates: bool = True, draws: int = 200
) -> Profile:
    """The profile of a country and a material in the packaged world.

    Args:
        country: a code or a name, also of a group of countries ("EU", "G7").
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
    name = named_material(world, material)
    world = with_sum(world, name)
    group = group_of(world, country)
    place = group.code if group else describe(country).iso3
    whole = as_one(world, group) if group else world
    use = exposure(world, place, name, draws=draws)
    element = name if name in world.networks else use.worst or next(iter(world.alloys[name].holds))
    steps = rungs(whole, place, element, draws)
    return Profile(
        country=place,
        material=name,
        element=element,
        year=world.year,
        use=use,
        rungs=steps,
        sectors=by_sector(whole.networks[element], place, "" if name == element else name),
        chokepoints=_chokepoints(world, use, element, draws),
        gaps=gaps_of(world, {name}),
        notes=notes(whole, place, element, use, steps),
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
