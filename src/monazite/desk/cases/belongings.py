"""The rows at cases as they lie in the database, each with its SHA-256: for `verify`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from monazite.desk.applications.models import NamedOffice
from monazite.desk.applications.prints import OFFICE, office_key
from monazite.desk.cases import prints
from monazite.desk.cases.models import (
    Advice,
    Answer,
    Decision,
    HandBack,
    Hold,
    Mention,
    Note,
    Question,
    Reconsideration,
    Referral,
    Release,
    Routing,
    Screening,
    Settlement,
    Task,
)
from monazite.desk.events.prints import Print
from monazite.desk.events.replay import Belonging
from monazite.desk.events.verification.reading import identity, printed
from monazite.desk.people.models import REVIEWING

_OF = "t.case_id"
_OFFICE_OF = "CASE WHEN c.id IS NULL THEN t.application_id ELSE c.id END"
Stream = Callable[[], Iterator[Belonging]]


def _numbered(table: str, model: type[Any], told: Print) -> Stream:
    """Rows with a number of their own in the case."""

    def read() -> Iterator[Belonging]:
        for of, number, sha256 in printed(model, told, f"{_OF}, t.number FROM {{t}}", _OF):
            yield Belonging(identity(of), table, str(number), sha256)

    return read


def _ending(table: str, model: type[Any], told: Print, what: str) -> Stream:
    """Rows that end a numbered one, by the number of what they end; what: its table's name."""

    def read() -> Iterator[Belonging]:
        joined = f"e.case_id, e.number FROM {{t}} JOIN cases_{what} e ON e.id = t.{what}_id"
        for of, number, sha256 in printed(model, told, joined, "e.case_id"):
            yield Belonging(identity(of), table, str(number), sha256)

    return read


def _mentions() -> Iterator[Belonging]:
    select = "n.case_id, n.number, t.person_id FROM {t} JOIN cases_note n ON n.id = t.note_id"
    for of, note, person, sha256 in printed(Mention, prints.MENTION, select, "n.case_id"):
        yield Belonging(identity(of), "mentions", f"{note} {identity(person)}", sha256)


def _offices() -> Iterator[Belonging]:
    """Whom a review asks, by the application's case; by the application where it has none."""
    select = (
        f"{_OFFICE_OF}, t.agency_id, t.duty FROM {{t}} LEFT JOIN cases_case c"
        f" ON c.application_id = t.application_id WHERE t.duty = '{REVIEWING}'"
    )
    for of, agency, duty, sha256 in printed(NamedOffice, OFFICE, select, _OFFICE_OF):
        key = office_key(identity(agency), duty)
        yield Belonging(identity(of), "offices", key, sha256)


def _advice() -> Iterator[Belonging]:
    select = (
        "t.case_id, k.number, t.id, t.supersedes_id FROM {t} JOIN cases_task k ON k.id = t.task_id"
    )
    rows = printed(Advice, prints.ADVICE, select, "t.case_id, k.number, t.id")
    for (of, task), group in groupby(rows, key=itemgetter(0, 1)):
        for place, sha256 in _in_order([row[2:] for row in group]):
            yield Belonging(identity(of), "advice", f"{task}.{place}", sha256)


def _settlements() -> Iterator[Belonging]:
    select = f"{_OF}, t.id, t.supersedes_id FROM {{t}}"
    rows = printed(Settlement, prints.SETTLEMENT, select, f"{_OF}, t.id")
    for of, group in groupby(rows, key=itemgetter(0)):
        for place, sha256 in _in_order([row[1:] for row in group]):
            yield Belonging(identity(of), "settlements", str(place), sha256)


def _in_order(rows: list[tuple[Any, ...]]) -> Iterator[tuple[object, str]]:
    """Each by its place in the succession; what stands outside it by its id."""
    after = {before: (ident, sha256) for ident, before, sha256 in rows}
    ident, place = None, 0
    while ident in after:
        ident, sha256 = after.pop(ident)
        place += 1
        yield place, sha256
    reached = {ident for ident, _ in after.values()}
    yield from ((f"id {ident}", sha256) for ident, _, sha256 in rows if ident in reached)


BELONGINGS = (
    _numbered("tasks", Task, prints.TASK),
    _numbered("routings", Routing, prints.ROUTING),
    _numbered("screenings", Screening, prints.SCREENING),
    _numbered("questions", Question, prints.QUESTION),
    _ending("answers", Answer, prints.ANSWER, "question"),
    _numbered("holds", Hold, prints.HOLD),
    _ending("releases", Release, prints.RELEASE, "hold"),
    _numbered("referrals", Referral, prints.REFERRAL),
    _ending("hand_backs", HandBack, prints.HAND_BACK, "referral"),
    _offices,
    _advice,
    _settlements,
    _numbered("decisions", Decision, prints.DECISION),
    _numbered("reconsiderations", Reconsideration, prints.RECONSIDERATION),
    _numbered("notes", Note, prints.NOTE),
    _mentions,
)
"""One stream a table, by case."""
