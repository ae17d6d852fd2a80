"""Who is owned by listed parties, by a rule, on a day: the whole answer with its reasons."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from monazite.watch.ownership.effect import effect
from monazite.watch.ownership.graph import graph, stands
from monazite.watch.ownership.proof import Step, path, proof
from monazite.watch.ownership.readings import Readings, holdings_of
from monazite.watch.ownership.shares import PARTS, fraction

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date

    from monazite.law.law import Law
    from monazite.law.status import Status
    from monazite.watch.ownership.graph import Graph
    from monazite.watch.ownership.rules import Rule, Terms
    from monazite.watch.patterns.records import Holding

State = Literal["listed", "reached", "possibly", "below"]
STATES: tuple[State, ...] = ("listed", "reached", "possibly", "below")
"""reached: by what is stated and said alone. possibly: if what is open is so (`Owned.open`).
below: listed or reached parties hold something, and not enough."""


@dataclass(frozen=True, slots=True)
class Owned:
    """A party that listed ones own something of, or that is listed.

    held: by listed and reached parties together, as far as stated; at_most: were every open share
    theirs. integrated: what is the listed ones' own in the end (0 to 1), no part of the rule.
    open: what a `possibly` hangs on (`readings.OPENS`): one of these, all of it together.
    steps: the holdings that show it; way: the one chain of them from a listed party with the
    largest shares.
    """

    party: str
    state: State
    held: Decimal
    at_most: Decimal
    integrated: float
    open: tuple[tuple[str, ...], ...] = ()
    steps: tuple[Step, ...] = ()
    way: tuple[Step, ...] = ()


class Double(NamedTuple):
    """Several holdings of one owner in one party on the day, which are added up.

    rows: their places among the holdings given, from 1. shares: of each, None where nobody states
    it.
    """

    owner: str
    owned: str
    rows: tuple[int, ...]
    shares: tuple[Decimal | None, ...]

    @property
    def total(self) -> Decimal:
        """The stated shares together."""
        return sum((share for share in self.shares if share is not None), Decimal(0))


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule says of all holdings on a day, as far as it was published by another day.

    status: of the rule; parties: by state, then the nearest and the largest first. strangers:
    listed parties that hold nothing and that nobody holds. too_much: parties of which more than
    the whole is held, with how much; doubles: holdings of one pair that stand more than once and
    are added up. holdings: how many stand on the day; network: they themselves.
    """

    rule: Rule
    terms: Terms
    on: date
    known: date
    status: Status
    listed: tuple[str, ...]
    parties: tuple[Owned, ...]
    strangers: tuple[str, ...]
    too_much: tuple[tuple[str, Decimal], ...]
    doubles: tuple[Double, ...]
    holdings: int
    network: Graph = field(compare=False, repr=False)


def owned(
    holdings: Iterable[Holding],
    listed: Collection[str],
    rule: Rule,
    on: date,
    known: date,
    law: Law,
) -> Found:
    """Apply a rule to the holdings that stand on a day, from the parties listed on it."""
    given = tuple(holdings)
    network = graph(given, on)
    terms = rule.on(on)
    inside = [network.numbers[name] for name in dict.fromkeys(listed) if name in network.numbers]
    return Found(
        rule=rule,
        terms=terms,
        on=on,
        known=known,
        status=effect(rule, on, known, law),
        listed=tuple(sorted(set(listed))),
        parties=tuple(sorted(_parties(network, inside, terms), key=_order)),
        strangers=tuple(sorted(set(listed) - network.numbers.keys())),
        too_much=tuple(_too_much(network)),
        doubles=tuple(_doubles(network, given, on)),
        holdings=len(network.owners),
        network=network,
    )


def _order(one: Owned) -> tuple[int, int, Decimal, str]:
    return STATES.index(one.state), len(one.way), -one.held, one.party


def _parties(network: Graph, listed: list[int], terms: Terms) -> Iterator[Owned]:
    """Everybody of whom listed or reached parties hold something, and the listed themselves."""
    from monazite.watch.ownership.integrated import integrated  # noqa: PLC0415  # needs scipy

    seen = Readings.of(network, listed, terms)
    held, at_most = holdings_of(network, seen.sure), holdings_of(network, seen.most, rest=True)
    ours = integrated(network, listed)
    met = set(seen.most) | set(np.flatnonzero(at_most).tolist())
    for party in sorted(met):
        state, opened, steps = _state(network, seen, party)
        yield Owned(
            network.ids[party], state, fraction(int(held[party])), fraction(int(at_most[party])),
            float(ours[party]), opened, steps, path(steps),
        )  # fmt: skip


def _state(
    network: Graph, seen: Readings, party: int
) -> tuple[State, tuple[tuple[str, ...], ...], tuple[Step, ...]]:
    """How a party stands, what that hangs on, and the holdings that show it."""
    if party in seen.sure:
        levels = seen.sure[party]
        if levels[party] == 0:
            return "listed", (), ()
        return "reached", (), proof(network, levels, party, seen.certain)
    if party not in seen.most:
        return "below", (), ()
    steps = proof(network, seen.most[party], party, seen.widest)
    return "possibly", seen.hangs(party), steps


def _too_much(network: Graph) -> Iterator[tuple[str, Decimal]]:
    """Parties of which the stated shares exceed the whole."""
    for party in np.flatnonzero(network.stated > PARTS).tolist():
        yield network.ids[party], fraction(int(network.stated[party]))


def _doubles(network: Graph, holdings: Sequence[Holding], on: date) -> Iterator[Double]:
    """Pairs with more than one holding: classes of shares, or one that two sources tell of."""
    rows: dict[tuple[str, str], list[int]] = {pair: [] for pair in _pairs(network)}
    if not rows:
        return
    for number, one in enumerate(holdings, 1):
        if (one.owner, one.owned) in rows and stands(one, on):
            rows[one.owner, one.owned].append(number)
    for pair, places in rows.items():
        yield Double(*pair, tuple(places), tuple(holdings[at - 1].share for at in places))


def _pairs(network: Graph) -> Iterator[tuple[str, str]]:
    """Owner and owned of every pair that stands more than once."""
    pairs = network.owners * len(network.ids) + network.owned
    found, counts = np.unique(pairs, return_counts=True)
    for pair in found[counts > 1].tolist():
        owner, owned = divmod(pair, len(network.ids))
        yield network.ids[owner], network.ids[owned]
