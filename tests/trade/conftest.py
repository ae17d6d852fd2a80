"""The engines on which every query of trade is tried: DuckDB always, Spark in `make test-all`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from monazite.trade.flows.engine import Engine


@pytest.fixture(
    scope="session",
    params=["duckdb", pytest.param("spark://local[2]", marks=pytest.mark.slow)],
)
def engine(request: pytest.FixtureRequest) -> Engine:
    """An engine to run queries on."""
    from monazite.trade.flows.engine import engine  # noqa: PLC0415 - loads ibis

    return engine(request.param)
