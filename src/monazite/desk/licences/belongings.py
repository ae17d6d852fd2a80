"""The rows at licences and lines as they lie in the database, each with its SHA-256."""

from __future__ import annotations

from collections.abc import Iterator

from monazite.desk.events.prints import Print
from monazite.desk.events.replay import Belonging
from monazite.desk.events.verification.reading import identity, printed
from monazite.desk.licences import prints
from monazite.desk.licences.models import Change, LicenceLine, Movement, Order, Report

_LICENCE, _LINE = "t.licence_id", "t.line_id"


def _numbered(
    table: str, model: type[LicenceLine | Movement | Order | Report], told: Print, of: str
) -> Iterator[Belonging]:
    for owner, number, sha256 in printed(model, told, f"{of}, t.number FROM {{t}}", of):
        yield Belonging(identity(owner), table, str(number), sha256)


def _lines() -> Iterator[Belonging]:
    yield from _numbered("lines", LicenceLine, prints.LINE, _LICENCE)


def _orders() -> Iterator[Belonging]:
    yield from _numbered("orders", Order, prints.ORDER, _LICENCE)


def _movements() -> Iterator[Belonging]:
    yield from _numbered("movements", Movement, prints.MOVEMENT, _LINE)


def _reports() -> Iterator[Belonging]:
    yield from _numbered("reports", Report, prints.REPORT, _LINE)


def _changes() -> Iterator[Belonging]:
    select = f"{_LICENCE}, t.application_id FROM {{t}}"
    for owner, application, sha256 in printed(Change, prints.CHANGE, select, _LICENCE):
        yield Belonging(identity(owner), "changes", str(identity(application)), sha256)


OF_LICENCE = (_lines, _orders, _changes)
OF_LINE = (_movements, _reports)
"""One stream a table, by aggregate."""
