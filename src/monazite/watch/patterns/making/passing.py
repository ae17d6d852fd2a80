"""Made-up trade for C5: goods passed on abroad, among honest trade of the same look.

Planted, five of each: passed on whole; passed on in pieces under another name; through two
countries; round through two firms and home again. Decoys: processors, distributors with many
customers, re-exports under a licence of their own, traders at home, stocks that stay for months,
goods refused by their buyer, dealers who buy and sell all the time, and (little tells it apart) a
trader abroad with one customer.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import numpy as np

from monazite.watch.patterns.making.world import Planted, World
from monazite.watch.patterns.records import Licence, Party, Records, Shipment

AS_OF = date(2026, 6, 30)
_DAYS = 500
_BETWEEN = ("VN", "MY", "TH", "MX", "TR")
_ENDS = ("US", "JP", "DE", "KR")


class _Maker:
    """Numbers parties and shipments while they are made."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.parties: list[Party] = []
        self.shipments: list[Shipment] = []
        self.licences: list[Licence] = []
        self.planted: list[Planted] = []

    def party(self, country: str, *, plant: bool | None = None) -> str:
        """One more party."""
        name = f"P{len(self.parties)}"
        self.parties.append(
            Party(name, f"Party {name}", country=country, plant=plant, processing_licence=plant)
        )
        return name

    def send(
        self,
        day: date,
        sender: str,
        receiver: str,
        kg: float,
        *,
        origin: str = "CN",
        code: str = "811010",
        licence: str = "",
    ) -> Shipment:
        """One more shipment."""
        made = Shipment(
            f"S{len(self.shipments)}", day, sender, receiver, "Sb",
            mass_kg=Decimal(f"{kg:.1f}"), origin=origin, code=code, licence=licence,
        )  # fmt: skip
        self.shipments.append(made)
        return made

    def abroad(self, of: tuple[str, ...] = _BETWEEN) -> str:
        """A country."""
        return str(self.rng.choice(of))

    def day(self) -> date:
        """Any day that leaves half a year for what follows."""
        return AS_OF - timedelta(int(self.rng.integers(180, _DAYS)))

    def later(self, day: date, least: int = 5, most: int = 50) -> date:
        """A day some time after another."""
        return day + timedelta(int(self.rng.integers(least, most)))

    def kg(self) -> float:
        """A mass of one shipment."""
        return float(self.rng.lognormal(7, 0.6))

    def loss(self, low: float = 0.9) -> float:
        """What is left after handling, as a share."""
        return float(self.rng.uniform(low, 1.0))

    def plant(self, shape: str, *own: Shipment) -> None:
        """Note that these belong together."""
        self.planted.append(Planted("C5", shape, frozenset(f"shipment:{each.id}" for each in own)))


def make(seed: int) -> World:
    """A year and a half of shipments between some hundred parties."""
    maker = _Maker(seed)
    for _ in range(5):
        _whole(maker)
        _pieces(maker)
        _farther(maker)
        _round(maker)
    for number in range(90):
        _DECOYS[number % len(_DECOYS)](maker)
    _lone_customer(maker)
    records = Records(
        AS_OF, parties=tuple(maker.parties), shipments=tuple(maker.shipments),
        licences=tuple(maker.licences),
    )  # fmt: skip
    return World(records, tuple(maker.planted))


def _whole(maker: _Maker) -> None:
    """Each receipt goes on as it is, to one customer, time and again."""
    exporter, middle = maker.party("CN"), maker.party(maker.abroad())
    end, own, day = maker.party(maker.abroad(_ENDS)), [], maker.day()
    for _ in range(int(maker.rng.integers(2, 5))):
        kg = maker.kg()
        own.append(maker.send(day, exporter, middle, kg))
        own.append(maker.send(maker.later(day, 5, 40), middle, end, kg * maker.loss()))
        day = maker.later(day, 40, 60)
    maker.plant("whole", *own)


def _pieces(maker: _Maker) -> None:
    """One large receipt goes on in pieces, under another code and another origin."""
    exporter, country = maker.party("CN"), maker.abroad()
    middle, kg, day = maker.party(country), 3 * maker.kg(), maker.day()
    ends = [maker.party("US") for _ in range(2)]
    own = [maker.send(day, exporter, middle, kg)]
    pieces = int(maker.rng.integers(4, 8))
    for number in range(pieces):
        part = kg * maker.loss(0.93) / pieces
        own.append(
            maker.send(
                maker.later(day, 10, 85), middle, ends[number % 2], part,
                origin=country, code="282580",
            )
        )  # fmt: skip
    maker.plant("pieces", *own)


def _farther(maker: _Maker) -> None:
    """Two exporters' goods through two countries, a share of them missing at each step."""
    first, second = maker.party("VN"), maker.party("MY")
    end, day, kg = maker.party("US"), maker.day(), maker.kg()
    own = [
        maker.send(maker.later(day, 0, 4), maker.party("CN"), first, kg * part)
        for part in (0.6, 0.4)
    ]
    own.append(maker.send(maker.later(day, 10, 50), first, second, kg * maker.loss(0.93)))
    own.append(maker.send(maker.later(own[-1].day, 5, 50), second, end, mass(own[-1]) * 0.95))
    maker.plant("farther", *own)


def _round(maker: _Maker) -> None:
    """Out, on to another country, and home again."""
    home, first, second = maker.party("CN"), maker.party("VN"), maker.party("TH")
    day, kg = maker.day(), maker.kg()
    there = maker.send(day, home, first, kg)
    on = maker.send(maker.later(day), first, second, kg * maker.loss(0.95))
    back = maker.send(maker.later(on.day), second, home, mass(on) * maker.loss(0.95))
    maker.plant("round", there, on, back)


def mass(shipment: Shipment) -> float:
    """The mass of a shipment that has one."""
    assert shipment.mass_kg is not None  # noqa: S101 - all that are made have
    return float(shipment.mass_kg)


def _processor(maker: _Maker) -> None:
    exporter, plant = maker.party("CN"), maker.party(maker.abroad(), plant=True)
    end, day, kg = maker.party("US"), maker.day(), maker.kg()
    maker.send(day, exporter, plant, kg)
    maker.send(maker.later(day), plant, end, kg * 0.95, code="282580")


def _distributor(maker: _Maker) -> None:
    """Many customers in one country."""
    exporter, middle = maker.party("CN"), maker.party(maker.abroad())
    day, kg, country = maker.day(), 4 * maker.kg(), maker.abroad(_ENDS)
    maker.send(day, exporter, middle, kg)
    for _ in range(9):
        maker.send(maker.later(day, 5, 85), middle, maker.party(country), kg * 0.97 / 9)


def _licensed(maker: _Maker) -> None:
    """Goods whose licence names the customer behind the consignee."""
    exporter, middle = maker.party("CN"), maker.party("SG")
    end, day, kg = maker.party("JP"), maker.day(), maker.kg()
    number = f"L{len(maker.licences)}"
    maker.licences.append(
        Licence(number, exporter, end, "Sb", Decimal(100_000), day - timedelta(30))
    )
    maker.send(day, exporter, middle, kg, licence=number)
    maker.send(maker.later(day), middle, end, kg)


def _at_home(maker: _Maker) -> None:
    """A trader who buys and sells in one country."""
    makers, trader, user = (maker.party("CN") for _ in range(3))
    day, kg = maker.day(), maker.kg()
    maker.send(day, makers, trader, kg)
    maker.send(maker.later(day), trader, user, kg)


def _stock(maker: _Maker) -> None:
    """A stock from which a little goes abroad, much later."""
    exporter, middle = maker.party("CN"), maker.party("KR")
    day, kg = maker.day(), 2 * maker.kg()
    maker.send(day, exporter, middle, kg)
    maker.send(day + timedelta(int(maker.rng.integers(95, 170))), middle, maker.party("JP"), kg)


def _own_use(maker: _Maker) -> None:
    """A user who sends a part on."""
    exporter, user = maker.party("CN"), maker.party(maker.abroad())
    day, kg = maker.day(), maker.kg()
    maker.send(day, exporter, user, kg)
    maker.send(maker.later(day), user, maker.party("US"), kg * maker.rng.uniform(0.1, 0.7))


def _refused(maker: _Maker) -> None:
    """Goods that their buyer sent back."""
    exporter, buyer = maker.party("CN"), maker.party("DE")
    day, kg = maker.day(), maker.kg()
    maker.send(day, exporter, buyer, kg)
    maker.send(maker.later(day), buyer, exporter, kg)


def _dealer(maker: _Maker) -> None:
    """A dealer abroad with a few suppliers and customers, who buys and sells as prices are."""
    middle = maker.party(maker.abroad())
    suppliers = [maker.party("CN") for _ in range(3)]
    customers = [maker.party(maker.abroad(_ENDS)) for _ in range(4)]
    for _ in range(8):
        supplier, customer = (
            suppliers[int(maker.rng.integers(3))],
            customers[int(maker.rng.integers(4))],
        )
        maker.send(maker.day(), supplier, middle, maker.kg())
        maker.send(maker.day(), middle, customer, maker.kg() * 0.8)


def _lone_customer(maker: _Maker) -> None:
    exporter, trader, end = maker.party("CN"), maker.party("SG"), maker.party("JP")
    day, kg = maker.day(), maker.kg()
    maker.send(day, exporter, trader, kg)
    maker.send(maker.later(day, 5, 20), trader, end, kg)


_DECOYS = (
    _processor, _distributor, _licensed, _at_home, _stock, _own_use, _refused, _dealer,
)  # fmt: skip
