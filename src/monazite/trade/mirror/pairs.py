"""Pairs: what exporter and importer say of one flow, side by side.

A pair is *matched* where both sides speak of it; an *orphan* where the importer reports an amount
and the exporter at most 1 % of it; a *ghost* where it is the other way round ("lost in transit").
Orphans and ghosts need a silent side that reports the code that year in that direction, to or from
anybody, and covers the time; all else is *not_reported*. No kind depends on how large a flow is:
small ones carry the caveat `low_value_threshold`. Formula B5 (after Chupilkin, Javorcik &
Plekhanov, CEPR DP20097): silence alone is no gap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from monazite.trade.mirror import caveats, readings

if TYPE_CHECKING:
    import ibis.expr.types as ir

THRESHOLD_KG = 1_000.0
THRESHOLD_USD = 10_000.0
"""Below both a flow is of low value; one that reaches either, on either side, is not."""
SILENT_SHARE = 0.01
AMOUNTS = (
    "mass_exporter_kg", "mass_importer_kg", "value_exporter_usd", "value_importer_usd",
)  # fmt: skip


def pairs(cells: ir.Table) -> ir.Table:
    """Both sides of every exporter, importer, code and year, or month of monthly cells.

    Args:
        cells: cells of flows (`flows.cells.cells` or `monthly_cells`).

    Returns:
        `exporter, importer, year` (and `period`)`, code`, the masses and values of both sides
        (NULL where a side gives none), `mass_re_export_kg` (what the exporter books as
        re-exports, kept apart), `gap_kg` = importer less exporter, NULL where either is unknown;
        `kind`; `silent_side` (exporter or importer, where one is); `compared_on` (mass, value or
        NULL); `source_exporter`, `source_importer`; `caveats`, codes with | between them.
    """
    time = ["year", "period"] if readings.is_monthly(cells) else ["year"]
    said = readings.one_reading(cells)
    both = _side_by_side(said, [*time, "exporter", "importer", "code"])
    both = _with_reports(both, said)
    both = _compared(both)
    both = both.mutate(gap_kg=both.mass_importer_kg - both.mass_exporter_kg, kind=_kind(both))
    both = both.mutate(silent_side=_silent(both))
    both = caveats.added(both)
    return both.select(
        "exporter", "importer", *time, "code", *AMOUNTS, "mass_re_export_kg", "gap_kg", "kind",
        "silent_side", "compared_on", "source_exporter", "source_importer", "caveats",
    ).order_by([*time, "code", "exporter", "importer"])  # fmt: skip


def _side_by_side(said: ir.Table, keys: list[str]) -> ir.Table:
    """One row per flow: the amounts of each side, and whether it says anything."""
    direct = {side: (said.side == side) & ~said.direction_re for side in readings.SIDES}
    re_export = (said.side == "exporter") & said.direction_re
    columns: dict[str, ir.Scalar] = {}
    for side in readings.SIDES:
        columns |= {
            f"mass_{side}_kg": readings.only(said.mass_kg, direct[side]).max(),
            f"value_{side}_usd": readings.only(said.value_usd, direct[side]).max(),
            f"source_{side}": readings.only(said.source, said.side == side).max(),
            f"says_{side}": readings.any_row(said.side == side),
        }
        if not readings.is_monthly(said):
            columns[f"months_{side}"] = readings.only(said.months, said.side == side).max()
    return said.group_by(keys).aggregate(
        **columns,
        mass_re_export_kg=readings.only(said.mass_kg, re_export).max(),
        value_re_export_usd=readings.only(said.value_usd, re_export).max(),
        re_exports=readings.any_row(said.direction_re),
    )


def _with_reports(both: ir.Table, said: ir.Table) -> ir.Table:
    """Beside every flow, what each of the two countries reports of the code at all."""
    for side in readings.SIDES:
        both = _beside(both, readings.reports(said, side), [side, "code", "year"])
        if readings.is_monthly(said):
            both = _beside(both, readings.joined(said, side), [side, "code", "year", "period"])
    for side, other in (readings.SIDES, readings.SIDES[::-1]):
        both = both.mutate(**{f"covers_{side}": _covers(both, side, other)})
    return both


def _beside(both: ir.Table, facts: ir.Table, keys: list[str]) -> ir.Table:
    """The rows with the facts of their keys; a flag that no fact sets is false."""
    found = both.left_join(facts, keys, rname="{name}_of_facts")
    found = found.drop(*(f"{key}_of_facts" for key in keys))
    flags = [name for name in facts.columns if facts[name].type().is_boolean()]
    return found.mutate(**{name: found[name].fill_null(readings.NO) for name in flags})


def _covers(both: ir.Table, side: str, other: str) -> ir.BooleanColumn:
    """Whether a side's reports cover the time of which the other speaks."""
    if not readings.is_monthly(both):
        return (both[f"covered_{side}"] >= both[f"months_{other}"]).fill_null(readings.NO)
    inside = both.period.between(both[f"first_{side}"], both[f"last_{side}"])
    return inside.fill_null(readings.NO) & ~both[f"joined_{side}"] & ~both.period.contains("/")


def _compared(both: ir.Table) -> ir.Table:
    """Beside every flow, the amounts to compare: masses where known, else values; floats.

    A side that says nothing of the flow counts as nothing here, and here only. Where every mass
    is zero (what was sent weighed less than the unit printed), values are compared.
    """
    mass, value = (_comparable(both, kind) for kind in ("mass_{}_kg", "value_{}_usd"))
    on = ibis.cases((mass, "mass"), (value, "value"))
    amounts = {
        side: ibis.cases(
            (mass, _amount(both, f"mass_{side}_kg", side)),
            (value, _amount(both, f"value_{side}_usd", side)),
        )
        for side in readings.SIDES
    }
    return both.mutate(
        compared_on=on,
        exported=amounts["exporter"],
        imported=amounts["importer"],
        low_value=_low_value(both),
    )


def _comparable(both: ir.Table, named: str) -> ir.BooleanColumn:
    """Whether every side that speaks gives the amount, and one of them more than nothing."""
    amounts = {side: _said(both, named.format(side), side) for side in readings.SIDES}
    unknown = [both[f"says_{side}"] & amount.isnull() for side, amount in amounts.items()]
    something = [(amount > 0).fill_null(readings.NO) for amount in amounts.values()]
    return ibis.or_(*something) & ~ibis.or_(*unknown)


def _low_value(both: ir.Table) -> ir.BooleanColumn:
    """Whether something is known of the flow, and nothing known reaches its threshold."""
    known, reaching = [], []
    for named, least in (("mass_{}_kg", THRESHOLD_KG), ("value_{}_usd", THRESHOLD_USD)):
        for side in readings.SIDES:
            amount = _said(both, named.format(side), side)
            known.append(amount.notnull())
            reaching.append((amount.cast("float64") >= least).fill_null(readings.NO))
    return ibis.or_(*known) & ~ibis.or_(*reaching)


def _amount(both: ir.Table, column: str, side: str) -> ir.FloatingColumn:
    """An amount as a float; zero where the side says nothing of the flow."""
    return both[f"says_{side}"].ifelse(_said(both, column, side).cast("float64"), 0.0)


def _said(both: ir.Table, column: str, side: str) -> ir.DecimalColumn:
    """What a side gives; the re-exports of an exporter that books them alone count as given."""
    if side == "importer":
        return both[column]
    return both[column].coalesce(both[column.replace("exporter", "re_export")])


def _kind(both: ir.Table) -> ir.StringColumn:
    """What the pair is; where nothing can be compared, the amounts are NULL and no silence counts.

    Of two compared amounts one is above zero, so what is reported as nothing is neither kind.
    """
    x, m = both.exported, both.imported
    can_be_silent = {
        side: both[f"reports_{side}"] & both[f"covers_{side}"] for side in readings.SIDES
    }
    orphan = (x <= SILENT_SHARE * m) & can_be_silent["exporter"]
    ghost = (m <= SILENT_SHARE * x) & can_be_silent["importer"]
    matched = both.says_exporter & both.says_importer
    return ibis.cases(
        (orphan.fill_null(readings.NO), "orphan"),
        (ghost.fill_null(readings.NO), "ghost"),
        (matched, "matched"),
        else_="not_reported",
    )


def _silent(both: ir.Table) -> ir.StringColumn:
    """Which side says nothing of the flow, or next to nothing; NULL where both speak."""
    return ibis.cases(
        (~both.says_exporter, "exporter"),
        (~both.says_importer, "importer"),
        (both.kind == "orphan", "exporter"),
        (both.kind == "ghost", "importer"),
    )
