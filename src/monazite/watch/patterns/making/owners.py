"""Made-up firms and who owns them for C7: reach through others, among honest owners.

Planted, five of each: a cascade through a holding company; two listed owners together; a sale that
left the listed owner just below the threshold while trade goes on. Decoys: 49 %, a product path
that looks like half, half of a firm that is itself owned to 40 %, sales of long ago, large owners
who are not listed, a ring of firms that hold one another, and (nothing tells it apart) a register
in which a sale was never struck out.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np

from monazite.watch.patterns.making.world import Planted, World
from monazite.watch.patterns.records import Holding, Party, Records, Shipment

if TYPE_CHECKING:
    from collections.abc import Sequence

AS_OF = date(2026, 6, 30)
_KINDS = 5


class _Maker:
    """Numbers parties, holdings and shipments while they are made."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.parties: list[Party] = []
        self.holdings: list[Holding] = []
        self.shipments: list[Shipment] = []
        self.planted: list[Planted] = []

    def party(self, *, listed: bool = False) -> str:
        """One more party."""
        name = f"P{len(self.parties)}"
        self.parties.append(Party(name, f"Party {len(self.parties)}", listed=listed))
        return name

    def hold(self, owner: str, owned: str, share: float, **days: date) -> str:
        """One more holding; its id as evidence."""
        self.holdings.append(Holding(owner, owned, Decimal(f"{share:.3f}"), **days))
        return f"holding:{owner}>{owned}"

    def trade(self, party: str) -> list[str]:
        """A few shipments to a party in the last half year; their ids as evidence."""
        found = []
        for _ in range(int(self.rng.integers(1, 5))):
            number = f"S{len(self.shipments)}"
            day = AS_OF - timedelta(int(self.rng.integers(1, 180)))
            self.shipments.append(Shipment(number, day, "EXPORTER", party, "Sb"))
            found.append(f"shipment:{number}")
        return found

    def plant(self, shape: str, party: str, holdings: Sequence[str]) -> None:
        """Have the party trade, and note what shows that it is owned."""
        own = {*holdings, *self.trade(party), f"party:{party}"}
        self.planted.append(Planted("C7", shape, frozenset(own)))

    def share(self, low: float, high: float) -> float:
        """A share between two."""
        return float(self.rng.uniform(low, high))


def make(seed: int) -> World:
    """Some hundred firms with their owners and what was sent to them."""
    maker = _Maker(seed)
    for _ in range(_KINDS):
        _cascade(maker)
        _together(maker)
        _sold_down(maker)
    for number in range(60):
        _DECOYS[number % len(_DECOYS)](maker)
    _stale(maker)
    records = Records(
        AS_OF, parties=tuple(maker.parties), shipments=tuple(maker.shipments),
        holdings=tuple(maker.holdings),
    )  # fmt: skip
    return World(records, tuple(maker.planted))


def _cascade(maker: _Maker) -> None:
    """The listed owner holds half of a firm that holds half of the one that trades."""
    listed, middle, firm = maker.party(listed=True), maker.party(), maker.party()
    steps = [maker.hold(listed, middle, maker.share(0.5, 0.7)), maker.hold(middle, firm, 0.5)]
    maker.plant("cascade", firm, steps)


def _together(maker: _Maker) -> None:
    """Two listed owners who only together hold enough."""
    firm = maker.party()
    owners = [maker.party(listed=True) for _ in range(2)]
    shares = (maker.share(0.26, 0.45), maker.share(0.26, 0.45))
    maker.plant(
        "together", firm, [maker.hold(o, firm, s) for o, s in zip(owners, shares, strict=True)]
    )


def _sold_down(maker: _Maker) -> None:
    """From well above the threshold to just below it a few months ago."""
    listed, firm = maker.party(listed=True), maker.party()
    day = AS_OF - timedelta(int(maker.rng.integers(30, 300)))
    steps = [
        maker.hold(listed, firm, maker.share(0.55, 0.9), until=day),
        maker.hold(listed, firm, maker.share(0.4, 0.499), since=day + timedelta(1)),
    ]
    maker.plant("sold_down", firm, steps)


def _minority(maker: _Maker) -> None:
    firm = maker.party()
    maker.hold(maker.party(listed=True), firm, maker.share(0.2, 0.499))
    maker.trade(firm)


def _not_through(maker: _Maker) -> None:
    """The firm between is held to 40 %: what it owns does not count, however much it is."""
    middle, firm = maker.party(), maker.party()
    maker.hold(maker.party(listed=True), middle, maker.share(0.3, 0.45))
    maker.hold(middle, firm, 1.0)
    maker.trade(firm)


def _long_ago(maker: _Maker) -> None:
    listed, firm = maker.party(listed=True), maker.party()
    maker.hold(listed, firm, 0.8, until=AS_OF - timedelta(int(maker.rng.integers(400, 2000))))
    maker.hold(maker.party(), firm, 0.8, since=AS_OF - timedelta(399))
    maker.trade(firm)


def _not_listed(maker: _Maker) -> None:
    firm = maker.party()
    maker.hold(maker.party(), firm, maker.share(0.5, 1.0))
    maker.trade(firm)


def _ring(maker: _Maker) -> None:
    """Three firms that hold one another, a listed one with a little of the first."""
    firms = [maker.party() for _ in range(3)]
    for at, firm in enumerate(firms):
        maker.hold(firm, firms[(at + 1) % 3], 0.6)
    maker.hold(maker.party(listed=True), firms[0], 0.3)
    maker.trade(firms[2])


def _stale(maker: _Maker) -> None:
    firm = maker.party()
    maker.hold(maker.party(listed=True), firm, 0.6)
    maker.hold(maker.party(), firm, 0.6, since=AS_OF - timedelta(200))
    maker.trade(firm)


_DECOYS = (_minority, _not_through, _long_ago, _not_listed, _ring)
