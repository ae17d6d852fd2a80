"""The pre-check: everything for which an application would come back, before it is filed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from monazite.law.finding import ERROR, SEVERITIES
from monazite.law.store import load
from monazite.licensing.checks import CHECKS
from monazite.licensing.context import Context
from monazite.licensing.fields import sections
from monazite.licensing.reading import read
from monazite.licensing.regime import regime
from monazite.licensing.rulings import line_rulings

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from monazite.law.law import Law
    from monazite.licensing.application import Application
    from monazite.licensing.findings import Finding
    from monazite.licensing.record import Record
    from monazite.licensing.rulings import LineRuling

_PATH = re.compile(r"(?P<section>\w*)(?:\[(?P<row>\d+)\])?(?:\.(?P<field>\w+))?")
_LAST = 10_000
_NO_LICENCE = frozenset({"duty_only", "reporting_only", "not_controlled"})


@dataclass(frozen=True, slots=True)
class Precheck:
    """The application as read, every finding in the order of the form, the ruling on each line."""

    application: Application
    findings: tuple[Finding, ...]
    rulings: tuple[LineRuling, ...]

    @property
    def may_be_filed(self) -> bool:
        """Whether nothing stands against filing: warnings and notes do not."""
        return all(finding.severity != ERROR for finding in self.findings)

    @property
    def needs_no_licence(self) -> bool:
        """Whether the law asks a licence for none of the lines; False while there are none."""
        return bool(self.rulings) and all(each.outcome in _NO_LICENCE for each in self.rulings)


def precheck(
    form: Mapping[str, Any],
    *,
    today: date,
    law: Law | None = None,
    files: Collection[str] | None = None,
    record: Record | None = None,
) -> Precheck:
    """All findings on a form as typed.

    today: the day where the goods leave; files: SHA-256 of the files at hand (None: they were not
    looked at); record: what is known of the exporter.
    """
    law, reading = law or load(), read(form)
    application = reading.application
    rulings = line_rulings(application, today, law)
    context = Context(
        reading=reading,
        regime=regime(application.regime),
        today=today,
        law=law,
        rulings=rulings,
        files=files,
        record=record,
    )
    found = [*reading.findings, *(finding for check in CHECKS for finding in check(context))]
    # Two checks that meet the same thing say it once.
    once = {(f.code, f.path, f.law, repr(f.values)): f for f in found}
    return Precheck(application, tuple(sorted(once.values(), key=_order)), rulings)


def _order(finding: Finding) -> tuple[int, int, int, int, str]:
    """The order of the form, the gravest first at one field."""
    place = _PATH.match(finding.path)
    section, row, field = place.group("section", "row", "field") if place else ("", None, None)
    at, fields = _places().get(section or "", (-1 if not finding.path else _LAST, {}))
    severity = SEVERITIES.index(finding.severity)
    return at, int(row or -1), fields.get(field or "", -1), severity, finding.code


@lru_cache(maxsize=1)
def _places() -> dict[str, tuple[int, dict[str, int]]]:
    return {
        name: (at, {field.name: n for n, field in enumerate(section.fields)})
        for at, (name, section) in enumerate(sections().items())
    }
