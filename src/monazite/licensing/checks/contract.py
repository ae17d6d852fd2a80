"""The contract: between whom, since when, over how much."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from monazite.law.parties import normal
from monazite.licensing.context import names_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.licensing.context import Context
    from monazite.licensing.findings import Finding

_CENT = Decimal("0.01")


def day(context: Context) -> Iterator[Finding]:
    """It was signed, and before anything leaves."""
    signed, path = context.application.contract.signed_on, "contract.signed_on"
    if signed is None:
        return
    if signed > context.today:
        yield context.finding("contract.in_future", path, day=signed.isoformat())
    days = [t.first_on for t in context.application.transport if t.first_on is not None]
    if days and signed > min(days):
        first = min(days).isoformat()
        yield context.finding("contract.after_shipment", path, day=signed.isoformat(), first=first)


def between_the_parties(context: Context) -> Iterator[Finding]:
    """The exporter or its agent sells, the importer buys."""
    contract = context.application.contract
    sides = (
        ("seller", contract.seller, ("exporter", "agent")),
        ("buyer", contract.buyer, ("importer",)),
    )
    for field, name, roles in sides:
        there = [party for _, party in context.of_role(*roles)]
        known = {each for party in there for each in names_of(party)}
        if name and known and normal(name) not in known:
            names = ", ".join(p.name for p in there if p.name)
            code = f"contract.{field}_not_party"
            yield context.finding(code, f"contract.{field}", name=name, party=names)


def one_currency(context: Context) -> Iterator[Finding]:
    """Lines are priced in the contract's currency."""
    currency = context.application.contract.currency
    for n, line in enumerate(context.application.lines):
        if currency and line.currency and line.currency != currency:
            yield context.finding(
                "contract.other_currency",
                f"lines[{n}].currency",
                currency=line.currency,
                contract=currency,
            )


def value(context: Context) -> Iterator[Finding]:
    """It is worth what its lines are worth, to the cent; a frame contract may be worth more."""
    contract, lines = context.application.contract, context.application.lines
    path = "contract.value"
    if contract.value is None:
        return
    if contract.value <= 0:
        yield context.finding("contract.value_not_positive", path, value=f"{contract.value:f}")
        return
    values = [line.value for line in lines if line.value is not None]
    if (
        not lines
        or len(values) < len(lines)
        or {line.currency for line in lines} != {contract.currency}
    ):
        return
    total = sum(values, Decimal(0))
    if abs(total - contract.value) < _CENT:
        return
    several = context.kind is not None and not context.kind.one_export
    frame = contract.value > total or several
    code = "contract.value_of_frame" if frame else "contract.value_not_sum"
    yield context.finding(code, path, value=f"{contract.value:f}", sum=f"{total:f}")


CHECKS = (day, between_the_parties, one_currency, value)
