"""C2: an end user is licensed, or gets, more of a material than its plants can take in a year.

need = mass in twelve months / (capacity x margin), over 1 a lead: a red flag of every export
control (orders that do not fit the needs of the purchaser, 15 CFR 732 Supplement 3). Beside it what
it sends on, the stock S(t) = S(t-1) + in - use - out, which nobody can have below nothing, and a
robust z of the need among the end users of the material.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from math import log
from statistics import median
from typing import TYPE_CHECKING

from monazite.watch.leads.lead import Reason
from monazite.watch.patterns.books import YEAR, Mass, books_of, fullest, lowest, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

    from monazite.watch.leads.lead import Lead
    from monazite.watch.patterns.books import Books, User
    from monazite.watch.patterns.found import NotComputed
    from monazite.watch.patterns.records import Records
    from monazite.watch.patterns.rule import RuleOn

_MAD = 1.4826
"""What makes the median absolute deviation a standard deviation where errors are normal."""
_BASE, _OVER, _SIGN = 0.3, 0.5, 0.1
"""What a lead scores for being one, for how far it is over, and for each further reason."""


def find(records: Records, rule: RuleOn) -> Iterator[Lead | NotComputed]:
    """A lead for every party and material over its capacity, or sent on by who was to use it."""
    if silent := sum(1 for each in records.licences if each.mass_kg is None):
        yield rule.cannot("no_mass", licences=silent)
    parties = {each.id: each for each in records.parties}
    books = books_of(records, rule.on)
    needs: dict[User, _Need] = {}
    for user in sorted(books):
        party = parties.get(user[0])
        capacity = (party.uses_kg or {}).get(user[1]) if party else None
        if capacity:
            keeps = bool(books[user].licensed) and not (party and party.processing_licence)
            needs[user] = _need(books[user], capacity, rule, keeps=keeps)
        elif books[user].licensed:
            yield rule.cannot("no_capacity", (user[0],), material=user[1])
    for user, need in needs.items():
        yield from _leads(user, need, _z(user, needs), rule)


@dataclass(frozen=True, slots=True)
class _Need:
    """How a party's fullest year compares with what its plants take.

    licensed_ratio, received_ratio: of capacity and margin. keeps: it was licensed to use it up, so
    what it sends on, and a stock below nothing, tell something.
    """

    capacity_kg: Decimal
    licensed: list[Mass]
    received: list[Mass]
    licensed_ratio: float
    received_ratio: float
    books: Books
    keeps: bool

    @property
    def ratio(self) -> float:
        """The larger of both."""
        return max(self.licensed_ratio, self.received_ratio)


def _need(books: Books, capacity: Decimal, rule: RuleOn, *, keeps: bool) -> _Need:
    days = rule.count("window_days")
    most = capacity * rule.exact("margin") * days / YEAR
    licensed = fullest(books.licensed, timedelta(days))
    received = fullest(books.received, timedelta(days))
    ratios = float(total(licensed) / most), float(total(received) / most)
    return _Need(capacity, licensed, received, *ratios, books, keeps)


def _z(user: User, needs: Mapping[User, _Need]) -> tuple[float, int]:
    """The robust z of a party's ratio among those of the material, and how many those are."""
    logs = {each: log(need.ratio) for each, need in needs.items() if need.ratio > 0}
    peers = [value for each, value in logs.items() if each[1] == user[1] and each != user]
    if user not in logs or not peers:
        return 0.0, len(peers)
    middle = median(peers)
    spread = _MAD * median(abs(each - middle) for each in peers)
    return ((logs[user] - middle) / spread if spread else 0.0), len(peers)


def _leads(user: User, need: _Need, z: tuple[float, int], rule: RuleOn) -> Iterator[Lead]:
    reasons = [*_over(need, rule, user[1]), *_sent_on(need, rule)]
    if not reasons:
        return
    if z[1] >= rule.count("peers") and z[0] > rule.number("peer_z"):
        reasons.append(Reason("peers", {"z": z[0], "peers": z[1]}))
    sent = need.books.sent if need.keeps else []
    masses = sorted([*need.licensed, *need.received, *sent])
    over = 1 - 1 / max(need.ratio, 1.0)
    yield rule.lead(
        user,
        _BASE + _OVER * over + _SIGN * (len(reasons) - 1),
        reasons,
        _otherwise(reasons),
        [f"party:{user[0]}", *(each.evidence for each in masses)],
        masses[0].day,
        masses[-1].day,
    )


def _over(need: _Need, rule: RuleOn, material: str) -> Iterator[Reason]:
    """What was licensed, and what came in, beyond what the plants take."""
    both = (("licensed", need.licensed, need.licensed_ratio),
            ("received", need.received, need.received_ratio))  # fmt: skip
    for code, masses, ratio in both:
        if ratio > 1:
            yield Reason(
                code,
                {
                    "mass_kg": total(masses),
                    "ratio": ratio,
                    "material": material,
                    "capacity_kg": need.capacity_kg,
                    "days": rule.count("window_days"),
                },
            )


def _sent_on(need: _Need, rule: RuleOn) -> Iterator[Reason]:
    """What a party sends on that was to use it, and more of it than came in."""
    received, sent = total(need.books.received), total(need.books.sent)
    if not need.keeps or not received:
        return
    share = rule.exact("sent_on")
    if sent > received * share:
        yield Reason("sent_on", {"mass_kg": sent, "share_pct": float(sent / received) * 100})
    if (short := -lowest(need.books)) > received * share:
        yield Reason("stock", {"short_kg": short})


def _otherwise(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """What else explains it, by what was seen."""
    codes = {each.code for each in reasons}
    passed_on = bool(codes & {"sent_on", "stock"})
    over = bool(codes & {"licensed", "received"})
    return (
        *(("expansion", "first_stock", "renewal") if over else ()),
        *(("trader", "returned") if passed_on else ()),
        "units",
    )
