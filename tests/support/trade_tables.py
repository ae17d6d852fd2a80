"""Small flow tables and cell tables from lists of dicts, on the engine of a test."""

from __future__ import annotations

from decimal import Decimal
from itertools import count
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from monazite.trade.flows.columns import AMOUNT, FLOW_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import ibis.expr.types as ir

    from monazite.trade.flows.engine import Engine

_NAMES = count()
FLOW = {
    "load": "test", "year": 2022, "frequency": "A", "reporter": "CHN", "partner": "JPN",
    "direction": "export", "nomenclature": "HS17", "code": "284690", "mass_kg": None,
    "value_usd": None, "mass_basis": None, "valuation": None, "value_reported": None,
    "currency": "USD", "basis": "reported", "source": "comtrade", "vintage": "2024-01-01",
    "file": "test.csv", "row": 1,
}  # fmt: skip
CELL_COLUMNS = pa.schema([
    ("source", pa.string()), ("nomenclature", pa.string()), ("side", pa.string()),
    ("year", pa.int32()), ("exporter", pa.string()), ("importer", pa.string()),
    ("code", pa.string()), ("direction_re", pa.bool_()), ("mass_kg", AMOUNT),
    ("value_usd", AMOUNT), ("value_with_mass_usd", AMOUNT), ("months", pa.int64()),
])  # fmt: skip
CELL = {
    "source": "baci", "nomenclature": "HS92", "side": "reconciled", "year": 2022,
    "exporter": "CHN", "importer": "JPN", "code": "284690", "direction_re": False,
    "mass_kg": None, "value_usd": None, "months": 12,
}  # fmt: skip


def amount(value: object) -> Decimal | None:
    """An exact amount with six decimals; None stays None."""
    return None if value is None else Decimal(str(value)).quantize(Decimal("0.000001"))


def flow_table(engine: Engine, rows: Iterable[Mapping[str, Any]]) -> ir.Table:
    """The flow table of those rows; what a row leaves out is the default of `FLOW`."""
    whole = [{**FLOW, **row} for row in rows]
    for row in whole:
        row.setdefault("period", str(row["year"]))
        for name in ("mass_kg", "value_usd", "value_reported"):
            row[name] = amount(row[name])
    return engine.table(pa.Table.from_pylist(whole, schema=FLOW_COLUMNS), f"flows_{next(_NAMES)}")


def cell_table(
    engine: Engine, rows: Iterable[Mapping[str, Any]], *, period: bool = False
) -> ir.Table:
    """The cell table of those rows, with defaults of `CELL`; `period` adds the column of months."""
    whole = [{**CELL, **row} for row in rows]
    for row in whole:
        row.setdefault(
            "value_with_mass_usd", row["value_usd"] if row["mass_kg"] is not None else None
        )
        for name in ("mass_kg", "value_usd", "value_with_mass_usd"):
            row[name] = amount(row[name])
    schema = CELL_COLUMNS.append(pa.field("period", pa.string())) if period else CELL_COLUMNS
    return engine.table(pa.Table.from_pylist(whole, schema=schema), f"cells_{next(_NAMES)}")
