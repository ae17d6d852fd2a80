"""The engines that answer: DuckDB in this process, Spark, or a database behind an address.

A query is one Ibis expression; an engine gives it tables and brings its answer as Arrow.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import ibis
from ibis.common.exceptions import TableNotFound

from monazite.errors import InputError, MonaziteError
from monazite.trade.flows.columns import FLOW_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import ModuleType

    import ibis.expr.types as ir
    import pyarrow as pa

DUCKDB, SPARK, FLOWS = "duckdb", "spark", "flows"
VARIABLE = "MONAZITE_TRADE_URL"
_SERVERS = ("clickhouse", "trino", "postgres", "postgresql")
_ACCEPTED = (
    "duckdb, spark, spark://local[2], or the address of a ClickHouse, Trino or PostgreSQL server "
    "that holds the table `flows`, such as clickhouse://reader@host/statistics"
)
# A load's id may be all digits, so that the types of what stands in the path are told.
_VIEW = (
    "CREATE VIEW {name} AS SELECT * FROM read_parquet([{files}], hive_partitioning = true, "
    "hive_types = {{'load': VARCHAR, 'year': INTEGER}})"
)
DIALECTS = ("duckdb", "pyspark", "clickhouse", "trino", "postgres")
"""The dialects in which an answer can be read as SQL."""


@dataclass(frozen=True, slots=True)
class Engine:
    """One place where queries run; `name` is duckdb, spark, or the scheme of a server."""

    name: str
    backend: Any

    @property
    def is_server(self) -> bool:
        """Whether the flows lie behind an address, and not in the folder of a store."""
        return self.name not in {DUCKDB, SPARK}

    def flows(self) -> ir.Table:
        """The table `flows` of a server, read as it is.

        Raises:
            InputError: field "engine", where there is no such table or it lacks columns.
        """
        try:
            found = self.backend.table(FLOWS)
        except TableNotFound as absent:
            accepted = f"a server that holds the table `{FLOWS}`"
            raise InputError("engine", self.name, accepted) from absent
        if missing := [name for name in FLOW_COLUMNS.names if name not in found.columns]:
            accepted = f"a table `{FLOWS}` with all its columns; it lacks {', '.join(missing)}"
            raise InputError("engine", self.name, accepted)
        return found

    def table(self, data: pa.Table, name: str | None = None) -> ir.Table:
        """A table of this engine made of Arrow data, exact to the last digit.

        Under a name that the caller gives, the data must always be the same.
        """
        called = self._called(name)
        if self.name == DUCKDB:
            self.backend.con.register(called, data)  # no copy is made
            return self.backend.table(called)
        if self.is_server:
            return self.backend.create_table(called, data, temp=True, overwrite=True)
        # Through Arrow and not through pandas, which has no decimals with gaps.
        frame = self.backend._session.createDataFrame(data)  # noqa: SLF001 - ibis has no other way in
        frame.createOrReplaceTempView(called)
        return self.backend.table(called)

    def parquet(self, files: Sequence[Path], root: Path) -> ir.Table:
        """The rows of Parquet files below a folder whose path names `load` and `year`."""
        paths = [str(file) for file in files]
        name = self._called(FLOWS)
        if self.name == DUCKDB:
            listed = ", ".join("'{}'".format(path.replace("'", "''")) for path in paths)
            self.backend.con.execute(_VIEW.format(name=name, files=listed))
            return self.backend.table(name)
        session = self.backend._session  # noqa: SLF001 - ibis reads no partitioned folders
        frame = session.read.option("basePath", str(root)).parquet(*paths)
        frame.createOrReplaceTempView(name)
        read = self.backend.table(name)
        return read.mutate(year=read.year.cast("int32"))

    def _called(self, name: str | None) -> str:
        """The name of a table here; a Spark session is shared by all who ask, so its own."""
        if name and self.name != SPARK:
            return name
        return f"{name or 'side'}_{secrets.token_hex(4)}"

    def arrow(self, expression: ir.Table) -> pa.Table:
        """The answer of an expression as an Arrow table; decimals stay decimals."""
        if self.name != SPARK:
            return self.backend.to_pyarrow(expression)
        self.backend._run_pre_execute_hooks(expression)  # noqa: SLF001 - registers literals' tables
        return self.backend._session.sql(self.backend.compile(expression)).toArrow()  # noqa: SLF001


def engine(address: str | None = None) -> Engine:
    """The engine of an address; without one, of MONAZITE_TRADE_URL, else DuckDB.

    Raises:
        InputError: field "engine", where the address names none of the engines.
        MonaziteError: where the engine is known but its library or server is missing.
    """
    wanted = (address or os.environ.get(VARIABLE) or DUCKDB).strip()
    scheme, _, rest = wanted.partition("://")
    if wanted == DUCKDB:
        # In memory and one for each call: a file could be held by one process only.
        return Engine(DUCKDB, ibis.duckdb.connect())
    if scheme == SPARK:
        return _spark(rest or "local[*]")
    if scheme in _SERVERS and rest:
        return _server(scheme, wanted)
    raise InputError("engine", wanted, _ACCEPTED)


def loaded(dialect: str) -> str:
    """The dialect, once Ibis can write it: that of Spark needs the library of Spark.

    Raises:
        MonaziteError: where the extra is missing.
    """
    if dialect == "pyspark":
        _spark_library()
    return dialect


def _spark(master: str) -> Engine:
    return Engine(SPARK, _spark_library().connect(master))


def _spark_library() -> ModuleType:
    try:
        from monazite.trade.flows import spark  # noqa: PLC0415 - the extra may be missing
    except ImportError as missing:
        raise MonaziteError(
            "the engine spark needs the extra `spark`: pip install 'monazite[spark]'"
        ) from missing
    return spark


def _server(scheme: str, address: str) -> Engine:
    try:
        return Engine(scheme, ibis.connect(address))
    except ImportError as missing:
        raise MonaziteError(
            f"the engine {scheme} needs ibis-framework[{scheme}]: {missing}"
        ) from missing
