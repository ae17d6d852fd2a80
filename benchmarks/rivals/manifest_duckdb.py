"""The rival: the outcomes of a manifest by the join of `manifest.sql`, in DuckDB.

`python -m benchmarks.rivals.manifest_duckdb MANIFEST.parquet LAW_FOLDER OUT.parquet`
"""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb


def rule_by_join(manifest: Path, law: Path, out: Path) -> None:
    """Write line and outcome of every line."""
    engine = duckdb.connect()
    for table in sorted(law.glob("*.parquet")):
        engine.read_parquet(str(table)).create_view(table.stem)
    engine.execute("SET VARIABLE manifest = $path", {"path": str(manifest)})
    engine.execute(Path(__file__).with_name("manifest.sql").read_text(encoding="utf-8"))
    engine.table("answer").order("line").write_parquet(str(out))


if __name__ == "__main__":
    rule_by_join(*map(Path, sys.argv[1:4]))
