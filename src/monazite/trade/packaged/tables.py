"""The packaged extracts as tables: bilateral trade, mine production, governance, materials.

Numbers stand as float64 and words as strings, so that any engine takes the tables as they are.
Whose figures they are, their vintages and their traps: `data/SOURCE.md` beside this file.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

DATA = Path(__file__).parent / "data"


def _read(name: str) -> pa.Table:
    # Not read_table: it goes by way of data sets, which load pandas where it is installed (0.5 s).
    with pq.ParquetFile(DATA / f"{name}.parquet") as file:
        return file.read()


def store_path() -> Path:
    """The folder of the packaged store of flows: BACI, HS 1992, years, as `trade.open` takes it."""
    return DATA / "store"


@cache
def production() -> pa.Table:
    """World Mining Data 2026: production by commodity, country and year, 2018 to 2024.

    Columns: `commodity, iso3, year, quantity, unit, basis`. Quantities are in the unit of the row
    (t, kg, ct, million m3), of what `materials` says is counted. `basis` is reported, estimated or
    provisional. World totals are no rows here: they stand in `production_totals`. A country without
    a row for a year has no figure, which is not zero.
    """
    return _read("production")


@cache
def production_totals() -> pa.Table:
    """What World Mining Data prints as world production, and the share of it its countries cover.

    Columns: `commodity, year, quantity, unit, coverage`. Coverage is the sum of the countries over
    the printed total; it lies above 1 where countries were added after the total was printed.
    """
    return _read("production-totals")


@cache
def governance() -> pa.Table:
    """Political Stability and Absence of Violence (World Bank, WGI) by country and year.

    Columns: `iso3, year, estimate, standard_error, sources, revision`. Estimates run from about
    -2.5 (weak) to 2.5 (strong). 1996 to 2022 are of revision 2023, 2023 and 2024 of revision 2025,
    which has a new method: the two are not one series. A gap is no row, never a zero.
    """
    return _read("governance")


@cache
def materials() -> pa.Table:
    """Which codes of HS 1992 a material is traded under, stage by stage (Monazite's own table).

    Columns: `commodity` (the name in `production`), `material` (the catalogue's word), `counted_as`
    (what production counts), `code`, `code_stage` (ore, compound, metal, alloy, powder, magnet),
    `in_geopolrisk` (yes for the codes with which GeoPolRisk 2.0.1 pairs the commodity), `mixes`
    (other materials under the code, with | between them) and `note`.
    """
    words = pa.csv.ConvertOptions(column_types=dict.fromkeys(_MATERIALS, pa.string()))
    return pa.csv.read_csv(DATA / "materials.csv", convert_options=words)


_MATERIALS = (
    "commodity", "material", "counted_as", "code", "code_stage", "in_geopolrisk", "mixes", "note",
)  # fmt: skip
