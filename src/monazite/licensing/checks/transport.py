"""Ways of leaving: how many there may be, what leaves by which, when."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from monazite.law.finding import Term
from monazite.ledger.calendar import UnpublishedYear
from monazite.licensing.calendars import calendar
from monazite.licensing.terms import months_after, weekdays_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.ledger.calendar import WorkingDays
    from monazite.licensing.application import Transport
    from monazite.licensing.context import Context
    from monazite.licensing.findings import Finding


def some_way(context: Context) -> Iterator[Finding]:
    """Goods leave somehow."""
    if not context.application.transport and not context.unread("transport"):
        yield context.finding("transport.none", "transport")


def one_export(context: Context) -> Iterator[Finding]:
    """Some kinds are for one export: one way of leaving, one shipment."""
    kind = context.kind
    if kind is None or not kind.one_export:
        return
    word = Term(f"licensing.choice.kind.{kind.name}")
    ways = dict(_read(context))
    for place, (n, way) in enumerate(ways.items()):
        if place:
            yield context.finding(
                "transport.single_more_than_one",
                f"transport[{n}]",
                kind=word,
                ways=str(len(ways)),
            )
        if way.shipments is not None and way.shipments > 1:
            path, number = f"transport[{n}].shipments", str(way.shipments)
            yield context.finding(
                "transport.single_several_shipments", path, kind=word, shipments=number
            )


def _read(context: Context) -> Iterator[tuple[int, Transport]]:
    """The ways of which something can be read: a blank row is none."""
    ways = enumerate(context.application.transport)
    return ((n, way) for n, way in ways if not context.unread(f"transport[{n}]"))


def lines_known(context: Context) -> Iterator[Finding]:
    """A way names lines that there are."""
    known = _numbers(context)
    for n, way in enumerate(context.application.transport):
        for number in way.lines:
            if number not in known:
                path = f"transport[{n}].lines"
                yield context.finding(
                    "transport.line_unknown", path, line=number, most=str(len(known))
                )


def lines_leave_once(context: Context) -> Iterator[Finding]:
    """Every line leaves; where one export is licensed, by one way."""
    read = dict(_read(context))
    if not read:
        return
    known = _numbers(context)
    ways = Counter(number for way in read.values() for number in _carried(way, known))
    several_may = context.kind is None or not context.kind.one_export
    for number in known:
        if not ways[number]:
            yield context.finding("transport.line_left_behind", "transport", line=number)
        elif ways[number] > 1 and not several_may:
            yield context.finding("transport.line_twice", "transport", line=number)


def days(context: Context) -> Iterator[Finding]:
    """The first shipment is to come, the last one after it."""
    for n, way in enumerate(context.application.transport):
        at = f"transport[{n}]"
        if way.first_on is not None and way.first_on < context.today:
            day = way.first_on.isoformat()
            yield context.finding("transport.in_past", f"{at}.first_on", day=day)
        if way.first_on is not None and way.last_on is not None and way.last_on < way.first_on:
            day = way.last_on.isoformat()
            yield context.finding("transport.last_before_first", f"{at}.last_on", day=day)


def within_the_term(context: Context) -> Iterator[Finding]:
    """The term runs from a decision that nobody knows yet: what lies after it is a question."""
    months = context.application.months
    if months is None or months < 1:
        return
    end = months_after(context.today, months)
    for n, way in enumerate(context.application.transport):
        for field, day in (("first_on", way.first_on), ("last_on", way.last_on)):
            if day is not None and day > end:
                words = {"day": day.isoformat(), "end": end.isoformat(), "months": str(months)}
                yield context.finding("transport.after_term", f"transport[{n}].{field}", **words)


def after_the_decision(context: Context) -> Iterator[Finding]:
    """Nothing leaves before the licence, which may take as long as its clock."""
    clock = context.regime.clocks.get(context.kind.clock) if context.kind else None
    if clock is None or clock.unit != "working_day":
        return
    likely = _earliest(calendar(context.regime.name), context.today, clock.days)
    for n, way in enumerate(context.application.transport):
        day = way.first_on
        if day is not None and context.today <= day < likely:
            yield context.finding(
                "transport.before_decision",
                f"transport[{n}].first_on",
                day=day.isoformat(),
                days=str(clock.days),
                likely=likely.isoformat(),
            )


def _earliest(worked: WorkingDays, today: date, days: int) -> date:
    """The end of so many working days; in years not published yet nobody knows the holidays.

    It ends on that day or later: the weekdays there are counted as if none were off.
    """
    try:
        return worked.after(today, days)
    except UnpublishedYear as end:
        if end.year <= today.year:
            return weekdays_after(today, days)
        last = date(end.year - 1, 12, 31)
        return weekdays_after(last, days - worked.between(today, last))


def shipments(context: Context) -> Iterator[Finding]:
    """A number of shipments is one at least."""
    for n, way in enumerate(context.application.transport):
        if way.shipments is not None and way.shipments < 1:
            path = f"transport[{n}].shipments"
            yield context.finding("transport.no_shipment", path, shipments=str(way.shipments))


def _numbers(context: Context) -> list[str]:
    return [str(n + 1) for n in range(len(context.application.lines))]


def _carried(way: Transport, known: list[str]) -> tuple[str, ...]:
    return way.lines or tuple(known)


CHECKS = (
    some_way,
    one_export,
    lines_known,
    lines_leave_once,
    days,
    within_the_term,
    after_the_decision,
    shipments,
)
