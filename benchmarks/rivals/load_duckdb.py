"""The rival of a load: doubles to decimals and Parquet by year, in one statement.

`python -m benchmarks.rivals.load_duckdb TABLE.parquet OUT`
"""

from __future__ import annotations

import sys

import duckdb

_COPY = """
COPY (
  SELECT year, exporter_m49, importer_m49, hs6,
         CAST(CAST(qty_tonnes AS DECIMAL(18, 6)) * 1000 AS DECIMAL(18, 6)) AS mass_kg,
         CAST(CAST(value_kusd AS DECIMAL(18, 6)) * 1000 AS DECIMAL(18, 6)) AS value_usd
  FROM '{table}'
) TO '{out}' (FORMAT parquet, PARTITION_BY (year), COMPRESSION zstd)
"""

if __name__ == "__main__":
    duckdb.execute(_COPY.format(table=sys.argv[1], out=sys.argv[2]))
