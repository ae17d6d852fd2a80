"""Senders that may be one: on one telephone or at one place, with consignees in common.

What strangers share (a forwarder's telephone, a fulfilment warehouse, an office of many firms, a
platform's warehouse abroad) joins nobody: neither what more senders use than may be one ring, nor
what senders use whose consignees have nothing to do with each other.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from monazite.watch.patterns import addresses
from monazite.watch.patterns.clusters import Clusters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from monazite.watch.patterns.addresses import Address
    from monazite.watch.patterns.records import Shipment

Consignee = tuple[str, str]
"""A consignee by name and address, in one spelling."""


class Caps(NamedTuple):
    """The most senders that a telephone or a place may have, and a consignee may have, to count.

    strangers: the most groups, without a consignee in common, into which those senders may fall.
    """

    senders: int
    consignee: int
    strangers: int


@dataclass(frozen=True, slots=True)
class Linked:
    """Shipments by who may be behind them.

    sender, consignee: of each shipment, the one that stands for its cluster. by_phone, by_place:
    senders that were joined to another in that way.
    """

    sender: tuple[str, ...]
    consignee: tuple[Consignee, ...]
    by_phone: frozenset[str]
    by_place: frozenset[str]


def linked(pieces: Sequence[Shipment], caps: Caps) -> Linked:
    """The clusters of senders and of consignees among some shipments."""
    consignees = _consignees(pieces, caps.consignee)
    towards = _towards(pieces, consignees, caps.consignee)
    phones = [addresses.phone(piece.phone) for piece in pieces]
    places = [place.text for place in _places(pieces, consignees)]
    senders: Clusters[str] = Clusters()
    by_phone = _joined(senders, _groups(pieces, phones, towards, caps))
    by_place = _joined(senders, _groups(pieces, places, towards, caps))
    roots = tuple(senders.root(piece.sender) for piece in pieces)
    return Linked(roots, consignees, by_phone, by_place)


def _joined(senders: Clusters[str], groups: Iterable[list[str]]) -> frozenset[str]:
    """Join each group of senders; all that are now joined to another."""
    found: set[str] = set()
    for group in groups:
        for other in group[1:]:
            senders.join(group[0], other)
        found.update(group)
    return frozenset(found)


def _groups(
    pieces: Sequence[Shipment],
    marks: Sequence[str],
    towards: dict[str, set[Consignee]],
    caps: Caps,
) -> Iterator[list[str]]:
    """Senders with one mark, a telephone or a place, who have consignees in common."""
    users: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for piece, mark in zip(pieces, marks, strict=True):
        if mark:
            users[mark][piece.sender] = None
    for each in users.values():
        if 1 < len(each) <= caps.senders:
            groups = _in_common(list(each), towards)
            if len(groups) <= caps.strangers:
                yield from (group for group in groups if len(group) > 1)


def _in_common(senders: list[str], towards: dict[str, set[Consignee]]) -> list[list[str]]:
    """Senders by the consignees that they have in common."""
    same: Clusters[str] = Clusters()
    first: dict[Consignee, str] = {}
    for sender in senders:
        for consignee in towards.get(sender, ()):
            same.join(first.setdefault(consignee, sender), sender)
    return same.groups(senders)


def _towards(
    pieces: Sequence[Shipment], consignees: Sequence[Consignee], cap: int
) -> dict[str, set[Consignee]]:
    """The consignees of each sender, without those to whom very many send."""
    senders: defaultdict[Consignee, set[str]] = defaultdict(set)
    for piece, consignee in zip(pieces, consignees, strict=True):
        senders[consignee].add(piece.sender)
    towards: defaultdict[str, set[Consignee]] = defaultdict(set)
    for consignee, found in senders.items():
        if len(found) <= cap:
            for sender in found:
                towards[sender].add(consignee)
    return dict(towards)


def _consignees(pieces: Sequence[Shipment], cap: int) -> tuple[Consignee, ...]:
    """Who gets each shipment: names at one address are one, unless many live there."""
    read = [addresses.address(piece.consignee_address) for piece in pieces]
    spelt = addresses.spelt(read)
    keys = [
        (addresses.name(piece.consignee) or piece.receiver, spelt[each].text)
        for piece, each in zip(pieces, read, strict=True)
    ]
    names: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for name, place in keys:
        names[place][name] = None
    same: Clusters[Consignee] = Clusters()
    for place, living in names.items():
        if place and len(living) <= cap:
            first, *others = living
            for other in others:
                same.join((first, place), (other, place))
    return tuple(same.root(key) for key in keys)


def _places(pieces: Sequence[Shipment], consignees: Sequence[Consignee]) -> list[Address]:
    """The sender's place of each shipment in one spelling.

    A room that is left out is not missed where both send to one consignee.
    """
    read = [addresses.address(piece.address) for piece in pieces]
    spelt = addresses.spelt(read)
    blocks: defaultdict[Consignee, dict[Address, None]] = defaultdict(dict)
    for each, consignee in zip(read, consignees, strict=True):
        blocks[consignee][spelt[each]] = None
    same: Clusters[Address] = Clusters()
    for block in blocks.values():
        for group in addresses.groups(list(block)):
            for other in group[1:]:
                same.join(group[0], other)
    return [same.root(spelt[each]) for each in read]
