"""Shipments between countries, from the packaged store of flows, by code and year."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from monazite.chain.packaged.places import of_statistics
from monazite.trade.packaged.tables import store_path

if TYPE_CHECKING:
    from collections.abc import Mapping

_Row = tuple[str, str, float, float]
_COLUMNS = ["reporter", "partner", "code", "mass_kg", "value_usd"]
SOURCE = "BACI, HS 1992, release 2026, CEPII"


class Shipment(NamedTuple):
    """What one country sent another under one code in a year: t gross, US dollars, its row.

    seller, buyer: ISO3 as production is counted (`of_statistics`); the row has the store's codes.
    """

    seller: str
    buyer: str
    mass_t: float
    value_usd: float
    row: str


@cache
def shipments(code: str, year: int) -> tuple[Shipment, ...]:
    """All shipments of a code of HS 1992 that have a mass, by seller and buyer; empty if none.

    A shipment without a mass is left out: its mass is not known, which is not zero.
    """
    return tuple(
        Shipment(
            of_statistics(seller),
            of_statistics(buyer),
            kilograms / 1000,
            value,
            f"flow/{code}/{seller}-{buyer}-{year}",
        )
        for seller, buyer, kilograms, value in sorted(_year(year).get(code, ()))
    )


@cache
def _year(year: int) -> Mapping[str, list[_Row]]:
    """By code what the store has of a year: seller, buyer, kilograms above zero, US dollars."""
    found: dict[str, list[_Row]] = {}
    for path in sorted((store_path() / "loads").glob(f"*/year={year}/*.parquet")):
        # Neither read_table nor a filter: both load pandas where it is installed, which is slow.
        with pq.ParquetFile(path) as file:
            table = file.read(columns=_COLUMNS)
        sellers, buyers, codes = (table[name].to_pylist() for name in _COLUMNS[:3])
        numbers = (table[name].cast(pa.float64()).to_pylist() for name in _COLUMNS[3:])
        for code, *row in zip(codes, sellers, buyers, *numbers, strict=True):
            if row[2]:
                found.setdefault(code, []).append((row[0], row[1], row[2], row[3]))
    return found
