"""The rows at applications as they lie in the database, each with its SHA-256: for `verify`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from monazite.desk.applications import prints
from monazite.desk.applications.models import (
    FiledLine,
    FiledParty,
    LineRuling,
    NamedOffice,
    Paper,
    Reviewer,
)
from monazite.desk.events.prints import Print
from monazite.desk.events.replay import Belonging
from monazite.desk.events.verification.reading import identity, printed
from monazite.desk.people.models import REVIEWING

_OF = "t.application_id"


def _numbered(table: str, model: type[Any], told: Print) -> Callable[[], Iterator[Belonging]]:
    def read() -> Iterator[Belonging]:
        for of, number, sha256 in printed(model, told, f"{_OF}, t.number FROM {{t}}", _OF):
            yield Belonging(identity(of), table, str(number), sha256)

    return read


def _known(
    table: str, model: type[Any], told: Print, column: str
) -> Callable[[], Iterator[Belonging]]:
    def read() -> Iterator[Belonging]:
        for of, key, sha256 in printed(model, told, f"{_OF}, t.{column} FROM {{t}}", _OF):
            yield Belonging(identity(of), table, str(identity(key)), sha256)

    return read


def _offices() -> Iterator[Belonging]:
    # Whom a review asks is told on the case's chain, which its applicant does not read.
    select = f"{_OF}, t.agency_id, t.duty FROM {{t}} WHERE t.duty <> '{REVIEWING}'"
    for of, agency, duty, sha256 in printed(NamedOffice, prints.OFFICE, select, _OF):
        key = prints.office_key(identity(agency), duty)
        yield Belonging(identity(of), "offices", key, sha256)


def _rulings() -> Iterator[Belonging]:
    select = (
        "l.application_id, l.number, t.id, t.supersedes_id"
        " FROM {t} JOIN applications_filedline l ON l.id = t.line_id"
    )
    order = "l.application_id, l.number, t.id"
    rows = printed(LineRuling, prints.RULING, select, order)
    for (of, line), group in groupby(rows, key=itemgetter(0, 1)):
        for place, sha256 in _in_order(list(group)):
            yield Belonging(identity(of), "rulings", f"{line}.{place}", sha256)


def _in_order(rows: list[tuple[Any, ...]]) -> Iterator[tuple[object, str]]:
    """Each by its place in the succession; what stands outside it by its id."""
    after = {before: (ident, sha256) for _, _, ident, before, sha256 in rows}
    ident, place = None, 0
    while ident in after:
        ident, sha256 = after.pop(ident)
        place += 1
        yield place, sha256
    reached = {ident for ident, _ in after.values()}
    yield from ((f"id {row[2]}", row[4]) for row in rows if row[2] in reached)


BELONGINGS = (
    _numbered("parties", FiledParty, prints.PARTY),
    _numbered("lines", FiledLine, prints.LINE),
    _offices,
    _rulings,
    _known("papers", Paper, prints.PAPER, "id"),
    _known("reviewers", Reviewer, prints.REVIEWER, "person_id"),
)
"""One stream a table, by application."""
