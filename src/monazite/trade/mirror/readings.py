"""Who says what: one reading of every reporter, and what that reporter reports at all.

A reporter's side of a code and year is taken from one source as a whole. Both sides may come from
different sources (one country's customs, the other's): comparing them is not adding them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from monazite.catalogue.countries import unspecified
from monazite.trade.flows.columns import HS_VINTAGES

if TYPE_CHECKING:
    import ibis.expr.types as ir

SIDES = ("exporter", "importer")
NO = ibis.literal(value=False)
"""What an unknown flag counts as."""
_REPORT = ["reporter", "side", "code", "year"]
_READING = [*_REPORT, "source", "nomenclature"]


def is_monthly(table: ir.Table) -> bool:
    """Whether cells, or pairs made of them, are those of months (`flows.cells.monthly_cells`)."""
    return "period" in table.columns


def one_reading(cells: ir.Table) -> ir.Table:
    """What exporters and importers said, each reporter's code and year from one source only.

    The source with the most months is taken, then the first by name, then the newest edition of
    the Harmonized System (a national nomenclature has that of its year), then the last by name.
    Rows that made one figure of both sides are left out, and what a country reports of trade with
    itself. Adds `reporter`, `partner`, and `edition` (of the Harmonized System).
    """
    said = cells.filter(cells.side.isin(SIDES), cells.exporter != cells.importer)
    exporting = said.side == "exporter"
    said = said.mutate(
        reporter=exporting.ifelse(said.exporter, said.importer),
        partner=exporting.ifelse(said.importer, said.exporter),
        edition=_edition(said),
    )
    months = said.period.nunique() if is_monthly(cells) else said.months.max()
    readings = said.group_by(_READING).aggregate(_months=months)
    ranked = ibis.window(
        group_by=_REPORT,
        order_by=[
            ibis.desc(readings["_months"]), readings.source, ibis.desc(_edition_year(readings)),
            ibis.desc(readings.nomenclature),
        ],
    )  # fmt: skip
    first = readings.mutate(_rank=ibis.row_number().over(ranked))
    return said.inner_join(first.filter(first["_rank"] == 0).select(_READING), _READING)


def _edition(said: ir.Table) -> ir.StringColumn:
    """The edition of the Harmonized System below a nomenclature; a national one has its year's."""
    newest_first = sorted(HS_VINTAGES.items(), key=lambda one: -one[1])
    return said.nomenclature.startswith("HS").ifelse(
        said.nomenclature,
        ibis.cases(*((said.year >= since, name) for name, since in newest_first), else_="HS92"),
    )


def _edition_year(said: ir.Table) -> ir.IntegerColumn:
    """The year of that edition: by name, HS92 would be newer than HS22."""
    edition = _edition(said)
    return ibis.cases(*((edition == name, since) for name, since in HS_VINTAGES.items()), else_=0)


def reports(said: ir.Table, side: str) -> ir.Table:
    """What a country reports of a code in a year on one side, to or from anybody.

    Columns end in the side: `reports` (it speaks on that side), `mentions` (it speaks on the
    other), `unspecified` (it books trade under areas n.e.s.), `edition`, and in years `covered`
    (months), in months `first` and `last` (month of any code on that side).
    """
    own = said.side == side
    own_months = (
        {
            f"first_{side}": only(said.period.left(7), own).min(),
            f"last_{side}": only(_last_month(said), own).max(),
        }
        if is_monthly(said)
        else {f"covered_{side}": only(said.months, own).max()}
    )
    found = said.group_by(["reporter", "code", "year"]).aggregate(
        **{
            f"reports_{side}": any_row(own),
            f"mentions_{side}": any_row(~own),
            f"unspecified_{side}": any_row(own & said.partner.isin(sorted(unspecified()))),
            f"edition_{side}": only(said.edition, own).max(),
        },
        **own_months,
    )
    if is_monthly(said):
        everything = ibis.window(group_by="reporter")
        found = found.mutate(
            **{
                f"first_{side}": found[f"first_{side}"].min().over(everything),
                f"last_{side}": found[f"last_{side}"].max().over(everything),
            }
        )
    return found.rename({side: "reporter"})


def joined(said: ir.Table, side: str) -> ir.Table:
    """The months that a country gives only together with another, by code."""
    rows = said.filter(said.side == side, said.period.contains("/"))
    halves = [
        rows.select("reporter", "code", "year", period=period)
        for period in (rows.period.left(7), _last_month(rows))
    ]
    found = ibis.union(*halves, distinct=True)
    return found.mutate(**{f"joined_{side}": ibis.literal(value=True)}).rename({side: "reporter"})


def _last_month(said: ir.Table) -> ir.StringColumn:
    """The last month of a period: 2025-02 of 2025-01/02."""
    return said.period.contains("/").ifelse(
        said.period.left(5).concat(said.period.right(2)), said.period
    )


def whole(amount: ir.DecimalColumn) -> ir.DecimalScalar:
    """The sum of an amount, or NULL where a part of it is unknown."""
    return any_row(amount.isnull()).ifelse(ibis.null(amount.type()), amount.sum())


def only(column: ir.Column, condition: ir.BooleanValue) -> ir.Column:
    """A column with NULL where a condition does not hold.

    Filtered aggregates would do, but those of ClickHouse are 0 or "" where nothing is left.
    """
    return condition.ifelse(column, ibis.null(column.type()))


def any_row(condition: ir.BooleanColumn) -> ir.BooleanScalar:
    """Whether a condition holds for any row; engines have no common aggregate of booleans."""
    return condition.cast("int8").max() == 1
