from __future__ import annotations

import sys
from decimal import Decimal
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from monazite.errors import InputError, MonaziteError
from monazite.trade import flows
from monazite.trade.flows import engine as engines

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.trade.flows.engine import Engine

EXACT = pa.table(
    {"amount": pa.array([Decimal("0.100000"), None, Decimal("0.200000")], pa.decimal128(18, 6))}
)


def test_a_side_table_keeps_gaps_and_every_digit(engine: Engine) -> None:
    table = engine.table(EXACT)
    assert engine.arrow(table.aggregate(total=table.amount.sum())).to_pylist() == [
        {"total": Decimal("0.300000")}
    ]
    assert engine.arrow(table).column("amount").null_count == 1


def test_parquet_below_a_folder_names_its_load_and_year_in_the_path(
    engine: Engine, tmp_path: Path
) -> None:
    files = []
    for load, year in (("007", 2021), ("o'hara", 2022)):
        folder = tmp_path / f"load={load}" / f"year={year}"
        folder.mkdir(parents=True)
        files.append(folder / "part-0.parquet")
        pq.write_table(pa.table({"code": [str(year)]}), files[-1])
    rows = engine.arrow(engine.parquet(files, tmp_path)).to_pylist()
    assert sorted((row["load"], row["year"], row["code"]) for row in rows) == [
        ("007", 2021, "2021"), ("o'hara", 2022, "2022"),
    ]  # fmt: skip


def test_the_environment_chooses_the_engine_where_the_caller_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MONAZITE_TRADE_URL", "abacus://here")
    with pytest.raises(InputError) as caught:
        engines.engine()
    assert (caught.value.field, caught.value.value) == ("engine", "abacus://here")
    assert engines.engine("duckdb").name == "duckdb"


@pytest.mark.parametrize("address", ["clickhouse", "oracle://x", "spark-ish", "postgres://"])
def test_an_unknown_engine_is_refused_with_those_that_are_known(address: str) -> None:
    with pytest.raises(InputError, match=r"clickhouse://reader@host"):
        engines.engine(address)


def test_a_server_whose_library_is_missing_says_what_to_install() -> None:
    with pytest.raises(MonaziteError, match=r"ibis-framework\[trino\]"):
        engines.engine("trino://reader@localhost/catalogue")


def test_spark_without_its_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "monazite.trade.flows.spark", raising=False)
    monkeypatch.delattr(flows, "spark", raising=False)
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(MonaziteError, match=r"monazite\[spark\]"):
        engines.engine("spark://local[1]")
