"""The report as rows, one for each group and measure: Parquet and CSV for programs."""

from __future__ import annotations

import csv
import io
from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from pyarrow import parquet as pq

from monazite.licensing.figures.counts import CLASSES
from monazite.licensing.figures.groups import days_hidden
from monazite.licensing.figures.waiting import DECILES, QUARTILES, Curve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from monazite.licensing.figures.counts import Counts
    from monazite.licensing.figures.report import QueueReport
    from monazite.licensing.figures.shares import Share

_STEPS = ("applied", "accepted", *CLASSES)
_SHARES = ("among_decided", "among_applied")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure.

    dimension: all, change, destination, material, office, week, age or forecast; key: which; at: a
    day of waiting, or how many percent, where the measure has many values; value: None where there
    is none or it is hidden (`reason` says which); numerator, denominator: of a share; low, high:
    its interval or band.
    """

    regime: str
    as_of: str
    first: str
    last: str
    dimension: str
    key: str
    measure: str
    at: int | None
    unit: str
    value: float | None
    numerator: int | None
    denominator: int | None
    low: float | None
    high: float | None
    reason: str


def rows(report: QueueReport) -> tuple[Row, ...]:
    """Every figure of the report."""
    scope = report.scope
    as_of, first, last = (day.isoformat() for day in (scope.as_of, scope.first, scope.last))
    return tuple(
        Row(scope.regime, as_of, first, last, *each) for part in _PARTS for each in part(report)
    )


def parquet(report: QueueReport) -> bytes:
    """The rows as a Parquet file."""
    stream = io.BytesIO()
    made = rows(report)
    names = [field.name for field in fields(Row)]
    columns = {name: [getattr(row, name) for row in made] for name in names}
    pq.write_table(pa.table(columns, schema=_schema()), stream)
    return stream.getvalue()


def read_parquet(data: bytes) -> tuple[Row, ...]:
    """The rows of such a file."""
    return tuple(Row(**each) for each in pq.read_table(io.BytesIO(data)).to_pylist())


def comma_separated(report: QueueReport) -> str:
    """The rows as CSV, with a head."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(field.name for field in fields(Row))
    writer.writerows(map(astuple, rows(report)))
    return stream.getvalue()


def _schema() -> pa.Schema:
    kinds = {"str": pa.string(), "int | None": pa.int64(), "float | None": pa.float64()}
    return pa.schema([(field.name, kinds[str(field.type)]) for field in fields(Row)])


_Values = tuple[Any, ...]


def _value(
    where: tuple[str, str], measure: str, value: float | None, unit: str, at: int | None = None,
    reason: str = "", low: float | None = None, high: float | None = None,
) -> _Values:  # fmt: skip
    found = None if value is None else float(value)
    return (*where, measure, at, unit, found, None, None, low, high, reason)


def _share(where: tuple[str, str], measure: str, share: Share) -> _Values:
    exact = share.numerator, share.denominator
    return (
        *where,
        measure,
        None,
        "share",
        share.value,
        *exact,
        share.low,
        share.high,
        share.reason,
    )


def _counts(where: tuple[str, str], counts: Counts | None) -> Iterator[_Values]:
    for name in _STEPS:
        count = getattr(counts, name) if counts else None
        yield _value(where, name, count, "cases", reason="hidden" if count is None else "")


def _whole(report: QueueReport) -> Iterator[_Values]:
    where = ("all", "")
    yield from _counts(where, report.counts)
    for name in _SHARES:
        yield _share(where, name, getattr(report, name))
    for curve in report.waiting:
        yield from _curve(where, curve)


def _curve(where: tuple[str, str], curve: Curve) -> Iterator[_Values]:
    for percent, day in zip(QUARTILES, curve.quartiles, strict=True):
        yield _days(where, curve.measure, percent, day, curve.unit, curve.reason)
    for point in curve.points:
        yield _value(
            where, f"{curve.measure}_waiting", point.waiting, "share", point.day,
            low=point.low, high=point.high,
        )  # fmt: skip


def _changes(report: QueueReport) -> Iterator[_Values]:
    where = ("change", "")
    yield from _counts(where, report.changes.counts)
    if report.changes.waiting is not None:
        yield from _curve(where, report.changes.waiting)


def _groups(report: QueueReport) -> Iterator[_Values]:
    for group in report.groups:
        where = (group.dimension, group.key)
        yield from _counts(where, group.counts)
        for name in _SHARES:
            yield _share(where, name, getattr(group, name))
        reason = "hidden" if days_hidden(group.counts, report.scope.hidden_below) else ""
        yield from _many(where, "filed_to_decision", DECILES, group.days, reason)


def _offices(report: QueueReport) -> Iterator[_Values]:
    for queue in report.offices:
        where = ("office", queue.office)
        for name in ("opened", "done", "cancelled", "open"):
            count = getattr(queue, name)
            reason = "hidden" if count is None else ""
            yield _value(where, f"{queue.kind}_{name}", count, "tasks", reason=reason)
        reason = "hidden" if queue.done is None else ""
        yield from _many(where, f"{queue.kind}_in_queue", QUARTILES, queue.days, reason)


def _weeks(report: QueueReport) -> Iterator[_Values]:
    for week in report.weeks:
        for name in ("applied", "accepted", *CLASSES[:5], "reopened", "decided_anew", "pending"):
            yield _value(("week", week.first.isoformat()), name, getattr(week, name), "cases")


def _backlog(report: QueueReport) -> Iterator[_Values]:
    for age in report.ages:
        key = f"{age.first}-{'' if age.last is None else age.last}"
        yield _value(("age", key), "pending", age.cases, "cases")
    for band in report.forecast.bands if report.forecast else ():
        where = ("forecast", band.week.isoformat())
        yield _value(where, "pending", band.middle, "cases", low=band.low, high=band.high)


def _many(
    where: tuple[str, str], measure: str, percents: Iterable[int], days: Sequence[int | None],
    reason: str,
) -> Iterator[_Values]:  # fmt: skip
    for percent, day in zip(percents, days, strict=True):
        yield _days(where, measure, percent, day, "days", reason)


def _days(
    where: tuple[str, str], measure: str, percent: int, day: int | None, unit: str, reason: str
) -> _Values:
    """By which day so many percent are decided."""
    why = reason or ("not_reached" if day is None else "")
    return _value(where, f"{measure}_by_percent", day, unit, percent, why)


_PARTS = (_whole, _changes, _groups, _offices, _weeks, _backlog)
