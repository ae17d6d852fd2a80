"""A Spark session that answers as the other engines do: UTC, partitions read as text."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import ibis

from monazite.errors import MonaziteError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def _unfinished_for_pandas_3() -> Iterator[None]:
    """Keep quiet what PySpark 4.3 says of pandas 3: nothing of ours goes through pandas."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=FutureWarning, module=r"pyspark\..*")
        yield


with _unfinished_for_pandas_3():
    from pyspark.sql import SparkSession

    ibis.pyspark.name  # noqa: B018 - Ibis knows the options of a backend once it is looked at

_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.shuffle.partitions": "8",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.sources.partitionColumnTypeInference.enabled": "false",
}


def connect(master: str) -> Any:  # noqa: ANN401 - ibis publishes no types
    """The Ibis backend of a session at a master such as local[2].

    Raises:
        MonaziteError: where Spark does not start, most often for want of a Java runtime.
    """
    builder = SparkSession.builder.master(master).appName("monazite")
    for name, value in _SETTINGS.items():
        builder = builder.config(name, value)
    try:
        with _unfinished_for_pandas_3():
            return ibis.pyspark.connect(builder.getOrCreate())
    except Exception as refused:
        raise MonaziteError(
            f"Spark did not start at {master!r}: {refused}; it needs a Java runtime, 17 or newer"
        ) from refused
