"""How a report about casework looks in a terminal: counts, shares, waiting times, the backlog."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from monazite.catalogue.texts import say
from monazite.cli.output import console

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.licensing.figures.changes import Changes
    from monazite.licensing.figures.counts import Counts
    from monazite.licensing.figures.report import QueueReport
    from monazite.licensing.figures.shares import Share
    from monazite.licensing.figures.waiting import Curve

_SHARES = ("among_decided", "among_applied")


def show(report: QueueReport, lang: str) -> None:
    """The figures as a table, then why the two shares differ."""
    screen, scope = console(), report.scope
    values = {"regime": scope.regime, "first": scope.first, "last": scope.last, "on": scope.as_of}
    screen.print(Text(say("desk.cli.report.head", lang, **values), style="bold"))
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for name, value in _rows(report, lang):
        table.add_row(name, value)
    screen.print(table)
    screen.print(Text(say("licensing.figures.definition.both_true", lang), style="dim"))


def _rows(report: QueueReport, lang: str) -> Iterator[tuple[str, str]]:
    if report.counts is None:
        yield _name("applied", lang), say("licensing.figures.reason.hidden", lang)
    else:
        yield from _applications(report, report.counts, lang)
    yield from _changes(report.changes, lang)


def _applications(report: QueueReport, counts: Counts, lang: str) -> Iterator[tuple[str, str]]:
    for field in fields(counts):
        yield _name(field.name, lang), f"{getattr(counts, field.name):,}"
    for name in _SHARES:
        yield _name(name, lang), _share(getattr(report, name), lang)
    for curve in report.waiting:
        yield _name(curve.measure, lang), _median(curve, lang)
    if report.forecast is not None:
        yield say("desk.cli.report.backlog", lang), f"{report.forecast.pending:,}"


def _changes(found: Changes, lang: str) -> Iterator[tuple[str, str]]:
    """Changes asked of licences, apart from the applications."""
    if found.counts is None or found.waiting is None:
        yield _name("changes", lang), say("licensing.figures.reason.hidden", lang)
        return
    yield _name("changes", lang), f"{found.counts.applied:,}"
    for name in ("granted", "refused", "pending"):
        part = {"what": _name(name, lang)}
        count = f"{getattr(found.counts, name):,}"
        yield say("desk.cli.report.of_changes", lang, **part), count
    if found.counts.applied:
        part = {"what": _name(found.waiting.measure, lang)}
        yield say("desk.cli.report.of_changes", lang, **part), _median(found.waiting, lang)


def _name(name: str, lang: str) -> str:
    return say(f"licensing.figures.name.{name}", lang)


def _share(share: Share, lang: str) -> str:
    if share.value is None:
        return say(f"licensing.figures.reason.{share.reason}", lang)
    values = {"few": f"{share.numerator:,}", "many": f"{share.denominator:,}"}
    return say("desk.cli.report.share", lang, percent=f"{share.value * 100:.1f}", **values)


def _median(curve: Curve, lang: str) -> str:
    if curve.reason:
        return say(f"licensing.figures.reason.{curve.reason}", lang)
    half = curve.quartiles[1]
    if half is None:
        return say("licensing.figures.reason.not_reached", lang)
    return say(f"desk.cli.report.median.{curve.unit}", lang, days=half)
