"""Several countries asked about as one, such as the European Union: their uses start one walk.

The nodes of all members are said to lie in one country, the group, and stay apart: no amount and no
way changes. So the walk that starts at the uses of all members gives, for each country k outside,

    share of the group on k = sum over members c of use[c] share[c, k] / sum of use[c]

draw by draw, because walks are linear in their start. What members sell to one another is the
group's own: direct shares and forms of arrival count what came in over its border alone, and its
own makers are one maker. Of markets the sum counts twice what one member's has from another's.
Source: Monazite's own; it is the walk of `tracing` with several users.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue.country_groups import country_groups, find
from monazite.chain.exposures.cover import Cover, cover
from monazite.chain.exposures.left_out import left_out, of_group
from monazite.chain.exposures.places import held
from monazite.chain.exposures.raw import Asker
from monazite.chain.exposures.users import start_of
from monazite.chain.exposures.values import Member
from monazite.chain.stages import SECTOR, USE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.chain.exposures.values import Exposure
    from monazite.chain.figures import Figure
    from monazite.chain.network.network import Network
    from monazite.chain.network.nodes import Node
    from monazite.chain.worlds import World


class Group(NamedTuple):
    """A group by its code, and who its members are in the year of a world, by ISO3."""

    code: str
    members: tuple[str, ...]


def group_of(world: World, word: str) -> Group | None:
    """The group that a word means in the year of a world; None where it means none that was one.

    A network of one's own may have a country that is called so: then that is meant.
    """
    code = find(word)
    names = (node.country for network in world.networks.values() for node in network.nodes)
    if code is None or word in names:
        return None
    members = country_groups()[code].members(world.year)
    return Group(code, members) if members else None


def as_one(world: World, group: Group) -> World:
    """The world with the members as one country, owners among them.

    A member's makers and markets stay nodes of their own, told apart by its ISO3 as their sector.
    Stocks are left out: days of one member's use are no days of the group's (`told`).
    """
    return replace(
        world,
        networks={name: _network(one, group) for name, one in world.networks.items()},
        plants={
            _node(node, group): replace(plant, stock=None) for node, plant in world.plants.items()
        },
        owners={_node(node, group): _parts(of, group) for node, of in world.owners.items()},
    )


def told(world: World, group: Group, found: Exposure, alloy: str = "") -> Exposure:
    """What was found of a group (`as_one`) with its members and their stocks; elements likewise.

    world: in which the members are countries; alloy: of which the exposure is an element.
    """
    element = found.material in world.networks
    names = [found.material] if element else list(world.alloys[found.material].holds)
    networks = [world.networks[name] for name in names if name in world.networks]
    asker = Asker(found.country, found.stage, found.sector, alloy if element else found.material)
    each = members(networks, group, asker)
    return replace(
        found,
        members=each,
        left_out=of_group({one.country: one.left_out for one in each}),
        cover=_cover(world, found.material, each) if element else found.cover,
        elements=tuple(told(world, group, one, found.material) for one in found.elements),
    )


def members(networks: Sequence[Network], group: Group, asker: Asker) -> tuple[Member, ...]:
    """The members, those that use most first."""
    uses = {name: _use(networks, asker._replace(country=name)) for name in group.members}
    whole = sum(uses.values())
    return tuple(
        Member(
            name,
            uses[name],
            uses[name] / whole if whole else 0.0,
            left_out(networks, asker._replace(country=name)) if asker.stage == SECTOR else None,
        )
        for name in sorted(uses, key=lambda one: (-uses[one], one))
    )


def _network(network: Network, group: Group) -> Network:
    return replace(network, nodes=tuple(_node(node, group) for node in network.nodes))


def _node(node: Node, group: Group) -> Node:
    if node.country not in group.members:
        return node
    if node.kind == USE:
        return node._replace(country=group.code)
    return node._replace(country=group.code, sector=node.country)


def _parts(owners: Mapping[str, Figure], group: Group) -> Mapping[str, Figure]:
    """The parts of a maker by owner, those of members as one."""
    found: dict[str, Figure] = {}
    for name, part in owners.items():
        owner = group.code if name in group.members else name
        known = found[owner].value if owner in found else 0.0
        found[owner] = replace(part, value=known + part.value)
    return found


def _use(networks: Sequence[Network], asker: Asker) -> float:
    return sum(float(start_of(one, held(one, one.edges.amount), *asker).sum()) for one in networks)


def _cover(world: World, element: str, members: Sequence[Member]) -> Cover:
    """Stocks of all members; their days only where they are known of everybody who uses."""
    each = [cover(world, one.country, element, one.use) for one in members]
    used = [(one, of.days) for one, of in zip(members, each, strict=True) if one.use > 0]
    known = [days * one.share for one, days in used if days is not None]
    days = sum(known) if known and len(known) == len(used) else None
    stocks = tuple(stock for of in each for stock in of.stocks)
    return Cover(stocks, days, each[0].lead_times)
