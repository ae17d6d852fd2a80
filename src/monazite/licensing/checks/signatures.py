"""The end-user certificate: by the end user, signed, dated, sealed, not too old."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.law.parties import normal
from monazite.licensing.context import END_USERS
from monazite.licensing.terms import months_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.licensing.application import Paper
    from monazite.licensing.context import Context
    from monazite.licensing.findings import Finding


def _certificates(context: Context) -> Iterator[tuple[int, Paper]]:
    """Original certificates: a translation bears no signature of its own."""
    papers = enumerate(context.application.papers)
    return (
        (n, paper)
        for n, paper in papers
        if paper.kind == "end_user_certificate" and not paper.translation_of
    )


def signed(context: Context) -> Iterator[Finding]:
    """It is signed by somebody named, with their office, and sealed."""
    rules = context.regime.certificate
    for n, paper in _certificates(context):
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
    for n, paper in _certificates(context):
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


def by_the_end_user(context: Context) -> Iterator[Finding]:
    """The end user says what the end user does."""
    users = {
        normal(name)
        for _, party in context.of_role(*END_USERS)
        for name in (party.name, party.name_native)
        if name
    }
    for n, paper in _certificates(context):
        if paper.party and users and normal(paper.party) not in users:
            path, label = f"papers[{n}].party", paper.label or ""
            yield context.finding("paper.not_by_end_user", path, label=label, name=paper.party)


def by_the_government(context: Context) -> Iterator[Finding]:
    """A certificate of the end user's government may be asked for."""
    certificates = list(_certificates(context))
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


CHECKS = (signed, dated, not_yet_signed, by_the_end_user, by_the_government, contract_of_that_day)
