"""Made-up statistics of two sides for B2, B4, B5, B6 and B7: months of one good under a control.

China exports to partners and bans the good to one of them from January 2025 on; thirty other flows
are honest: both sides report, masses differ by a tenth, one in thirty is misreported, and some
partners never report. Planted, of each shape two or three: exits that go unrecorded (an orphan
only since the control), flows of which one side is silent, masses several times apart, ways round.
Decoys: partners that always reported a third more, demand of its own, mines that grew, steady trade
on both legs, small flows, silent countries.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import numpy as np

from monazite.trade.mirror.controls import Control

CODE, ORIGIN, TARGET = "282580", "CHN", "USA"
CONTROLS = (
    Control("a ban on all", (CODE,), ORIGIN, None, date(2025, 1, 1)),
    Control("a ban", (CODE,), ORIGIN, TARGET, date(2025, 1, 1)),
)
_YEARS = (2023, 2024, 2025)
_BANNED = 2025
_MARKETS = ("JPN", "KOR", "DEU", "NLD", "FRA", "ITA", "IND", "MYS", "THA", "MEX", "VNM", "BOL",
            "TUR", "BRA", "ESP", "POL", "IDN", "CAN")  # fmt: skip
_OTHERS = ("AUS", "ZAF", "RUS", "KAZ", "CHL", "PER", "GBR", "AUT", "SWE", "FIN", "NOR", "CHE")
_SILENT = ("LAO", "MMR")
_MISREPORTED = 1 / 30


@dataclass(frozen=True, slots=True)
class FlowWorld:
    """Rows as reporters give them (period, reporter, direction, partner, kg), and what was planted.

    planted: rule → ways as leads write them (`CHN>THA>USA`).
    """

    rows: list[tuple[str, str, str, str, float]] = field(default_factory=list)
    planted: dict[str, set[str]] = field(default_factory=dict)


class _Maker:
    """Adds flows month by month."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.world = FlowWorld()

    def say(
        self, reporter: str, direction: str, partner: str, kg: float, since: int = _YEARS[0],
        until: int = _YEARS[-1],
    ) -> None:  # fmt: skip
        """What a reporter says of a flow, from one year to another, a tenth up or down."""
        for year in range(since, until + 1):
            for month in range(1, 13):
                mass = kg * float(self.rng.lognormal(0, 0.1))
                self.world.rows.append((f"{year}-{month:02d}", reporter, direction, partner, mass))

    def both(
        self, exporter: str, importer: str, kg: float, times: float = 1.0, **when: int
    ) -> None:
        """A flow that both sides report; the importer so many times as much."""
        self.say(exporter, "export", importer, kg, **when)
        self.say(importer, "import", exporter, kg * times, **when)

    def plant(self, rule: str, way: str) -> None:
        """Note that this was put in."""
        self.world.planted.setdefault(rule, set()).add(way)


def make(seed: int) -> FlowWorld:
    """Three years of one good."""
    maker = _Maker(seed)
    markets = [str(each) for each in maker.rng.permutation(_MARKETS)]
    others = [str(each) for each in maker.rng.permutation(_OTHERS)]
    maker.both(ORIGIN, TARGET, 400_000, until=_BANNED - 1)
    _unrecorded(maker, markets[:3])
    _ways(maker, markets[3:6])
    _decoys(maker, markets[6:12])
    _silences(maker, others[:4])
    _gaps(maker, others[4:8])
    _honest(maker, markets[12:], others[8:])
    return maker.world


def _unrecorded(maker: _Maker, thirds: list[str]) -> None:
    """B2, and B5 with it: the exporter's records end with the ban, the partner's do not."""
    for third, share in zip(thirds, (1.0, 0.6, 0.4), strict=True):
        maker.both(ORIGIN, third, 60_000, until=_BANNED - 1)
        maker.say(third, "import", ORIGIN, 60_000 * share, since=_BANNED)
        for rule in ("B2", "B5"):
            maker.plant(rule, f"{ORIGIN}>{third}")


def _ways(maker: _Maker, thirds: list[str]) -> None:
    """B7, and B6 with it: both legs rise after the ban."""
    for third, kg in zip(thirds, (200_000, 80_000, 30_000), strict=True):
        maker.both(ORIGIN, third, 8_000, until=_BANNED - 1)
        maker.both(third, TARGET, 4_000, until=_BANNED - 1)
        maker.both(ORIGIN, third, kg, since=_BANNED)
        maker.both(third, TARGET, 0.9 * kg, since=_BANNED)
        for rule in ("B6", "B7"):
            maker.plant(rule, f"{ORIGIN}>{third}>{TARGET}")


def _decoys(maker: _Maker, thirds: list[str]) -> None:
    demand, mine, steady, third_more, small, passing = thirds
    maker.both(ORIGIN, demand, 9_000, until=_BANNED - 1)
    maker.both(ORIGIN, demand, 150_000, since=_BANNED)
    maker.both(mine, TARGET, 9_000, until=_BANNED - 1)
    maker.both(mine, TARGET, 120_000, since=_BANNED)
    maker.both(ORIGIN, steady, 90_000)
    maker.both(steady, TARGET, 80_000)
    maker.both(ORIGIN, third_more, 60_000, 1.35)
    maker.both(ORIGIN, small, 20)
    maker.both(ORIGIN, passing, 70_000)
    maker.both(passing, TARGET, 3_000)


def _silences(maker: _Maker, ends: list[str]) -> None:
    """B5: two orphans and two ghosts; every country reports the good of somebody."""
    first, second, third, fourth = ends
    for one in ends:
        maker.both(one, "JPN", 20_000)
        maker.both("JPN", one, 5_000)
    maker.say(second, "import", first, 40_000)
    maker.say(third, "export", fourth, 40_000)
    maker.say(fourth, "export", first, 15_000)
    for way in (f"{first}>{second}", f"{third}>{fourth}", f"{fourth}>{first}"):
        maker.plant("B5", way)


def _gaps(maker: _Maker, ends: list[str]) -> None:
    """B4: masses two and a half to six times apart; a factor of 1.6 is a decoy."""
    for at, (one, times) in enumerate(zip(ends, (0.2, 2.6, 6.0, 1.6), strict=True)):
        other = ends[at - 1]
        maker.both(one, other, 30_000, times)
        if times > _FACTOR or times < 1 / _FACTOR:
            maker.plant("B4", f"{one}>{other}")


_FACTOR = 2.0


def _honest(maker: _Maker, markets: list[str], others: list[str]) -> None:
    for market in markets:
        maker.both(ORIGIN, market, float(maker.rng.uniform(5_000, 80_000)))
    for one in others:
        for market in markets[:4]:
            wrong = maker.rng.random() < _MISREPORTED
            maker.both(one, market, float(maker.rng.uniform(5_000, 60_000)), 3.0 if wrong else 1.0)
    for silent in _SILENT:
        maker.say(ORIGIN, "export", silent, 30_000)
