"""Made-up firms for C6: fronts of listed and refused parties among honest firms.

Planted, five of each: a new firm on the telephone of a refused one; a carrier as end user two steps
from a listed party; a refused firm that changed its name; an empty new firm with the officer of a
listed one. Decoys: new firms in the offices of many, officers of a common name, old firms next door
to a refused one, new firms with a plant, sister firms that make things, carriers that only carry,
and (little tells it apart) a start-up that moved into the rooms of a refused one.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from monazite.watch.patterns.making import labels
from monazite.watch.patterns.making.world import Planted, World
from monazite.watch.patterns.records import Licence, Party, Records, Shipment

AS_OF = date(2026, 6, 30)
_COMMON = ("Wang Wei", "Li Na", "Zhang Min", "Nguyen Van An")


class _Maker:
    """Numbers parties and what they trade while they are made."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.parties: dict[str, Party] = {}
        self.shipments: list[Shipment] = []
        self.licences: list[Licence] = []
        self.planted: list[Planted] = []
        self.refused = [self._bad(listed=n % 2 == 0) for n in range(12)]

    def party(self, **more: object) -> Party:
        """One more firm, with a telephone, a place and officers of its own."""
        name = f"P{len(self.parties)}"
        made = Party(
            name, labels.firm(self.rng), "company", str(self.rng.choice(("VN", "MY", "US", "JP"))),
            address=labels.abroad(self.rng), phone=labels.phone(self.rng),
            officers=(labels.person(self.rng), f"Officer {name}"),
            founded=AS_OF - timedelta(int(self.rng.integers(1500, 9000))),
            business="magnets and alloys", plant=True,
        )  # fmt: skip
        made = replace(made, **more)  # type: ignore[arg-type]
        self.parties[name] = made
        return made

    def young(self) -> date:
        """A day of founding not long ago."""
        return AS_OF - timedelta(int(self.rng.integers(150, 300)))

    def one_bad(self) -> Party:
        """A listed or refused party."""
        return self.refused[int(self.rng.integers(len(self.refused)))]

    def trade(self, party: Party, *, licensed: bool = False) -> None:
        """A shipment to a party in the last months, and a licence that names it if asked."""
        number = len(self.shipments)
        day = AS_OF - timedelta(int(self.rng.integers(1, 120)))
        self.shipments.append(Shipment(f"S{number}", day, "EXPORTER", party.id, "Sb"))
        if licensed:
            self.licences.append(
                Licence(f"L{number}", "EXPORTER", party.id, "Sb", None, day - timedelta(30))
            )

    def plant(self, shape: str, party: Party, *, licensed: bool = False) -> None:
        """Have a party trade, and note that it is a front."""
        self.trade(party, licensed=licensed)
        own = {f"party:{party.id}", f"shipment:{self.shipments[-1].id}"}
        own |= {f"licence:{self.licences[-1].id}"} if licensed else set()
        self.planted.append(Planted("C6", shape, frozenset(own)))

    def _bad(self, *, listed: bool) -> Party:
        refused = None if listed else AS_OF - timedelta(int(self.rng.integers(200, 900)))
        return self.party(listed=listed, refused=refused)


def make(seed: int) -> World:
    """Some hundred firms, with a shipment to each of most."""
    maker = _Maker(seed)
    for _ in range(5):
        _on_one_phone(maker)
        _carrier(maker)
        _renamed(maker)
        _empty(maker)
    for number in range(84):
        _DECOYS[number % len(_DECOYS)](maker)
    _moved_in(maker)
    records = Records(
        AS_OF, parties=tuple(maker.parties.values()), shipments=tuple(maker.shipments),
        licences=tuple(maker.licences),
    )  # fmt: skip
    return World(records, tuple(maker.planted))


def _on_one_phone(maker: _Maker) -> None:
    phone = labels.written(maker.rng, maker.one_bad().phone)
    maker.plant("one_phone", maker.party(phone=phone, founded=maker.young(), plant=None))


def _carrier(maker: _Maker) -> None:
    """The firm between shares an officer with the listed one and the place with the carrier."""
    between = maker.party(officers=(maker.one_bad().officers[1],))
    front = maker.party(
        address=between.address, business="Freight and logistics", plant=None,
        founded=maker.young(),
    )  # fmt: skip
    maker.plant("carrier", front, licensed=True)


def _renamed(maker: _Maker) -> None:
    refused = AS_OF - timedelta(int(maker.rng.integers(150, 400)))
    changed = refused + timedelta(int(maker.rng.integers(10, 90)))
    maker.plant("renamed", maker.party(refused=refused, changed=changed, plant=False))


def _empty(maker: _Maker) -> None:
    officer = maker.one_bad().officers[1]
    front = maker.party(officers=(officer, "Somebody Else"), plant=False, founded=maker.young())
    maker.plant("empty", front)


def _office(maker: _Maker) -> None:
    """New firms in an office of many, one of which was refused."""
    place = labels.abroad(maker.rng)
    for number in range(12):
        refused = AS_OF - timedelta(300) if number == 0 else None
        firm = maker.party(address=place, founded=maker.young(), refused=refused, plant=None)
        if refused is None:
            maker.trade(firm)


def _common_name(maker: _Maker) -> None:
    """Firms whose officers share a common name, with one of a listed party among them."""
    name = str(maker.rng.choice(_COMMON))
    for number in range(11):
        firm = maker.party(officers=(name,), founded=maker.young(), plant=None, listed=number == 0)
        if number:
            maker.trade(firm)


def _next_door(maker: _Maker) -> None:
    maker.trade(maker.party(address=maker.one_bad().address))


def _start_up(maker: _Maker) -> None:
    maker.trade(maker.party(founded=maker.young()))


def _sister(maker: _Maker) -> None:
    """A sister of a refused firm that has made things for years."""
    bad = maker.one_bad()
    maker.trade(maker.party(phone=bad.phone, address=bad.address))


def _carries(maker: _Maker) -> None:
    """A carrier that receives for others, no end user of any licence."""
    maker.trade(maker.party(business="Freight and logistics", plant=None))


def _trader(maker: _Maker) -> None:
    """A trading firm without a plant, known for long."""
    maker.trade(maker.party(plant=False, business="metals trading"), licensed=True)


def _moved_in(maker: _Maker) -> None:
    maker.trade(maker.party(address=maker.one_bad().address, founded=maker.young(), plant=None))


_DECOYS = (_office, _common_name, _next_door, _start_up, _sister, _carries, _trader)
