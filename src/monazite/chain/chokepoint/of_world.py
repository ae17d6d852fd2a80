"""Chokepoints of a material in a world: all pairs of a user and a supplier, or those asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.countries import describe
from monazite.chain.asking import check_draws, stage_of
from monazite.chain.chokepoint.bands import Question, banded, largest
from monazite.chain.chokepoint.pairs import chokepoints as of_trees
from monazite.chain.chokepoint.rerouting import HELD
from monazite.chain.chokepoint.spare import spare as spare_of
from monazite.chain.chokepoint.trees import trees
from monazite.chain.chokepoint.users import asked, only, users
from monazite.chain.chokepoint.users import largest as largest_users
from monazite.chain.exposures.places import held
from monazite.chain.exposures.tracing import trace
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.chain.chokepoint.chokepoint import Chokepoint
    from monazite.chain.chokepoint.rerouting import Rerouting
    from monazite.chain.network.network import Network
    from monazite.chain.worlds import World

MOST = 50
"""So many users, those that use most, where no country is named."""


def chokepoints(
    world: World,
    material: str,
    *,
    country: str | None = None,
    supplier: str | None = None,
    stage: str | None = None,
    sector: str | None = None,
    rerouting: Rerouting = HELD,
    spare: bool = False,
    draws: int = 200,
) -> tuple[Chokepoint, ...]:
    """What users of a material lose without a supplier, most t first.

    Args:
        world: an answer of `monazite.chain.packaged.world.world`, or a world of one's own.
        material: an element of the world ("Dy", "REE"), or an alloy: its elements, one by one.
        country: one user; the 50 that use most where it is None.
        supplier: one supplier; every country of the network where it is None.
        stage: ask about what markets have at this stage; final use where it is None.
        sector: ask about one sector of final use; all where it is None.
        rerouting: how far goods may go other ways (`rerouting`).
        spare: whether plants may put out as much as their capacity, where it is known.
        draws: of the bands that the ten largest pairs get; 0 for none.

    Raises:
        InputError: on material, country, supplier, stage, sector, rerouting, spare or draws.
    """
    check_draws(draws)
    at = stage_of(world, stage, sector)
    alloy = "" if material in world.networks else material
    found: list[Chokepoint] = []
    for network in _networks(world, material):
        wide = spare_of(world, network) if spare else None
        question = Question(asked(network, at, sector or "", alloy), rerouting, wide)
        user = None if country is None else _known(network, country, "country")
        seller = None if supplier is None else _known(network, supplier, "supplier")
        found += _found(network, question, user, seller, draws)
    return tuple(sorted(found, key=lambda one: (-one.lost, one.country, one.supplier)))


def _found(
    network: Network, question: Question, user: str | None, supplier: str | None, draws: int
) -> Iterator[Chokepoint]:
    has = held(network, network.edges.amount)
    all_users = users(question.asked, has)
    countries = largest_users(all_users, MOST) if user is None else (user,)
    grown = trees(trace(network), users(only(question.asked, countries), has))
    sellers = grown.places.countries if supplier is None else (supplier,)
    found = of_trees(grown, sellers, question.rerouting, question.spare)
    with_bands = banded(network, question, largest(found), draws)
    told = {(one.country, one.supplier): one for one in with_bands}
    for one in found:
        yield told.get((one.country, one.supplier), one)


def _networks(world: World, material: str) -> list[Network]:
    if material in world.networks:
        return [world.networks[material]]
    if material in world.alloys:
        holds = world.alloys[material].holds
        return [world.networks[name] for name in holds if name in world.networks]
    raise InputError("material", material, ", ".join([*world.networks, *world.alloys]))


def _known(network: Network, country: str, field: str) -> str:
    """The country as the network names it; some names are of no country, such as the rest."""
    names = {node.country for node in network.nodes}
    if country in names:
        return country
    found = describe(country).iso3
    if found not in names:
        raise InputError(field, country, f"a country of the network: {', '.join(sorted(names))}")
    return found
