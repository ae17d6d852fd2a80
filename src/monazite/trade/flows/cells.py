"""Cells: the flow table summed to who sent what to whom, by the side that said so.

Nothing is added across sources, nomenclatures or sides: three readings of one trade are three.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

import ibis

from monazite.trade.flows.columns import RECONCILED

if TYPE_CHECKING:
    from collections.abc import Iterable

    import ibis.expr.types as ir

HS_DIGITS = 6
_WHOLE_YEAR = 12
_MONTHS = {"A": 12, "Q": 3, "M": 1}
_AMOUNTS = ("mass_kg", "value_usd", "value_with_mass_usd")
_KEYS = ("source", "nomenclature", "side", "year", "exporter", "importer", "code", "direction_re")
_OWN = ["source", "nomenclature", "side", "year", "direction_re", "reporter", "code"]
"""What a reporter says of a code in a year on one side."""


def begins(code: ir.StringColumn, wanted: Iterable[str]) -> ir.BooleanValue:
    """Whether a code begins with one of those wanted."""
    return reduce(or_, (code.startswith(one) for one in wanted), ibis.literal(value=False))


def cells(
    flows: ir.Table,
    *,
    codes: Iterable[str] = (),
    years: Iterable[int] = (),
    annual_only: bool = False,
) -> ir.Table:
    """Flows by year: one row per source, nomenclature, side, year, exporter, importer and code.

    Args:
        flows: the flow table.
        codes: codes to keep; shorter ones keep all that begin so; none keeps all. Rows are
            summed to six digits, or to as many as the longest of these codes has.
        years: years to keep; none keeps all.
        annual_only: the table is known to hold whole years alone, so no months need adding up.

    Returns:
        `source, nomenclature, side, year, exporter, importer, code, direction_re` with
        `mass_kg` and `value_usd` (exact sums of what is known, NULL where nothing is),
        `value_with_mass_usd` (the value of rows whose mass is known) and `months` (12 where the
        whole year is there). Where a reporter gives both years and months, the years are taken.
    """
    rows = _rows(flows, codes, years)
    if annual_only:
        return _summed(rows, _KEYS).mutate(months=ibis.literal(_WHOLE_YEAR, "int64"))
    annual = rows.frequency == "A"
    own = ibis.window(group_by=_OWN)
    rows = rows.mutate(_has_year=annual.cast("int8").max().over(own))
    rows = rows.filter((rows.frequency == "A") | (rows["_has_year"] == 0))
    periods = _summed(rows, (*_KEYS, "frequency", "period"))
    return periods.group_by(list(_KEYS)).aggregate(
        **{amount: periods[amount].sum() for amount in _AMOUNTS}, months=_span(periods).sum()
    )


def left_out(flows: ir.Table, *, codes: Iterable[str] = (), years: Iterable[int] = ()) -> ir.Table:
    """The flows of months that `cells` leaves out: their reporter gives the year, not this partner.

    Returns:
        One row per source, nomenclature, side, year, exporter, importer and code.
    """
    rows = _rows(flows, codes, years)
    annual = rows.filter(rows.frequency == "A")
    pair = [*_OWN, "partner"]
    months = rows.filter(rows.frequency != "A").semi_join(annual.select(_OWN).distinct(), _OWN)
    found = months.anti_join(annual.select(pair).distinct(), pair)
    return found.select([name for name in _KEYS if name != "direction_re"]).distinct()


def monthly_cells(
    flows: ir.Table, *, codes: Iterable[str] = (), years: Iterable[int] = ()
) -> ir.Table:
    """Flows by month: as `cells`, with `period` (YYYY-MM, or joined months) beside the year."""
    rows = _rows(flows, codes, years)
    return _summed(rows.filter(rows.frequency == "M"), (*_KEYS, "period"))


def sided(flows: ir.Table) -> ir.Table:
    """Flows with the side that said so (`side`), who sent to whom, and whether it was sent on."""
    outward = flows.direction.isin(["export", "re-export"])
    return flows.mutate(
        exporter=outward.ifelse(flows.reporter, flows.partner),
        importer=outward.ifelse(flows.partner, flows.reporter),
        direction_re=flows.direction.isin(["re-export", "re-import"]),
        side=ibis.cases(
            (flows.basis == RECONCILED, RECONCILED), (outward, "exporter"), else_="importer"
        ),
    )


def _rows(flows: ir.Table, codes: Iterable[str], years: Iterable[int]) -> ir.Table:
    """The flow rows asked for, under as many digits as the question has, six at least."""
    wanted = sorted(set(codes))
    digits = max((len(code) for code in wanted), default=HS_DIGITS)
    rows = sided(flows).mutate(code=flows.code.substr(0, max(digits, HS_DIGITS)))
    if wanted:
        whole = [code for code in wanted if len(code) == HS_DIGITS == digits]
        others = [code for code in wanted if code not in whole]
        rows = rows.filter(begins(rows.code, others) | rows.code.isin(whole))
    if asked := sorted(set(years)):
        rows = rows.filter(rows.year.isin(asked))
    return rows


def _summed(rows: ir.Table, keys: tuple[str, ...]) -> ir.Table:
    """The exact sums of what is known under every combination of the keys."""
    weighed = rows.mass_kg.isnull().ifelse(ibis.null("decimal(18, 6)"), rows.value_usd)
    rows = rows.mutate(value_with_mass_usd=weighed)
    return rows.group_by(list(keys)).aggregate(
        **{amount: rows[amount].sum() for amount in _AMOUNTS}
    )


def _span(periods: ir.Table) -> ir.IntegerValue:
    """How many months a period holds; a joined one such as 2025-01/02 holds those it joins."""
    plain = ibis.cases(*((periods.frequency == word, n) for word, n in _MONTHS.items()), else_=0)
    return periods.period.contains("/").ifelse(2, plain)
