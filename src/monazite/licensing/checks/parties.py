"""Who takes part: the roles that must be there, where parties are, how they are named."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from monazite.law.finding import Term
from monazite.law.parties import normal
from monazite.licensing.context import END_USERS
from monazite.licensing.identifiers import is_social_credit_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.licensing.application import Party
    from monazite.licensing.context import Context
    from monazite.licensing.findings import Finding


def roles_there(context: Context) -> Iterator[Finding]:
    """Every role that the regime asks for has somebody."""
    if context.unread("parties"):
        return
    there = {party.role for party in context.application.parties}
    for role in context.regime.roles_required:
        if role not in there:
            yield context.finding("party.role_missing", "parties", role=_role(role))


def roles_once(context: Context) -> Iterator[Finding]:
    """Roles that one party alone can have."""
    for role in context.regime.roles_at_most_one:
        for n, _ in list(context.of_role(role))[1:]:
            yield context.finding("party.role_twice", f"parties[{n}].role", role=_role(role))


def one_end_user(context: Context) -> Iterator[Finding]:
    """Some kinds have one end user."""
    if context.kind is None or not context.kind.one_end_user:
        return
    names: dict[tuple[str, ...], int] = {}
    for n, party in context.of_role(*END_USERS):
        if party.name:
            names.setdefault(normal(party.name), n)
    for n in list(names.values())[1:]:
        yield context.finding(
            "party.one_end_user",
            f"parties[{n}].role",
            name=context.application.parties[n].name or "",
            kind=Term(f"licensing.choice.kind.{context.kind.name}"),
        )


def exporter_at_home(context: Context) -> Iterator[Finding]:
    """The exporter is where the regime controls exports."""
    home = context.regime.country
    for n, party in context.of_role("exporter", "agent"):
        if home and party.country and party.country != home:
            path = f"parties[{n}].country"
            there, here = Term(country=party.country), Term(country=home)
            yield context.finding("party.exporter_abroad", path, country=there, home=here)


def destination_abroad(context: Context) -> Iterator[Finding]:
    """Goods go abroad, unless somebody who receives them is foreign and takes them over here."""
    home = context.departure
    if home and context.application.destination == home and not list(_receivers_at(context, home)):
        path, place = "application.destination", Term(country=home)
        yield context.finding("application.destination_at_home", path, value=place)


def foreign_inside(context: Context) -> Iterator[Finding]:
    """Giving an item to a foreign person inside the country is an export too.

    Carriers, stores and middlemen may be at home: goods begin their way there.
    """
    home = context.departure or ""
    for n, party in _receivers_at(context, home):
        yield context.finding(
            "party.foreign_inside",
            f"parties[{n}].country",
            role=_role(party.role or ""),
            country=Term(country=home),
        )


def _receivers_at(context: Context, home: str) -> Iterator[tuple[int, Party]]:
    receivers = context.of_role("importer", *END_USERS)
    return ((n, party) for n, party in receivers if home and party.country == home)


def end_user_at_destination(context: Context) -> Iterator[Finding]:
    """The last end user is in the country of final destination."""
    to = context.application.destination
    last = list(context.of_role("ultimate_end_user")) or list(context.of_role("end_user"))
    for n, party in last:
        if to and party.country and party.country != to:
            yield context.finding(
                "party.not_at_destination",
                f"parties[{n}].country",
                country=Term(country=party.country),
                destination=Term(country=to),
            )


def said_once(context: Context) -> Iterator[Finding]:
    """The same party stands once in a role."""
    seen = Counter[tuple[str, tuple[str, ...]]]()
    for n, party in enumerate(context.application.parties):
        if party.role is None or not party.name:
            continue
        seen[party.role, normal(party.name)] += 1
        if seen[party.role, normal(party.name)] > 1:
            yield context.finding("party.twice", f"parties[{n}]", name=party.name)


def identifier_well_formed(context: Context) -> Iterator[Finding]:
    """The exporter's number has the form that its country gives it."""
    if context.regime.identifier == "any":
        return
    for n, party in context.of_role("exporter", "agent"):
        number = party.identifier
        if number and party.country == context.regime.country and not is_social_credit_code(number):
            path = f"parties[{n}].identifier"
            yield context.finding("party.identifier_malformed", path, value=number)


def _role(role: str) -> Term:
    return Term(f"licensing.choice.role.{role}")


CHECKS = (
    roles_there,
    roles_once,
    one_end_user,
    exporter_at_home,
    destination_abroad,
    foreign_inside,
    end_user_at_destination,
    said_once,
    identifier_well_formed,
)
