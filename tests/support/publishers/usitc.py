"""Answers of USITC DataWeb as workbooks and CSV, of flows that a test writes.

Layouts: see the head of `reading/layouts/usitc.yaml`. Programs that read such files agree on sheets,
headers, the rows above the header and the last row; the words of the title are not made sure.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import openpyxl

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NAME = "DataWeb-Query-Export.xlsx"
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
GENERAL = ("General Customs Value", "General First Unit of Quantity", "General 1st Unit of Qty")
CONSUMPTION = ("Customs Value", "First Unit of Quantity", "First Unit of Quantity")
EXPORTS = ("FAS Value", "First Unit of Quantity", "First Unit of Quantity")
"""Of a query: the word for its value, the word for its quantity, the name of the quantity's sheet."""
PARAMETERS = (
    ("Download Date", "November 22, 2026, 10:26 AM"),
    ("Step 1: Trade Flow and Classification System", ""),
    ("Trade Flow", "General Imports"), ("Classification System", "HTS Items"),
    ("Step 2: Data and Years", ""), ("Data To Report", ""), ("Data Format", "1"),
    ("Select Type", "Full Years"), ("Years", "2023"), ("Timeframe Aggregation", "Annual"),
    ("Step 3: Countries", ""), ("Country Aggregation", "Break Out Countries"),
    ("Step 4: Commodities", ""), ("Commodity Aggregation Level", "10"),
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """What a query says of one number and country: dollars and quantities by year or month."""

    country: str = "China"
    code: str = "2846902015"
    unit: str = "kilograms"
    values: dict[str, Any] = field(default_factory=dict)
    quantities: dict[str, Any] = field(default_factory=dict)
    description: str = "Mixtures of rare earth oxides or of rare earth chlorides"


Table = list[list[Any]]


def wide(lines: Iterable[Line], words: Sequence[str], *, year: str = "") -> dict[str, Table]:
    """A table for each measure, years as columns, or months of one year.

    Ends with the row of totals; a column of suppressed quantities stands behind each quantity.
    """
    lines = list(lines)
    periods = MONTHS if year else sorted({period for one in lines for period in one.values})
    return {
        words[0]: _wide(lines, words[0], "values", periods, year),
        words[2]: _wide(lines, words[1], "quantities", periods, year),
    }


def raw(lines: Iterable[Line], words: Sequence[str], *, months: bool = False) -> dict[str, Table]:
    """A table for each measure, one row an amount: the export with "raw data"."""
    lines = list(lines)
    return {
        words[0]: _raw(lines, words[0], "values", months=months),
        words[2]: _raw(lines, words[1], "quantities", months=months),
    }


def as_workbook(tables: dict[str, Table], *, titles: bool = True) -> bytes:
    """The workbook: the parameters first, then the tables, under two rows unless it is raw data."""
    book = openpyxl.Workbook(write_only=True)
    first = book.create_sheet("Query Parameters")
    for parameter in PARAMETERS:
        first.append(parameter)
    for name, table in tables.items():
        sheet = book.create_sheet(name)
        if titles:
            sheet.append([f"{name} by Country and HTS Number"])
            sheet.append(["Total Number of Rows", len(table) - 2])
        for row in table:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_csv(table: Table, *, title: str = "") -> bytes:
    """One table as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    above: Table = [[title], ["Total Number of Rows", len(table) - 2]] if title else []
    writer.writerows([*above, *table])
    return text.getvalue().encode("utf-8-sig")


def _wide(lines: list[Line], word: str, what: str, periods: Sequence[str], year: str) -> Table:
    quantities = what == "quantities"
    behind = [f"{period}_Suppressed" for period in periods] if quantities else []
    header = ["Data Type", "HTS Number", "Description", "Country", "Quantity Description"]
    header += ["Year"] if year else []
    rows: Table = [[*header, *periods, *behind]]
    for one in lines:
        amounts = getattr(one, what)
        unit = one.unit if quantities else f"Value for: {one.unit}"
        fixed = [word, _number(one.code), one.description, one.country, unit]
        fixed += [int(year)] if year else []
        rows.append([*fixed, *(amounts.get(period, 0) for period in periods), *[0] * len(behind)])
    sums = [sum(_plain(row[len(fixed) + n]) for row in rows[1:]) for n in range(len(periods))]
    return [*rows, ["Total:", *[None] * (len(fixed) - 1), *sums]]


def _raw(lines: list[Line], word: str, what: str, *, months: bool) -> Table:
    header = ["Data Type", "Country", "Year", *(["Month"] if months else []), "HTS Number"]
    rows: Table = [[*header, "Description", "Quantity Description", word]]
    for one in lines:
        unit = one.unit if what == "quantities" else f"Value for: {one.unit}"
        for period, amount in getattr(one, what).items():
            when = [int(part) for part in period.split("-")]
            rows.append(
                [word, one.country, *when, _number(one.code), one.description, unit, amount]
            )
    total = sum(_plain(row[-1]) for row in rows[1:])
    return [*rows, ["Total:", *[None] * (len(rows[0]) - 2), total]]


def _number(code: str) -> int | str:
    """A workbook holds the number as a number, and a text that is none as it is."""
    return int(code) if code.isdecimal() else code


def _plain(cell: object) -> float:
    return float(cell) if isinstance(cell, int | float) else 0.0
