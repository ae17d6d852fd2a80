"""Chokepoints of a material in a world: all pairs of a user and a supplier, or those asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from monazite.catalogue.countries import describe
from monazite.chain.asking import check_draws, stage_of
from monazite.chain.chokepoint.bands import Question, banded, largest
from monazite.chain.chokepoint.groups import together
from monazite.chain.chokepoint.pairs import chokepoints as of_trees
from monazite.chain.chokepoint.rerouting import HELD
from monazite.chain.chokepoint.spare import spare as spare_of
from monazite.chain.chokepoint.trees import trees
from monazite.chain.chokepoint.users import asked, only, users
from monazite.chain.chokepoint.users import largest as largest_users
from monazite.chain.exposures.groups import as_one, group_of
from monazite.chain.exposures.left_out import all_left_out
from monazite.chain.exposures.places import held
from monazite.chain.exposures.tracing import trace
from monazite.chain.stages import SECTOR
from monazite.chain.sums.sums import with_sum
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
        material: an element of the world ("Dy", "REE"), a sum ("REE_MAGNET"), or an alloy: its
            elements, one by one.
        country: one user, or a group of countries ("EU", "G7": `groups`); the 50 that use most
            where it is None.
        supplier: one supplier, or a group whose members go together; every country of the network
            where it is None.
        stage: ask about what markets have at this stage; final use where it is None.
        sector: ask about one sector of final use; all where it is None.
        rerouting: how far goods may go other ways (`rerouting`).
        spare: whether plants may put out as much as their capacity, where it is known.
        draws: of the bands that the ten largest pairs get; 0 for none.

    Raises:
        InputError: on material, country, supplier, stage, sector, rerouting, spare or draws.
    """
    check_draws(draws)
    world = with_sum(world, material)
    at = stage_of(world, stage, sector)
    alloy = "" if material in world.networks else material
    buyers, sellers = (None if one is None else group_of(world, one) for one in (country, supplier))
    members = buyers.members if buyers else ()
    # A group's own makers are one supplier, but not where one of its members is asked about.
    group = sellers or (buyers if supplier is None else None)
    whole = as_one(world, group) if group else world
    found: list[Chokepoint] = []
    for network in _networks(world, material):
        said = whole.networks[network.element]
        wide = spare_of(whole, said) if spare else None
        question = Question(asked(network, at, sector or "", alloy), rerouting, wide, members)
        user = None if country is None or buyers else _known(network, country, "country")
        seller = sellers.code if sellers else supplier and _known(said, supplier, "supplier")
        left = all_left_out(network, sector or "", alloy) if at == SECTOR else {}
        pairs = [
            replace(one, left_out=left.get(one.country))
            for one in _pairs(said, question, user, seller)
        ]
        found += _banded(said, question, together(pairs, buyers.code) if buyers else pairs, draws)
    return tuple(sorted(found, key=lambda one: (-one.lost, one.country, one.supplier)))


def _pairs(
    network: Network, question: Question, user: str | None, supplier: str | None
) -> tuple[Chokepoint, ...]:
    """Each user without each supplier; of a group each member; without bands."""
    has = held(network, network.edges.amount)
    all_users = users(question.asked, has)
    named = question.members if user is None else (user,)
    countries = named or largest_users(all_users, MOST)
    grown = trees(trace(network), users(only(question.asked, countries), has))
    sellers = grown.places.countries if supplier is None else (supplier,)
    return of_trees(grown, sellers, question.rerouting, question.spare)


def _banded(
    network: Network, question: Question, pairs: Iterable[Chokepoint], draws: int
) -> Iterator[Chokepoint]:
    """The pairs, with bands the largest of them."""
    found = tuple(pairs)
    with_bands = banded(network, question, largest(found), draws)
    told = {(one.country, one.supplier): one for one in with_bands}
    return (told.get((one.country, one.supplier), one) for one in found)


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
