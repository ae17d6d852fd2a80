"""Why a supply-risk index that counts mines alone calls a country safe that separates little.

GeoPolRisk (`trade.indicators.geopolrisk`) sets what a country mines beside what it imports. The
United States mine concentrate, ship most of it away, and import separated compounds: counted as
their own supply, their mines make the index small. Counted at the stage of the trade, what they
separate themselves, it comes near that of a country that mines nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from monazite import trade
from monazite.chain.packaged.csvs import table
from monazite.trade import background
from monazite.trade.indicators.geopolrisk import geopolrisk

if TYPE_CHECKING:
    from collections.abc import Mapping

RARE_EARTHS = "Rare Earths (REO)"
_MADE_BY = "USA"
_MADE = "usgs-united-states/rare-earths/production/compounds-and-metals-{year}"
_KG = 1000.0


@dataclass(frozen=True, slots=True)
class Score:
    """GeoPolRisk of rare-earth compounds and metals for one country and year, both ways.

    mine_only: own supply is what it mines; at_stage: what it separates (both 0 to 1, None where the
    index cannot be computed); mined_t, separated_t: t of oxides, None where no source lists it
    as a producer; imports_t: gross; rows: ids of the packaged rows.
    """

    country: str
    year: int
    mine_only: float | None
    at_stage: float | None
    mined_t: float | None
    separated_t: float | None
    imports_t: float | None
    rows: tuple[str, ...]


def score(country: str, year: int) -> Score | None:
    """The index of a country (ISO3); None where nothing is recorded of it in that year."""
    mines, stage = (_scores(year, made=made) for made in (False, True))
    if country not in mines:
        return None
    own, here = mines[country], stage[country]
    listed = own["domestic_reason"] is None
    made = separated(year) if country == _MADE_BY else None
    return Score(
        country=country,
        year=year,
        mine_only=own["score"],
        at_stage=here["score"],
        mined_t=own["domestic_kg"] / _KG if listed else None,
        separated_t=None if made is None else made[0],
        imports_t=None if own["imports_kg"] is None else float(own["imports_kg"]) / _KG,
        rows=(*([f"production/{RARE_EARTHS}/{country}-{year}"] if listed else []),
              *([made[1]] if made else [])),
    )  # fmt: skip


def separated(year: int) -> tuple[float, str] | None:
    """The compounds and metals that the United States make, t of oxides, and the row.

    Their Geological Survey prints such a figure of its own country, and nobody of another.
    """
    rows = (one for one in table("usgs-united-states") if one.id == _MADE.format(year=year))
    return next(((float(row.fields["quantity"]), row.id) for row in rows), None)


@cache
def _scores(year: int, *, made: bool) -> Mapping[str, Mapping[str, Any]]:
    """Rows of the index by country: own supply as mined, or as separated."""
    flows = trade.open()
    engine = flows.engine
    cells = flows.cells(background.codes_of(RARE_EARTHS), [year])
    here = separated(year)
    domestic = pa.table({
        "code": pa.array([RARE_EARTHS] if here else [], pa.string()),
        "iso3": pa.array([_MADE_BY] if here else [], pa.string()),
        "year": pa.array([year] if here else [], pa.int32()),
        "mass_kg": pa.array([here[0] * _KG] if here else [], pa.float64()),
    })  # fmt: skip
    found = geopolrisk(
        background.cells_by_commodity(cells, engine, RARE_EARTHS),
        background.production_by_commodity(engine),
        background.governance_table(engine),
        engine.table(domestic) if made else None,
    )
    rows = engine.arrow(found.filter((found.code == RARE_EARTHS) & (found.year == year)))
    return {row["country"]: row for row in rows.to_pylist()}
