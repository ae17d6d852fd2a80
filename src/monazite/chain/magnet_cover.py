"""How much of China's exports of magnets is printed by destination: the rest nobody shows openly.

There is no open table of trade in magnets (HS 850511) between all partners. China's customs print
totals; reports repeat single destinations. What they cover of the total is said with every answer
at the magnet stage.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.catalogue.countries import describe
from monazite.facts.rows import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from monazite.facts.rows import Row

_WHOLE = "WORLD"


@dataclass(frozen=True, slots=True)
class MagnetCover:
    """China's exports of magnets in a year: t in all, t by ISO3 as far as printed, the rows.

    A destination of which only some months are printed counts with those.
    """

    year: int
    whole_t: float
    known_t: Mapping[str, float]
    rows: tuple[str, ...]

    @property
    def share(self) -> float:
        """The part of the total that is printed by destination."""
        return sum(self.known_t.values()) / self.whole_t


def magnet_cover(year: int) -> MagnetCover | None:
    """The cover of a year; None where no total of it is carried."""
    found = [row for row in table("magnets") if row.fields["period"].startswith(str(year))]
    whole = [row for row in found if _of(row) == (_WHOLE, str(year))]
    if not whole:
        return None
    places = sorted({row.fields["destination"] for row in found} - {_WHOLE})
    used = {place: _counted(found, place, str(year)) for place in places}
    return MagnetCover(
        year=year,
        whole_t=float(whole[0].fields["quantity"]),
        known_t={describe(place).iso3: _sum(rows) for place, rows in used.items()},
        rows=(whole[0].id, *(row.id for rows in used.values() for row in rows)),
    )


def _counted(rows: Iterable[Row], place: str, year: str) -> list[Row]:
    """The row of the year; else each of its months once, as a month or in a joined period."""
    own = [row for row in rows if row.fields["destination"] == place and ".." not in _of(row)[1]]
    if of_year := [row for row in own if _of(row)[1] == year]:
        return of_year[:1]
    joined = {
        f"{year}-{month}"
        for row in own
        if "/" in _of(row)[1]
        for month in _of(row)[1].removeprefix(f"{year}-").split("/")
    }
    months = {_of(row)[1]: row for row in reversed(own) if _of(row)[1] not in joined}
    return [months[period] for period in sorted(months)]


def _of(row: Row) -> tuple[str, str]:
    return row.fields["destination"], row.fields["period"]


def _sum(rows: Iterable[Row]) -> float:
    return sum(float(row.fields["quantity"]) for row in rows)
