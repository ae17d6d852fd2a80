from __future__ import annotations

import math
import re
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from monazite import trade
from monazite.trade.flows.answer import Answer
from monazite.trade.flows.engine import DIALECTS
from support.trade_questions import IN_PYTHON, OF_BOTH_SIDES, PARTS, QUESTIONS, two_sided

if TYPE_CHECKING:
    from pathlib import Path

    from support.snapshots import Snapshot

pytestmark = pytest.mark.slow

SERVERS = [dialect for dialect in DIALECTS if dialect not in {"duckdb", "pyspark"}]


EVERY = [*QUESTIONS, *OF_BOTH_SIDES]
Asks = Callable[[str], Answer]


def asks(store: Path, engine: str) -> Asks:
    """Each question by name, asked of the packaged extract or of a store of two sides."""
    packaged, sided = trade.open(engine=engine), trade.open(store, engine=engine)
    return lambda name: (
        OF_BOTH_SIDES[name](sided) if name in OF_BOTH_SIDES else QUESTIONS[name](packaged)
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return two_sided(tmp_path_factory.mktemp("sides"))


@pytest.fixture(scope="module")
def duckdb(store: Path) -> Asks:
    return asks(store, "duckdb")


@pytest.fixture(scope="module")
def spark(store: Path) -> Asks:
    return asks(store, "spark://local[2]")


def same(one: Any, other: Any) -> bool:
    """Equal; floats to the rounding that the order of a sum leaves."""
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)
    return bool(one == other)


def steady(sql: str) -> str:
    """The query with left-out columns in one order: Ibis keeps them in a set."""
    return re.sub(r"EXCEPT \(([^)]*)\)", _in_order, sql)


def _in_order(found: re.Match[str]) -> str:
    return f"EXCEPT ({', '.join(sorted(found[1].split(', ')))})"


@pytest.mark.slow
@pytest.mark.parametrize("name", EVERY)
def test_spark_and_duckdb_give_one_answer(name: str, duckdb: Asks, spark: Asks) -> None:
    here, there = duckdb(name).rows(), spark(name).rows()
    assert len(here) == len(there) > 0
    different = [
        (key, one[key], other[key])
        for one, other in zip(here, there, strict=True)
        for key in one
        if not same(one[key], other[key])
    ]
    assert different == []


@pytest.mark.slow
def test_decimal_sums_are_equal_to_the_last_digit() -> None:
    sums = []
    for store in (trade.open(), trade.open(engine="spark://local[2]")):
        table = store.flows.group_by("code").aggregate(
            mass_kg=store.flows.mass_kg.sum(), value_usd=store.flows.value_usd.sum()
        )
        sums.append(store.engine.arrow(table.order_by("code")).to_pylist())
    assert sums[0] == sums[1]
    assert all(isinstance(row["value_usd"], Decimal) for row in sums[0])
    assert len(sums[0]) > 40


@pytest.mark.parametrize("dialect", SERVERS)
@pytest.mark.parametrize("name", [name for name in EVERY if name not in IN_PYTHON | PARTS])
def test_the_sql_for_servers_stays_as_it_was_looked_at(
    name: str, dialect: str, duckdb: Asks, snapshot: Snapshot
) -> None:
    snapshot.holds(f"trade/{dialect}/{name}.sql", steady(duckdb(name).sql(dialect)))
