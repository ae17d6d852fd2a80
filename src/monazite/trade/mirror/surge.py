"""Surges of imports: more volume at a lower price, by the rule of the EU's import surveillance.

Formula B8 (European Commission, task force on trade diversion, 2025): volume up by 5 % or more and
unit price down by 5 % or more against a base, an average week of EUR 200,000 or more (100,000 in
the first editions), and production at home. It is the baseline to beat, not a finding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from monazite.trade.mirror.readings import one_reading, whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import ibis.expr.types as ir

VOLUME_UP, PRICE_DOWN = 0.05, -0.05
WEEKLY_EUR = 200_000.0
_WEEKS_A_MONTH = 52 / 12


def surges(
    cells: ir.Table,
    importers: Sequence[str],
    base_year: int,
    year: int,
    *,
    usd_per_eur: float,
    produced: Mapping[str, bool],
) -> ir.Table:
    """Imports of a group of countries, by exporter and code, against a base year.

    Args:
        cells: `flows.cells.cells`; the importers' own reports are read.
        importers: ISO3 of the countries taken together; trade among them is left out.
        base_year: the year to compare with.
        year: the year that is judged; both must hold as many months.
        usd_per_eur: the average rate of `year`.
        produced: by six-digit code, whether the group produces it; unknown where absent.

    Returns:
        `exporter, code, mass_base_kg, mass_kg, price_base_usd_kg, price_usd_kg, volume_change,
        price_change` (shares), `weekly_eur`, `produced`, and `surge`: true, false, or NULL where
        a part is unknown and no known part already says no.
    """
    said = one_reading(cells)
    said = said.filter(
        said.side == "importer",
        ~said.direction_re,
        said.importer.isin(importers),
        said.exporter.notin(importers),
    )
    now, base = (_total(said.filter(said.year == one)) for one in (year, base_year))
    base = base.select(
        "exporter", "code", mass_base_kg=base.mass_kg, price_base_usd_kg=base.price_usd_kg,
        months_base=base.months,
    )  # fmt: skip
    both = now.inner_join(base, ["exporter", "code"])
    both = both.filter(both.months == both.months_base)
    both = both.mutate(
        volume_change=_change(both.mass_kg, both.mass_base_kg),
        price_change=_change(both.price_usd_kg, both.price_base_usd_kg),
        weekly_eur=both.value_usd.cast("float64") / usd_per_eur / (both.months * _WEEKS_A_MONTH),
        produced=_produced(both.code, produced),
    )
    surge = (
        (both.volume_change >= VOLUME_UP)
        & (both.price_change <= PRICE_DOWN)
        & (both.weekly_eur >= WEEKLY_EUR)
        & both.produced
    )
    return both.mutate(surge=surge).select(
        "exporter", "code", "mass_base_kg", "mass_kg", "price_base_usd_kg", "price_usd_kg",
        "volume_change", "price_change", "weekly_eur", "produced", "surge",
    ).order_by(["exporter", "code"])  # fmt: skip


def _total(said: ir.Table) -> ir.Table:
    """A year's imports by exporter and code; the price over those rows whose mass is known."""
    total = said.group_by(["exporter", "code"]).aggregate(
        mass_kg=whole(said.mass_kg),
        known_kg=said.mass_kg.sum(),
        value_usd=whole(said.value_usd),
        value_with_mass_usd=said.value_with_mass_usd.sum(),
        months=said.months.max(),
    )
    price = total.value_with_mass_usd.cast("float64") / total.known_kg.cast("float64").nullif(0.0)
    return total.mutate(price_usd_kg=price)


def _change(now: ir.NumericColumn, base: ir.NumericColumn) -> ir.FloatingColumn:
    return now.cast("float64") / base.cast("float64").nullif(0.0) - 1.0


def _produced(code: ir.StringColumn, produced: Mapping[str, bool]) -> ir.BooleanColumn:
    """Whether the group produces a code: true, false, or NULL."""
    known = {
        answer: [one for one, made in produced.items() if made is answer] or [""]
        for answer in (True, False)
    }
    return ibis.cases(
        (code.isin(known[True]), ibis.literal(value=True)),
        (code.isin(known[False]), ibis.literal(value=False)),
    )
