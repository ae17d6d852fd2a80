"""Terms as a person sends them: read, and never more than what was asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

from monazite.law.finding import ERROR, NOTE, Term
from monazite.licensing.amounts import amount
from monazite.licensing.casework.granted import TermLine, Terms, bounds
from monazite.licensing.casework.regime import casework
from monazite.licensing.fields import LIMITS, Field
from monazite.licensing.findings import Finding
from monazite.licensing.reading.hints import Hints
from monazite.licensing.reading.leaves import leaf, sketch
from monazite.licensing.terms import months_after

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from monazite.law.finding import Value
    from monazite.licensing.application import Application, Line
    from monazite.licensing.casework.regime import LicenceRule
    from monazite.licensing.regime import Regime

_DAY = timedelta(days=1)
_LONGEST, _MOST = 1000, 50
_STRANGE = 5
"""So many unknown fields of a record are named."""
_OF_LINE = {
    "number": "count", "controlled_by": "word", "quantity": "decimal", "value": "decimal",
    "sub_period_days": "count", "sub_period_quantity": "decimal", "sub_period_value": "decimal",
    "uses_max": "count",
}  # fmt: skip
_OF_TERMS = ("valid_from", "valid_until", "lines", "conditions")


@dataclass(slots=True)
class _Reading:
    """What is read against, and the findings so far."""

    application: Application
    regime: Regime
    rule: LicenceRule
    on: date
    findings: list[Finding] = field(default_factory=list)
    hints: Hints = field(default_factory=Hints)

    def find(self, code: str, path: str, law: str = "", **values: Value) -> None:
        severity = NOTE if code == "line_left_out" else ERROR
        self.findings.append(Finding(f"terms.{code}", severity, path, law, values))

    def leaf(self, typed: object, kind: str, path: str) -> Any:  # noqa: ANN401 - by its kind
        declared = Field("terms", path, kind, limit=LIMITS.get(kind, 200))
        value, problems = leaf(typed, declared, self.hints)
        self._told(problems, path)
        return value

    def text(self, typed: object, path: str) -> str | None:
        value, problems = leaf(typed, Field("terms", path, "text", limit=_LONGEST), self.hints)
        self._told(problems, path)
        return value if isinstance(value, str) else None

    def _told(self, problems: tuple[Any, ...], path: str) -> None:
        for each in problems:
            found = Finding(f"read.{each.code}", each.severity, path, values=each.values)
            self.findings.append(found)

    @property
    def failed(self) -> bool:
        return any(each.severity == ERROR for each in self.findings)


def read(
    document: object, application: Application, regime: Regime, on: date
) -> tuple[Terms | None, tuple[Finding, ...]]:
    """The terms in a JSON document and every finding; None where an error is among them.

    on: the day of the decision: no licence begins before it, or later than the longest term of its
    kind after it.
    """
    reading = _Reading(application, regime, rule_of(application, regime), on)
    if not isinstance(document, Mapping):
        reading.find("shape", "", value=sketch(document))
        return None, tuple(reading.findings)
    _keys(document, _OF_TERMS, "", reading)
    start = reading.leaf(document.get("valid_from"), "date", "valid_from")
    end = reading.leaf(document.get("valid_until"), "date", "valid_until")
    _days(start, end, reading)
    lines = _lines(document.get("lines"), reading)
    _sub_periods(lines, start, end, reading)
    conditions = _conditions(document.get("conditions"), reading)
    terms = None if reading.failed else Terms(start, end, lines, conditions)
    return terms, tuple(reading.findings)


def last_day(application: Application, regime: Regime, start: date) -> date:
    """The last day that a licence may run from a day: as asked, and no longer than its kind."""
    longest = _longest(application, regime)
    asked = application.months or rule_of(application, regime).months
    return months_after(start, min(asked, longest)) - _DAY


def _longest(application: Application, regime: Regime) -> int:
    """The months of the longest term of the kind; where it has none, those that are usual."""
    kind = regime.kinds.get(application.kind or "")
    most = kind.most_months if kind else None
    return most or max(application.months or 0, rule_of(application, regime).months)


def rule_of(application: Application, regime: Regime) -> LicenceRule:
    """What the regime says of a licence of the kind asked for; of an unknown one, of its first."""
    rules = casework(regime.name).licence
    return rules.get(application.kind or "") or next(iter(rules.values()))


def _keys(given: Mapping[Any, Any], known: tuple[str, ...], at: str, reading: _Reading) -> None:
    strange = (key for key in given if key not in known)
    for key in islice(strange, _STRANGE):
        path = f"{at}.{sketch(key)}" if at else sketch(key)
        reading.find("key_unknown", path, typed=sketch(key), accepted=", ".join(known))


def _days(start: date | None, end: date | None, reading: _Reading) -> None:
    for name, day in (("valid_from", start), ("valid_until", end)):
        if day is None and not any(each.path == name for each in reading.findings):
            reading.find("day_missing", name)
    if start is not None and start < reading.on:
        reading.find("before_decision", "valid_from", on=reading.on.isoformat())
    latest = months_after(reading.on, _longest(reading.application, reading.regime))
    if start is not None and start > latest:
        reading.find("begins_too_late", "valid_from", last=latest.isoformat())
    if start is None or end is None:
        return
    if end < start:
        reading.find("ends_before_it_begins", "valid_until")
    last = last_day(reading.application, reading.regime, start)
    if end > last:
        kind = reading.regime.kinds.get(reading.application.kind or "")
        law = kind.law if kind else ""
        reading.find("too_long", "valid_until", law, last=last.isoformat())


def _lines(typed: object, reading: _Reading) -> tuple[TermLine, ...]:
    if not isinstance(typed, list):
        reading.find("no_lines", "lines")
        return ()
    # With one row more than there are lines, one is unknown or stands twice: that is enough.
    rows = typed[: len(reading.application.lines) + 1]
    read_ = [_line(row, f"lines[{n}]", reading) for n, row in enumerate(rows)]
    lines = tuple(line for line in read_ if line is not None)
    numbers = [line.number for line in lines]
    for n, number in enumerate(numbers):
        if number in numbers[:n]:
            reading.find("line_twice", f"lines[{n}].number", number=str(number))
    for number in range(1, len(reading.application.lines) + 1):
        if number not in numbers and not reading.failed:
            reading.find("line_left_out", "lines", number=str(number))
    if not typed:
        reading.find("no_lines", "lines")
    return lines


def _line(row: object, at: str, reading: _Reading) -> TermLine | None:
    if not isinstance(row, Mapping):
        reading.find("shape", at, value=sketch(row))
        return None
    _keys(row, tuple(_OF_LINE), at, reading)
    said = {
        name: reading.leaf(row.get(name), kind, f"{at}.{name}") for name, kind in _OF_LINE.items()
    }
    number = said["number"]
    if number is None or not 1 <= number <= len(reading.application.lines):
        reading.find("line_unknown", f"{at}.number", number="" if number is None else str(number))
        return None
    line = TermLine(**{**said, "controlled_by": said["controlled_by"] or ""})
    asked = reading.application.lines[number - 1]
    _bounds(line, asked, at, reading)
    _uses(line, at, reading)
    return line


def _bounds(line: TermLine, asked: Line, at: str, reading: _Reading) -> None:
    if line.controlled_by not in reading.rule.controlled_by:
        accepted = tuple(
            Term(f"licensing.casework.control.{c}") for c in reading.rule.controlled_by
        )
        reading.find("control_unknown", f"{at}.controlled_by", accepted=accepted)
        return
    for name in ("quantity", "value"):
        given, most = getattr(line, name), getattr(asked, name)
        if given is None and name in bounds(line.controlled_by):
            reading.find("amount_missing", f"{at}.{name}")
        _amount(given, most, "more_than_asked", f"{at}.{name}", reading)
        part = getattr(line, f"sub_period_{name}")
        _amount(part, given, "part_over_whole", f"{at}.sub_period_{name}", reading)


def _amount(
    given: Decimal | None, most: Decimal | None, code: str, path: str, reading: _Reading
) -> None:
    if given is None:
        return
    if given <= 0:
        reading.find("not_positive", path)
    elif most is not None and given > most:
        reading.find(code, path, given=amount(given), most=amount(most))


def _uses(line: TermLine, at: str, reading: _Reading) -> None:
    most, given = reading.rule.uses, line.uses_max
    if given == 0:
        reading.find("not_positive", f"{at}.uses_max")
    elif most is not None and (given is None or given > most):
        kind = reading.regime.kinds.get(reading.application.kind or "")
        reading.find("too_many_uses", f"{at}.uses_max", kind.law if kind else "", most=str(most))


def _sub_periods(
    lines: tuple[TermLine, ...], start: date | None, end: date | None, reading: _Reading
) -> None:
    for n, line in enumerate(lines):
        at, days = f"lines[{n}].sub_period_days", line.sub_period_days
        parts = (line.sub_period_quantity, line.sub_period_value)
        if (days is None) != all(part is None for part in parts):
            reading.find("sub_period_incomplete", at)
        elif days == 0:
            reading.find("not_positive", at)
        elif days and start is not None and end is not None and days > (end - start).days:
            reading.find("sub_period_too_long", at)


def _conditions(typed: object, reading: _Reading) -> tuple[str, ...]:
    if typed is None:
        return ()
    if not isinstance(typed, list) or len(typed) > _MOST:
        reading.find("conditions_shape", "conditions", most=str(_MOST))
        return ()
    texts = [reading.text(each, f"conditions[{n}]") for n, each in enumerate(typed)]
    return tuple(dict.fromkeys(text for text in texts if text))
