"""On whom a country's use of a material stands: `exposure`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.countries import describe
from monazite.chain.asking import among, check_draws, stage_of
from monazite.chain.exposures.cover import Cover, cover
from monazite.chain.exposures.groups import as_one, group_of, told
from monazite.chain.exposures.left_out import left_out
from monazite.chain.exposures.raw import NOTHING, Asker, mixed, raw
from monazite.chain.exposures.telling import tell
from monazite.chain.stages import SECTOR, STAGES
from monazite.chain.sums.sums import with_sum
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from monazite.chain.exposures.left_out import LeftOut
    from monazite.chain.exposures.values import Exposure
    from monazite.chain.network.nodes import Node
    from monazite.chain.worlds import World


def exposure(
    world: World,
    country: str,
    material: str,
    *,
    stage: str | None = None,
    sector: str | None = None,
    draws: int = 200,
) -> Exposure:
    """The exposure of a country's use of a material, by origin, stage, owner and form.

    Args:
        world: an answer of `monazite.chain.packaged.world.world`, or a world of one's own.
        country: a code or a name of the user, or of a group of countries ("EU", "G7"), which is
            then asked about as one (`groups`).
        material: an element of the world ("Dy", "REE"), an alloy ("NdFeB-heavy") or a sum
            ("REE_MAGNET").
        stage: ask about what the country's market has at this stage; final use where it is None.
            An alloy has only the stages from its own on: before, ask about its elements.
        sector: ask about one sector of final use; all where it is None.
        draws: of the bands (`bands`); 0 for none.

    Raises:
        InputError: on material, stage, sector or country, where the world knows no such thing, and
            on draws (`asking.check_draws`).
    """
    check_draws(draws)
    world = with_sum(world, material)
    at = stage_of(world, stage, sector)
    group = group_of(world, country)
    if group is not None:
        asker = Asker(group.code, at, sector or "", "")
        return told(world, group, _of_user(as_one(world, group), asker, material, draws))
    asker = Asker(_known(world, country), at, sector or "", "")
    return _of_user(world, asker, material, draws)


def _of_user(world: World, asker: Asker, material: str, draws: int) -> Exposure:
    if material in world.networks:
        found = raw(world, material, asker, draws)
        held = cover(world, asker.country, material, found.use)
        left = _left_out(world, asker, [material])
        return tell(found, asker, material, world.year, held, (), 1.0, left)
    if material in world.alloys:
        return _of_alloy(world, asker._replace(alloy=material), draws)
    raise InputError("material", material, ", ".join([*world.networks, *world.alloys]))


def _of_alloy(world: World, asker: Asker, draws: int) -> Exposure:
    """By mass over its elements: each weighs what the alloy holds of it (`Alloy.holds`)."""
    own = {node.stage for node in _nodes(world) if node.material == asker.alloy}
    among("stage", asker.stage, (stage for stage in STAGES if stage in own | {SECTOR}))
    holds = world.alloys[asker.alloy].holds
    parts = {name: raw(world, name, asker, draws) for name in holds if name in world.networks}
    known = {name: part for name, part in parts.items() if part.use > 0}
    weights = [holds[name].value for name in known]
    whole = mixed(list(known.values()), weights) if known else NOTHING
    elements = tuple(
        tell(
            part, asker, name, world.year, cover(world, asker.country, name, part.use), (), 1.0,
            _left_out(world, asker, [name]),
        )
        for name, part in known.items()
    )  # fmt: skip
    left = _left_out(world, asker, parts)
    covered = sum(weights) / sum(held.value for held in holds.values())
    cover_of_none = Cover((), None, ())
    return tell(whole, asker, asker.alloy, world.year, cover_of_none, elements, covered, left)


def _left_out(world: World, asker: Asker, elements: Iterable[str]) -> LeftOut | None:
    if asker.stage != SECTOR:
        return None
    return left_out([world.networks[element] for element in elements], asker)


def _known(world: World, country: str) -> str:
    """The country as networks name it; some name places that are no countries, such as the rest."""
    names = (node.country for node in _nodes(world))
    return country if country in names else describe(country).iso3


def _nodes(world: World) -> Iterator[Node]:
    return (node for network in world.networks.values() for node in network.nodes)
