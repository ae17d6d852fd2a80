"""The end-user certificate: by the end user, its pledges, signed, dated, sealed, not too old."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.law.finding import Term
from monazite.law.parties import normal
from monazite.licensing.context import END_USERS, names_of
from monazite.licensing.terms import months_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.licensing.context import Context
    from monazite.licensing.findings import Finding


def signed(context: Context) -> Iterator[Finding]:
    """It is signed by somebody named, with their office, and sealed."""
    rules = context.regime.certificate
    for n, paper in context.certificates():
        at, label = f"papers[{n}]", paper.label or ""
        if rules.signed and not paper.signed_by:
            yield context.finding("paper.not_signed", f"{at}.signed_by", label=label)
        elif rules.signed and not paper.signatory_role:
            path = f"{at}.signatory_role"
            yield context.finding("paper.signatory_without_office", path, name=str(paper.signed_by))
        path = f"{at}.sealed"
        if rules.sealed and paper.sealed is not True and not context.unread(path):
            yield context.finding("paper.not_sealed", path, label=label)


def dated(context: Context) -> Iterator[Finding]:
    """It is dated, and not older than a certificate may be."""
    months = context.regime.certificate.most_age_months
    for n, paper in context.certificates():
        path, label = f"papers[{n}].signed_on", paper.label or ""
        if paper.signed_on is None and not context.unread(path):
            yield context.finding("paper.not_dated", path, label=label)
        elif paper.signed_on and months_after(paper.signed_on, months) < context.today:
            day = paper.signed_on.isoformat()
            yield context.finding("paper.too_old", path, label=label, day=day, months=str(months))


def not_yet_signed(context: Context) -> Iterator[Finding]:
    """No paper is signed on a day to come."""
    for n, paper in enumerate(context.application.papers):
        if paper.signed_on is not None and paper.signed_on > context.today:
            path, day = f"papers[{n}].signed_on", paper.signed_on.isoformat()
            yield context.finding("paper.signed_in_future", path, label=paper.label or "", day=day)


def pledged(context: Context) -> Iterator[Finding]:
    """It holds the pledges that the law asks of an end user."""
    pledges = tuple(Term(f"licensing.pledge.{each}") for each in context.regime.certificate.pledges)
    for n, paper in context.certificates():
        path, label = f"papers[{n}].pledged", paper.label or ""
        if pledges and paper.pledged is not True and not context.unread(path):
            yield context.finding("paper.pledges_missing", path, label=label, pledges=pledges)


def whose(context: Context) -> Iterator[Finding]:
    """It says whose it is."""
    for n, paper in context.certificates():
        path, label = f"papers[{n}].party", paper.label or ""
        if not paper.party and not context.unread(path):
            yield context.finding("paper.party_missing", path, label=label)


def by_the_end_user(context: Context) -> Iterator[Finding]:
    """The end user, or its government, says what the end user does."""
    users = {name for _, party in context.of_role(*END_USERS) for name in names_of(party)}
    for n, paper in context.certificates():
        if not paper.party or not users or paper.government:
            continue
        if normal(paper.party) not in users:
            path, label = f"papers[{n}].party", paper.label or ""
            yield context.finding("paper.not_by_end_user", path, label=label, name=paper.party)


def by_the_government(context: Context) -> Iterator[Finding]:
    """A certificate of the end user's government may be asked for."""
    certificates = list(context.certificates())
    may_be = context.regime.certificate.may_be_governmental
    if certificates and may_be and not any(paper.government for _, paper in certificates):
        path = f"papers[{certificates[0][0]}].government"
        yield context.finding("paper.governmental_may_be_asked", path)


def contract_of_that_day(context: Context) -> Iterator[Finding]:
    """The copy of the contract bears the contract's day."""
    day = context.application.contract.signed_on
    for n, paper in enumerate(context.application.papers):
        if paper.kind == "contract" and day and paper.signed_on and paper.signed_on != day:
            yield context.finding(
                "paper.contract_of_other_day",
                f"papers[{n}].signed_on",
                day=paper.signed_on.isoformat(),
                contract=day.isoformat(),
            )


CHECKS = (
    signed,
    pledged,
    dated,
    not_yet_signed,
    whose,
    by_the_end_user,
    by_the_government,
    contract_of_that_day,
)
