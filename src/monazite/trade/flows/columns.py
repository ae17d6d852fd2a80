"""The columns of the flow table and the words that may stand in them."""

from __future__ import annotations

import pyarrow as pa

AMOUNT = pa.decimal128(18, 6)
"""Masses and values: exact, to a milligram and to a millionth of a dollar."""
WORD = pa.string()

FILE_COLUMNS = pa.schema([
    pa.field("frequency", WORD, nullable=False),
    pa.field("period", WORD, nullable=False),
    pa.field("reporter", WORD, nullable=False),
    pa.field("partner", WORD, nullable=False),
    pa.field("direction", WORD, nullable=False),
    pa.field("nomenclature", WORD, nullable=False),
    pa.field("code", WORD, nullable=False),
    pa.field("mass_kg", AMOUNT),
    pa.field("value_usd", AMOUNT),
    pa.field("mass_basis", WORD),
    pa.field("valuation", WORD),
    pa.field("value_reported", AMOUNT),
    pa.field("currency", WORD, nullable=False),
    pa.field("basis", WORD, nullable=False),
    pa.field("source", WORD, nullable=False),
    pa.field("vintage", WORD, nullable=False),
    pa.field("file", WORD, nullable=False),
    pa.field("row", pa.int32(), nullable=False),
])  # fmt: skip
"""What stands in a Parquet file of the store; `load` and `year` stand in its path."""

PATH_COLUMNS = pa.schema([("load", WORD), ("year", pa.int32())])
FLOW_COLUMNS = pa.schema([*PATH_COLUMNS, *FILE_COLUMNS])
"""The whole flow table as a query sees it."""

DIRECTIONS = ("export", "import", "re-export", "re-import")
RECONCILED = "reconciled"
BASES = ("reported", RECONCILED)
MASS_BASES = ("reported", "estimated")
VALUATIONS = ("FOB", "CIF")
HS_VINTAGES = {
    "HS92": 1988, "HS96": 1996, "HS02": 2002, "HS07": 2007, "HS12": 2012, "HS17": 2017,
    "HS22": 2022,
}  # fmt: skip
"""The Harmonized System's editions by the year from which trade may stand under them.

HS 1988/92 was used from 1988. A year before it cannot stand under the edition.
"""
SLICE = ("source", "nomenclature", "frequency", "period", "reporter", "direction", "code")
"""What a newer vintage replaces as a whole: one code, side and period of one reporter."""
PUBLISHER, CALLER, FILE_DAY = "publisher", "caller", "file_day"
"""Who says which release rows are of: the publisher's file or its name, the caller or the caller's
mapping, or nobody, so that it is the day of the file."""
