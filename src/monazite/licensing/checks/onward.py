"""Who gets the product: shares that add up, customers who may have it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from monazite.law.finding import Term
from monazite.licensing.elsewhere import stopped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.licensing.context import Context
    from monazite.licensing.findings import Finding

# Three thirds of 33.3 % each are the whole.
_ROUNDED = Decimal("0.005")


def said(context: Context) -> Iterator[Finding]:
    """Customers are named where the product is sold on, and only there."""
    sold, sales = context.application.civil_use.sold_onward, context.application.onward_sales
    if sold and not sales and not context.unread("onward_sales"):
        yield context.finding("onward.none", "onward_sales")
    if sold is False and not all(context.unread(f"onward_sales[{n}]") for n in range(len(sales))):
        yield context.finding("onward.denied", "civil_use.sold_onward")


def shares(context: Context) -> Iterator[Finding]:
    """The shares of all customers add up to the whole, roundings apart; the maker may keep some."""
    sales = context.application.onward_sales
    given = [sale.share for sale in sales if sale.share is not None]
    total = sum(given, Decimal(0))
    if total > 1 + _ROUNDED:
        yield context.finding("onward.over_whole", "onward_sales", total=f"{total * 100:f}")
    elif sales and len(given) == len(sales) and total < 1 - _ROUNDED:
        yield context.finding("onward.not_whole", "onward_sales", total=f"{total * 100:f}")


def customers(context: Context) -> Iterator[Finding]:
    """No customer is on a list; a finding rests on the law of that list."""
    for n, sale in enumerate(context.application.onward_sales):
        for entry in context.listed(sale.customer)[:1]:
            path, name = f"onward_sales[{n}].customer", sale.customer or ""
            code = "onward.listed" if entry.exact and not entry.paused else "onward.maybe_listed"
            found = context.finding(code, path, name=name, entry=entry.party.name)
            yield replace(found, law=context.regime.lists[entry.party.list].law)


def destinations(context: Context) -> Iterator[Finding]:
    """A customer's country to which the goods themselves might not go."""
    sales = context.application.onward_sales
    abroad = (sale.country for sale in sales if sale.country != context.departure)
    closed = stopped(context, filter(None, abroad))
    for n, sale in enumerate(sales):
        if sale.country in closed:
            place, path = Term(country=sale.country), f"onward_sales[{n}].country"
            yield context.finding("onward.restricted", path, country=place)


CHECKS = (said, shares, customers, destinations)
