"""What the declarations of the last days say beside this one, and the score of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.words import fold
from monazite.customs.checks.parcels import SMALL
from monazite.customs.terms import same_port
from monazite.law.finding import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.customs.context import Context
    from monazite.customs.declared import Declaration
    from monazite.customs.findings import Finding

LOOKED_AT = frozenset({"held", "challenged", "refused"})
"""States of what somebody has looked at, or should have."""


def asked(declaration: Declaration) -> bool:
    """Whether declarations of the last days can change what is found in this one.

    Parcels, what goes without a licence, and what is unloaded elsewhere; the port of licensed goods
    is held by the licence itself.
    """
    unlicensed = any(not item.licences for item in declaration.items)
    elsewhere = declaration.arrival not in {None, declaration.destination}
    return unlicensed or elsewhere or declaration.mode in SMALL


def unloaded_elsewhere_again(context: Context) -> Iterator[Finding]:
    """Shipment after shipment under one licence that is unloaded in another country."""
    said = context.declaration
    if not said.arrival or said.arrival == said.destination:
        return
    cited = {number for item in said.items for number in item.licences}
    again = [
        r for r in context.facts.recent
        if r.arrival == said.arrival and r.destination == said.destination
        and cited.intersection(r.licences)
    ]  # fmt: skip
    if again:
        yield context.finding(
            "way.arrival_repeated",
            "arrival",
            shipments=str(len(again) + 1),
            arrival=Term(country=said.arrival),
            destination=Term(country=said.destination or ""),
        )


def another_port(context: Context) -> Iterator[Finding]:
    """The same goods at another port after they were held, challenged or refused at one."""
    said, ours = context.declaration, {i.hs for i in context.declaration.items if i.hs}
    exporter = fold(said.exporter.name or "")
    elsewhere: dict[str, bool] = {}
    for recent in context.facts.recent:
        doubted = recent.state in LOOKED_AT or recent.looked
        if not (said.port and recent.port and doubted):
            continue
        if recent.port not in elsewhere:
            elsewhere[recent.port] = not same_port(said.port, recent.port, context.rules)
        same = exporter and fold(recent.exporter) == exporter and ours.intersection(recent.hs)
        if elsewhere[recent.port] and same:
            yield context.finding(
                "way.port_changed",
                "port",
                number=recent.number,
                port=recent.port,
                state=Term(f"customs.state.{recent.state}"),
            )


def score(context: Context) -> Iterator[Finding]:
    """A score from which on an officer looks."""
    risk, rule = context.facts.risk, context.rules.risk
    if risk is not None and risk >= rule.look:
        yield context.resting(rule.law, "risk.high", "", risk=str(risk), look=str(rule.look))


CHECKS = (unloaded_elsewhere_again, another_port, score)
