"""Trade tables to measure with, made of the real BACI extract beside the repository.

`python -m benchmarks.trade_tables OUT --copies 20` writes OUT.parquet and its mapping OUT.yaml;
with `--folder` it writes a folder as CEPII publishes it. Every copy stands under codes of its own,
so that a table 20 times as large has 20 times the cells.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import duckdb
from benchmarks.measuring import ROOT

BACI = ROOT.parent / "shared" / "data" / "trade_baci_hs92_minerals"
TABLE = BACI / "baci_hs92_74codes_1995_2024.parquet"
MAPPING = """\
kind: baci-extract
container: parquet
source: baci
vintage: benchmark
basis: reconciled
direction: export
nomenclature: HS92
period: year
reporter:
  column: exporter_m49
  codes: m49
  values: &numbers {"699": IND, "842": USA, "251": FRA, "757": CHE, "579": NOR, "736": SDN}
partner: {column: importer_m49, codes: m49, values: *numbers}
code: hs6
mass_kg: {column: qty_tonnes, times: 1000}
value: {column: value_kusd, times: 1000}
"""
_COPY = """
COPY (
  SELECT year, exporter_m49, importer_m49, value_kusd, qty_tonnes,
         CAST(250000 + 7 * (DENSE_RANK() OVER (ORDER BY hs6, copy)) AS VARCHAR) AS hs6
  FROM '{table}', range({copies}) AS copies(copy)
) TO '{out}' (FORMAT parquet, ROW_GROUP_SIZE 1000000)
"""
_YEAR = """
COPY (
  SELECT year AS t, exporter_m49 AS i, importer_m49 AS j, hs6 AS k, value_kusd AS v,
         COALESCE(CAST(qty_tonnes AS VARCHAR), 'NA') AS q
  FROM '{table}' WHERE year = {year}
) TO '{out}' (HEADER, DELIMITER ',')
"""


def write_table(out: Path, copies: int) -> None:
    """One Parquet table of so many copies of the extract, and the mapping that reads it."""
    duckdb.execute(_COPY.format(table=TABLE, copies=copies, out=out.with_suffix(".parquet")))
    out.with_suffix(".yaml").write_text(MAPPING, encoding="utf-8")


def write_folder(out: Path) -> None:
    """The extract as CEPII publishes it: a file a year, with the tables of codes beside."""
    out.mkdir(parents=True)
    for name in ("country_codes", "product_codes_hs92"):
        release = name.replace("hs92", "HS92")
        (out / f"{release}_V202401b.csv").write_bytes((BACI / f"baci_{name}.csv").read_bytes())
    for year in range(1995, 2025):
        file = out / f"BACI_HS92_Y{year}_V202401b.csv"
        duckdb.execute(_YEAR.format(table=TABLE, year=year, out=file))


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--folder", action="store_true")
    asked = parser.parse_args()
    if asked.folder:
        write_folder(asked.out)
    else:
        write_table(asked.out, asked.copies)


if __name__ == "__main__":
    main()
