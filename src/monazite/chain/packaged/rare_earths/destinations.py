"""Where magnets go: the partial destinations that are known, and what they cover.

No bilateral table of magnets by all partners is open. Known are what China sold in all (by year),
to the United States (by year) and to some countries in some months of 2025, and where the United
States bought (table `magnet-imports`). A country's share of China's sales is that of 2025, over the
months in which both are known; what no country is known to have taken goes to the rest of the
world.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue.countries import describe
from monazite.chain.packaged.csvs import table as chain_table
from monazite.chain.packaged.rare_earths.alloys import ALLOYS, tonnes
from monazite.facts import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.facts import Row

CHINA, REST, UNNAMED = "CHN", "ROW", ""
_KNOWN_YEAR = 2024
_MONTHS = "2025-"


class Sale(NamedTuple):
    """Magnets of one country sold to another in a year, t.

    seller: `UNNAMED` where it is known that others sold, and not who; printed: whether sources
    print it of that year, or a share of it.
    """

    seller: str
    buyer: str
    mass_t: float
    rows: tuple[str, ...]
    printed: bool = False


@cache
def sales(year: int) -> tuple[Sale, ...]:
    """All sales of magnets between countries that anything is known or guessed of."""
    ours = _from_china(year)
    return (*ours, *_to_america(next(one for one in ours if one.buyer == "USA")))


def _from_china(year: int) -> tuple[Sale, ...]:
    """China's sales: as printed for 2024; other years in proportion to what China made."""
    made = {at: sum(tonnes(alloy, at)[CHINA] for alloy in ALLOYS) for at in (year, _KNOWN_YEAR)}
    printed = year == _KNOWN_YEAR
    scale = made[year] / made[_KNOWN_YEAR]
    whole = _year("WORLD")
    parts = {code: part for code, part in _parts().items() if code != "US"}
    american = _year("US")
    known = Sale(CHINA, "USA", american * scale, (f"magnets/{_KNOWN_YEAR}/US",), printed)
    others = tuple(
        Sale(CHINA, describe(code).iso3, whole * scale * part.share, part.rows)
        for code, part in parts.items()
    )
    left = whole * scale - sum(one.mass_t for one in (known, *others))
    return (known, *others, Sale(CHINA, REST, left, (f"magnets/{_KNOWN_YEAR}/WORLD",)))


def _to_america(from_china: Sale) -> tuple[Sale, ...]:
    """Sales of others to the United States, in proportion to its imports of 2021."""
    shares = {
        one.fields["exporter"]: (float(one.fields["share_pct"]), one.id)
        for one in chain_table("magnet-imports")
    }
    whole = from_china.mass_t / shares[CHINA][0]
    others = [
        Sale(seller, "USA", whole * share, (row, *from_china.rows), from_china.printed)
        for seller, (share, row) in shares.items()
        if seller != CHINA
    ]
    rest = whole * (100.0 - sum(share for share, _ in shares.values()))
    return (*others, Sale(UNNAMED, "USA", rest, from_china.rows, from_china.printed))


@cache
def named() -> frozenset[str]:
    """The countries by ISO3 of which some months of 2025 are known, which stand for other years."""
    return frozenset(describe(code).iso3 for code in _parts())


class _Part(NamedTuple):
    share: float
    rows: tuple[str, ...]


@cache
def _parts() -> Mapping[str, _Part]:
    """By ISO2 the share of China's sales over the months of 2025 that are known of a country."""
    world = {one.fields["period"]: one.fields["quantity"] for one in _monthly("WORLD")}
    found = {}
    for code in sorted({one.fields["destination"] for one in table("magnets")} - {"WORLD"}):
        months = [one for one in _monthly(code) if one.fields["period"] in world]
        sold = sum(float(one.fields["quantity"]) for one in months)
        of = sum(float(world[one.fields["period"]]) for one in months)
        found[code] = _Part(sold / of, tuple(one.id for one in months))
    return found


def _monthly(code: str) -> list[Row]:
    return [
        one
        for one in table("magnets")
        if one.fields["destination"] == code and one.fields["period"].startswith(_MONTHS)
    ]


def _year(code: str) -> float:
    wanted = f"magnets/{_KNOWN_YEAR}/{code}"
    return float(next(one for one in table("magnets") if one.id == wanted).fields["quantity"])
