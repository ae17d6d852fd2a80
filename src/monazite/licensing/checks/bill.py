"""The quantity against the bill of materials and the capacity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.law.finding import Term
from monazite.licensing.amounts import Measured
from monazite.licensing.masses import written
from monazite.licensing.need import need, placed, stock_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.law.finding import Value
    from monazite.licensing.context import Context
    from monazite.licensing.findings import Finding

# So many times less than the need, and a mistake is likelier than a cautious order.
_FAR_BELOW = 2


def figures(context: Context) -> Iterator[Finding]:
    """What is made, can be made and how long it is for: more than nothing; stock is no debt."""
    use = context.application.civil_use
    for field in ("product_units_per_year", "capacity_per_year", "period_months"):
        amount = getattr(use, field)
        if amount is not None and amount <= 0:
            label = Term(f"licensing.field.civil_use.{field}")
            yield context.finding(
                "bill.figure_not_positive", f"civil_use.{field}", field=label, value=str(amount)
            )
    if use.stock_at_site_kg is not None and use.stock_at_site_kg < 0:
        stock = f"{use.stock_at_site_kg:f}"
        yield context.finding("bill.stock_negative", "civil_use.stock_at_site_kg", value=stock)


def time(context: Context) -> Iterator[Finding]:
    """A quantity for a longer time than the licence runs is asked about."""
    period, months = context.application.civil_use.period_months, context.application.months
    if period is not None and months is not None and period > months > 0:
        path = "civil_use.period_months"
        yield context.finding("bill.period_over_term", path, period=str(period), months=str(months))


def capacity(context: Context) -> Iterator[Finding]:
    """Not more is made than can be made."""
    use = context.application.civil_use
    made, most = use.product_units_per_year, use.capacity_per_year
    if made is not None and most is not None and made > most:
        path = "civil_use.product_units_per_year"
        yield context.finding("bill.over_capacity", path, made=f"{made:f}", capacity=f"{most:f}")


def quantity(context: Context) -> Iterator[Finding]:
    """A line is for what the product needs: not more, and not far less."""
    for number in range(1, len(context.application.lines) + 1):
        found = need(context.application, number)
        if found is None or found.asked <= 0:
            continue
        words: dict[str, Value] = {
            "number": str(number),
            "asked": Measured(written(found.asked), found.unit),
            "needed": Measured(written(found.most), found.unit),
        }
        path = f"lines[{number - 1}].quantity"
        if found.asked > found.most:
            yield context.finding("bill.over_need", path, **words)
        elif found.asked * _FAR_BELOW < found.most:
            yield context.finding("bill.far_below_need", path, **words)


def stock(context: Context) -> Iterator[Finding]:
    """What lies at the site is counted, or it is said why not."""
    application = context.application
    kept = application.civil_use.stock_at_site_kg or 0
    words = {"stock": f"{kept:f}"} if kept else {}
    for number in sorted(placed(application)):
        found = need(application, number)
        if found is None or stock_of(application, number, found.unit) is not None:
            continue
        if len(placed(application)) > 1:
            yield context.finding("bill.stock_of_several", "civil_use.stock_at_site_kg", **words)
            return
        path = f"lines[{number - 1}].mass_kg"
        yield context.finding("bill.stock_not_in_pieces", path, number=str(number), **words)


def comparable(context: Context) -> Iterator[Finding]:
    """A part and its line are counted in units that can be compared."""
    lines = context.application.lines
    for n, part in enumerate(context.application.product_tree):
        line = lines[part.line - 1] if part.line and 1 <= part.line <= len(lines) else None
        if line is None or part.unit is None or line.unit is None:
            continue
        if part.unit == "piece" and line.unit != "piece":
            yield context.finding(
                "bill.unit_unlike_line",
                f"product_tree[{n}].unit",
                unit=Term(f"licensing.choice.unit.{part.unit}"),
                line=Term(f"licensing.choice.unit.{line.unit}"),
            )


CHECKS = (figures, time, capacity, quantity, stock, comparable)
