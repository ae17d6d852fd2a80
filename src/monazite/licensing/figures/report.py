"""`QueueReport`: all figures of a regime's casework on a day, as values that programs read.

The share granted by destination and material, and the days by which so many percent are decided,
are what a simulation of a supply shock takes from it. As JSON, with its schema; rows for tables are
`monazite.licensing.figures.table`'s.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date  # noqa: TC003 - read when the schema is made
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from monazite.errors import InputError
from monazite.licensing.figures.backlog import Age, Forecast  # noqa: TC001 - likewise
from monazite.licensing.figures.changes import Changes  # noqa: TC001
from monazite.licensing.figures.counts import Counts  # noqa: TC001
from monazite.licensing.figures.groups import Group  # noqa: TC001
from monazite.licensing.figures.offices import OfficeQueue  # noqa: TC001
from monazite.licensing.figures.plausible import plausible
from monazite.licensing.figures.shares import Share  # noqa: TC001
from monazite.licensing.figures.waiting import Curve  # noqa: TC001
from monazite.licensing.figures.weeks import Week  # noqa: TC001
from monazite.licensing.schema import DIALECT

FORMAT = "monazite.queue_report/1"


@dataclass(frozen=True, slots=True)
class Scope:
    """What the figures are of: applications under a regime, filed from first to last.

    as_of: the day at whose end they are counted; office: whose cases, "" for every office's;
    destination, material: "" for all; hidden_below: smaller counts are hidden, 0 where none is.
    """

    regime: str
    first: date
    last: date
    as_of: date
    office: str
    destination: str
    material: str
    hidden_below: int


@dataclass(frozen=True, slots=True)
class Text:
    """A definition as people read it."""

    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the figures come from: rows of which tables, and what they were computed with.

    law, calendar: SHA-256 of the law data and of the working-day table.
    """

    sources: tuple[str, ...]
    law: str
    calendar: str
    version: str


@dataclass(frozen=True, slots=True)
class QueueReport:
    """counts to groups: of the cases filed in the window; weeks, ages, forecast: of all cases.

    All of these are of applications for a licence; changes: of those that ask for a licence to be
    changed, filed in the window. offices: of all tasks opened in the window. counts: None where all
    of it is hidden.
    """

    format: str
    scope: Scope
    counts: Counts | None
    among_decided: Share
    among_applied: Share
    waiting: tuple[Curve, ...]
    changes: Changes
    groups: tuple[Group, ...]
    offices: tuple[OfficeQueue, ...]
    weeks: tuple[Week, ...]
    ages: tuple[Age, ...]
    forecast: Forecast | None
    origin: Origin
    definitions: dict[str, Text]


def document(report: QueueReport) -> dict[str, Any]:
    """The report as JSON."""
    found: dict[str, Any] = _adapter().dump_python(report, mode="json")
    return found


def read(found: object) -> QueueReport:
    """The report of a JSON document; InputError where it is none.

    It is closed, its types are exact, and its figures must be able to be true (`plausible`).
    """
    try:
        said = json.dumps(found, allow_nan=False)
        report = _adapter().validate_json(said, strict=True, extra="forbid")
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise InputError(place or "report", str(first["input"])[:80], first["msg"]) from error
    except (TypeError, ValueError) as error:
        raise InputError("report", str(error)[:80], "a JSON document, without NaN") from error
    if report.format != FORMAT:
        raise InputError("format", report.format, FORMAT)
    plausible(report, json.loads(said))
    return report


def schema() -> dict[str, Any]:
    """The JSON Schema of the document (2020-12), made from the classes; closed."""
    made = _adapter().json_schema(mode="serialization")
    for each in (made, *made["$defs"].values()):
        if "properties" in each:
            each["additionalProperties"] = False
    return {"$schema": DIALECT, **made}


@lru_cache
def _adapter() -> TypeAdapter[QueueReport]:
    return TypeAdapter(QueueReport)
