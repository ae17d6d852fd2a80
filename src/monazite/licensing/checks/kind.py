"""The kind of licence: its term, its causes, and who does not get it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.law.finding import Term
from monazite.licensing.terms import months_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.licensing.context import Context
    from monazite.licensing.findings import Finding
    from monazite.licensing.regime import Bar

_CODES = {
    "convicted": "kind.barred_by_conviction",
    "penalised": "kind.barred_by_penalty",
    "parent_listed": "kind.barred_by_listed_parent",
}


def offered(context: Context) -> Iterator[Finding]:
    """The regime has the kind."""
    kind = context.application.kind
    if kind is not None and context.kind is None:
        there = tuple(_term(name) for name in context.regime.kinds)
        yield context.finding("kind.not_offered", "application.kind", kind=_term(kind), kinds=there)


def term(context: Context) -> Iterator[Finding]:
    """The term is at least a month and at most the kind's longest."""
    months, kind = context.application.months, context.kind
    if months is None or kind is None:
        return
    if months < 1:
        yield context.finding("kind.months_none", "application.months", months=str(months))
    if kind.most_months is not None and months > kind.most_months:
        yield context.finding(
            "kind.months_over",
            "application.months",
            months=str(months),
            most=str(kind.most_months),
            kind=_term(kind.name),
        )


def cause(context: Context) -> Iterator[Finding]:
    """A kind with named causes is given for one of them, the others for none."""
    case, kind = context.application.voucher_case, context.kind
    if case is None or kind is None:
        return
    path = "application.voucher_case"
    if not kind.cases:
        yield context.finding("kind.voucher_case_idle", path, kind=_term(kind.name))
    elif case not in kind.cases:
        yield context.finding("kind.voucher_case_unnamed", path)


def exporter_barred(context: Context) -> Iterator[Finding]:
    """The exporter's record bars no kind that is asked for."""
    kind = context.application.kind
    for bar in context.regime.bars:
        if kind in bar.kinds and _holds(context, bar):
            yield context.finding(_CODES[bar.fact], "application.kind", kind=_term(str(kind)))


def exporter_closed_out(context: Context) -> Iterator[Finding]:
    """Nobody to whom applications are closed applies."""
    until = context.record.closed_until if context.record else None
    if until is not None and until >= context.today:
        path = "application"
        yield context.finding("kind.closed_to_exporter", path, until=until.isoformat())


def first_general_licence(context: Context) -> Iterator[Finding]:
    """A licence for many exports rests on past ones."""
    none_so_far = context.record is not None and context.record.licences == 0
    if none_so_far and context.application.kind == "general":
        yield context.finding("kind.no_past_licence", "application.kind")


def _holds(context: Context, bar: Bar) -> bool:
    record = context.record
    if record is None:
        return False
    if bar.fact == "convicted":
        return record.convicted is True
    if bar.fact == "parent_listed":
        return record.listed_parent is True
    ends = (months_after(day, bar.within_months or 0) for day in record.penalised_on)
    return any(end >= context.today for end in ends)


def _term(kind: str) -> Term:
    return Term(f"licensing.choice.kind.{kind}")


CHECKS = (offered, term, cause, exporter_barred, exporter_closed_out, first_general_licence)
