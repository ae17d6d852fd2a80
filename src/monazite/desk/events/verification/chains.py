"""Chains against their rows and against what checkpoints say of them; pure."""

from __future__ import annotations

import json
from collections import deque
from datetime import timedelta
from heapq import merge
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any

from monazite.desk.events.canonical import event_hash
from monazite.desk.events.models import GENESIS
from monazite.desk.events.prints import ROWS
from monazite.desk.events.replay import Told, registered
from monazite.desk.events.verification.rows import Prints, compared, strayed, told_of
from monazite.desk.events.verification.values import Broken, Claim, Link, Row

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from monazite.desk.events.replay import Belonging
    from monazite.desk.events.verification.ledger import Ledger
    from monazite.desk.events.verification.values import Tally

_ROWS, _CLAIMS, _LINKS, _BELONGINGS = range(4)
BACK = timedelta(minutes=1)
"""How far a clock may be set back between two events of a chain."""


def walk(
    rows: Iterable[Row],
    claims: Iterable[Claim],
    links: Iterable[Link],
    belongings: Iterable[Belonging],
    tally: Tally,
    ledger: Ledger,
) -> Iterator[Broken]:
    """Everything that is broken, aggregate by aggregate; each stream is in the order of aggregate.

    Links also by number, claims by checkpoint. Held in memory: one aggregate's claims and the
    SHA-256 of what belongs to it. ledger: what the checkpoints say of events.
    """
    parts = merge(
        _grouped(_ROWS, rows), _grouped(_CLAIMS, claims), _grouped(_LINKS, links),
        _grouped(_BELONGINGS, belongings), key=itemgetter(0, 1),
    )  # fmt: skip
    for aggregate, streams in groupby(parts, key=itemgetter(0)):
        chain = _Chain(aggregate, tally, ledger)
        for _, order, items in streams:
            (chain.stand, chain.claimed, chain.follow, chain.belong)[order](items)
        tally.aggregates += 1
        yield from chain.ended()


def _grouped(order: int, items: Iterable[Any]) -> Iterator[tuple[uuid.UUID, int, Iterable[Any]]]:
    for aggregate, group in groupby(items, key=attrgetter("aggregate")):
        yield aggregate, order, group


class _Chain:
    """One aggregate, read from its first event to its last."""

    def __init__(self, aggregate: uuid.UUID, tally: Tally, ledger: Ledger) -> None:
        self.aggregate, self.tally, self.ledger = aggregate, tally, ledger
        self.kind = ""
        self.row: Row | None = None
        self.claims: deque[Claim] = deque()
        self.seq, self.head = 0, GENESIS
        self.whole = True
        self.at: datetime | None = None
        self.timely = True
        self.told: Told = {}
        self.prints: Prints = {}
        self.belongings: list[Belonging] = []
        self.found: list[Broken] = []

    def stand(self, rows: Iterable[Row]) -> None:
        """Take the row."""
        self.row, *_ = rows
        self.kind = self.row.kind

    def claimed(self, claims: Iterable[Claim]) -> None:
        """Take what checkpoints say."""
        self.claims.extend(claims)
        self.kind = self.kind or self.claims[0].kind

    def follow(self, links: Iterable[Link]) -> None:
        """Take the events, one after the other."""
        for link in links:
            self.kind = self.kind or link.kind
            self.tally.events += 1
            if self.whole:
                self._link(link)
            if self.whole:
                self._moment(link)
            self._claim(link)
            self.seq, self.head = max(self.seq, link.seq), link.hash

    def belong(self, rows: Iterable[Belonging]) -> None:
        """Take the rows that belong to it."""
        self.belongings.extend(rows)

    def ended(self) -> list[Broken]:
        """What is broken, when the last event was read."""
        for claim in self.claims:
            self._say(
                "tail_sealed" if self.seq or self.row else "aggregate_missing",
                number=claim.number, seq=claim.seq, last=self.seq,
            )  # fmt: skip
            break
        if self.row is not None:
            self._tail(self.row)
        elif self.seq:
            self._say("row_missing", events=self.seq)
        if self.whole:
            for code, table, key in strayed(self.prints, self.belongings):
                self._say(code, table=table, row=key)
        return self.found

    def _link(self, link: Link) -> None:
        """Only the first broken link is named: after it nothing of the chain can be trusted."""
        code = self._fault(link)
        if code is None:
            self._tell(link)
            return
        self.whole = False
        self._say(code, seq=link.seq, first=self.seq + 1, last=link.seq - 1, event=link.event)

    def _fault(self, link: Link) -> str | None:
        if link.seq <= self.seq:
            return "doubled"
        if link.seq > self.seq + 1:
            return "gap"
        if event_hash(
            link.previous, link.kind, link.aggregate, link.seq, link.at, link.actor, link.via,
            link.event, link.payload,
        ) != link.hash or link.kind != self.kind:  # fmt: skip
            return "altered"
        return None if link.previous == self.head else "unlinked"

    def _tell(self, link: Link) -> None:
        replay = registered(link.kind)
        if replay is None:
            return
        try:
            payload = json.loads(link.payload)
            self.told = replay.after(self.told, link.event, payload)
            if ROWS in payload:
                self.prints |= told_of(payload[ROWS])
        except (AttributeError, KeyError, TypeError, ValueError):
            self.whole = False
            self._say("untold", seq=link.seq, event=link.event)

    def _moment(self, link: Link) -> None:
        """Only the first event whose moment cannot be is named."""
        if self.timely and self.at is not None and link.at < self.at - BACK:
            self.timely = False
            self._say("backwards", seq=link.seq, event=link.event, at=link.at, before=self.at)
        self.at = link.at

    def _claim(self, link: Link) -> None:
        """Hold an event against the first checkpoint that reaches it."""
        while self.claims and self.claims[0].seq < link.seq:
            self._passed(self.claims.popleft())
        number = self.claims[0].number if self.claims else None
        if self.whole and (code := self.ledger.fault(number, link)):
            self._say(code, seq=link.seq, event=link.event, at=link.at, place=link.place)
        if number is None:
            self.tally.unsealed(link.at)
            return
        self.ledger.leaf(number, link.hash)
        if self.claims[0].seq == link.seq:
            claim = self.claims.popleft()
            if claim.head != link.hash:
                self._say("rewritten", seq=link.seq, number=claim.number)

    def _passed(self, claim: Claim) -> None:
        """An event that a checkpoint saw is not there, though later ones are."""
        self._say("sealed_missing", number=claim.number, seq=claim.seq)

    def _tail(self, row: Row) -> None:
        if not self.seq:
            self._say("events_missing", seq=row.seq)
        elif row.seq > self.seq:
            self._say("tail", last=self.seq, seq=row.seq)
        elif row.seq < self.seq:
            self._say("row_behind", last=self.seq, seq=row.seq)
        elif row.head != self.head:
            self._say("head", seq=row.seq)
        elif self.whole:
            replay = registered(row.kind)
            for name, told, stands in compared(row, self.told):
                code = "content" if replay and name in replay.hashed else "state"
                self._say(code, field=name, told=told, stands=stands)

    def _say(self, code: str, **values: object) -> None:
        self.found.append(Broken(code, {"kind": self.kind, "aggregate": self.aggregate, **values}))
