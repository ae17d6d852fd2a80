"""What the United States made, used and held, as USGS prints it."""

from __future__ import annotations

from functools import cache

from monazite.chain.figures import Figure
from monazite.chain.packaged.csvs import table

_TONNES = {"t": 1.0, "kt": 1e3, "kg": 1e-3}
COUNTRY = "USA"


@cache
def printed(material: str, flow: str, form: str, year: int) -> Figure | None:
    """One figure of the national table in t; None where it is withheld or the year is not there.

    flow: production, import, export, consumption or stock; form: the words of the table.
    """
    for one in table("usgs-united-states"):
        told = one.fields
        if (told["material"], told["flow"], told["form"], told["year"]) == (
            material, flow, form, str(year),
        ):  # fmt: skip
            value = float(told["quantity"]) * _TONNES[told["unit"]]
            return Figure(value, "t", year, one.source, one.confidence, (one.id,))
    return None


def added(first: Figure, second: Figure) -> Figure:
    """The sum of two figures of one table and year."""
    return Figure(
        value=first.value + second.value,
        unit=first.unit,
        year=first.year,
        source=first.source,
        confidence=first.confidence,
        rows=(*first.rows, *second.rows),
    )


def part(one: Figure, of: Figure) -> Figure:
    """What one figure is of another, a fraction."""
    return Figure(one.value / of.value, "1", one.year, one.source, one.confidence, one.rows)
