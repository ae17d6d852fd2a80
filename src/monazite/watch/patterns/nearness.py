"""How near parties are to some others by what they share: telephone, address, officers, shares.

The share of walks from a party that end at one of the others: personalised PageRank, seen from the
party. A walk goes on with a chance of 0.8 at every step, from a party to something that it shares
and on to somebody who shares it; what many share leads nowhere in particular. What more parties
share than one ring would is left out.
"""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from monazite.watch.patterns import addresses

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from monazite.watch.patterns.records import Party, Records

_ON = 0.8
_ROUNDS = 40
"""0.8 to the 40th is a ten-thousandth."""
PHONE, EMAIL, ADDRESS, OFFICER, SHARES = "phone", "email", "address", "officer", "shares"
_WEIGHTS = {PHONE: 1.0, EMAIL: 1.0, SHARES: 1.0, ADDRESS: 0.7, OFFICER: 0.4}
"""How sure one who has the mark is joined to another: two people often bear one name; ours."""
_HALF = 0.5


class Mark(NamedTuple):
    """Something that parties may share: what it is, and its text in one spelling."""

    kind: str
    text: str


class Hop(NamedTuple):
    """A step of a way: from a party over what it shares to another."""

    party: str
    kind: str
    other: str


@dataclass(frozen=True, slots=True)
class Shared:
    """Who has which mark: by party and by mark; each mark of two parties at least."""

    marks: Mapping[str, tuple[Mark, ...]]
    users: Mapping[Mark, tuple[str, ...]]


def shared(records: Records, most: int) -> Shared:
    """What parties share, each mark of at most so many."""
    users: dict[Mark, dict[str, None]] = defaultdict(dict)
    same = addresses.spelt(addresses.address(party.address) for party in records.parties)
    for party in records.parties:
        place = same[addresses.address(party.address)].text
        for mark in _marks(party, place):
            users[mark][party.id] = None
    for holding in records.holdings:
        if holding.share is not None and holding.share >= _HALF:
            mark = Mark(SHARES, f"{holding.owner}>{holding.owned}")
            users[mark] = {holding.owner: None, holding.owned: None}
    kept = {mark: tuple(found) for mark, found in users.items() if 1 < len(found) <= most}
    marks: dict[str, list[Mark]] = defaultdict(list)
    for mark, found in kept.items():
        for name in found:
            marks[name].append(mark)
    return Shared({name: tuple(found) for name, found in marks.items()}, kept)


def _marks(party: Party, place: str) -> Iterator[Mark]:
    if text := addresses.phone(party.phone):
        yield Mark(PHONE, text)
    if party.email:
        yield Mark(EMAIL, party.email.strip().casefold())
    if place:
        yield Mark(ADDRESS, place)
    for officer in party.officers:
        if text := addresses.name(officer):
            yield Mark(OFFICER, text)


def nearness(found: Shared, ends: Collection[str]) -> Mapping[str, float]:
    """Of each party that shares something the chance (0 to 1) to come to one of these.

    x = 0.8 · the weighted mean over its marks of the mean over the others who have the mark; 1 at
    the ends. Marks of little weight alone do not become sure: the weights count as 1 at least.
    """
    x = {name: float(name in ends) for name in found.marks}
    for _ in range(_ROUNDS):
        total = {mark: sum(x[name] for name in users) for mark, users in found.users.items()}
        mean = {mark: (total[mark], len(users) - 1) for mark, users in found.users.items()}
        x = {
            name: 1.0 if name in ends else _ON * _mean(x[name], marks, mean)
            for name, marks in found.marks.items()
        }
    return x


def _mean(own: float, marks: Collection[Mark], of: Mapping[Mark, tuple[float, int]]) -> float:
    """The weighted mean over the marks of the mean over those others who have the mark."""
    weights = sum(_WEIGHTS[mark.kind] for mark in marks)
    found = sum(_WEIGHTS[mark.kind] * (of[mark][0] - own) / of[mark][1] for mark in marks)
    return found / max(weights, 1.0)


def way(found: Shared, start: str, ends: Collection[str]) -> tuple[Hop, ...]:
    """The shortest way from a party to one of these over what is shared; empty where none is."""
    came: dict[str, Hop | None] = {start: None}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        if here in ends and here != start:
            return _back(came, here)
        for mark in found.marks.get(here, ()):
            for other in found.users[mark]:
                if other not in came:
                    came[other] = Hop(here, mark.kind, other)
                    waiting.append(other)
    return ()


def _back(came: Mapping[str, Hop | None], end: str) -> tuple[Hop, ...]:
    hops: list[Hop] = []
    at: Hop | None = came[end]
    while at is not None:
        hops.append(at)
        at = came[at.party]
    return tuple(reversed(hops))
