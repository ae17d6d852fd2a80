"""What one filing writes, written again for other drafts by psycopg alone.

The same rows in the same transaction: the draft's row as it is after filing, parties, offices, the
line with its ruling, event, answer, the number's count, and the case with its event and tasks.
Everything is known beforehand: nothing is read, checked, counted or hashed, each table takes one
prepared statement, and all of them go in one pipeline.
"""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from monazite.desk.applications.models import Application

Row = dict[str, Any]
Statement = tuple[str, list[Any]]

_CHANGED = ("event_seq", "event_head", "state", "filed_at", "filed_by_id", "changed_at")
_COUNT = "UPDATE applications_sequence SET last = last + 1 WHERE name = %s"


class Bare:
    """Writes what one filing wrote, again and again."""

    def __init__(self) -> None:
        from benchmarks.desk_drafts import Filer

        from monazite.desk.applications.models import Application
        from monazite.desk.once.models import Answer

        for act in Filer().prepared(1):
            act()
        filed = Application.objects.filter(state="submitted").latest("filed_at")
        (self.filed,) = _read("applications_application", "id", filed.pk)
        self.rows = {
            table: _read(table, column, key)
            for table, column, key in (
                ("applications_filedparty", "application_id", filed.pk),
                ("applications_namedoffice", "application_id", filed.pk),
                ("once_answer", "id", Answer.objects.latest("pk").pk),
            )
        }
        self.event = _read("events_event", "aggregate_id", filed.pk)[-1]
        (self.line,) = _read("applications_filedline", "application_id", filed.pk)
        (self.ruling,) = _read("applications_lineruling", "line_id", filed.lines.get().pk)
        del self.ruling["line_id"]
        (self.case,) = _read("cases_case", "application_id", filed.pk)
        (self.opened,) = _read("events_event", "aggregate_id", self.case["id"])
        self.tasks = _read("cases_task", "case_id", self.case["id"])

    def prepared(self, count: int) -> list[Callable[[], object]]:
        """So many, each for a draft that waits, ready to be done."""
        from benchmarks.desk_drafts import drafts

        return [self._writing(draft) for draft in drafts(count)]

    def _writing(self, draft: Application) -> Callable[[], object]:
        from django.db import connection

        statements = list(self._statements(draft.pk, str(uuid.uuid4())))

        def act() -> None:
            raw: Any = connection.connection
            raw.prepare_threshold = 0
            with raw.pipeline(), raw.transaction(), raw.cursor() as cursor:
                for sql, values in statements:
                    cursor.execute(sql, values)

        return act

    def _statements(self, draft: uuid.UUID, key: str) -> Iterator[Statement]:
        its = {"application_id": draft, "aggregate_id": draft, "key": key}
        for table, rows in self.rows.items():
            yield _insert(table, [_of(row, its) for row in rows])
        laid, values = _insert("applications_filedline", [_of(self.line, its)])
        columns = ", ".join(f'"{name}"' for name in self.ruling)
        marks = ", ".join(["%s"] * len(self.ruling))
        sql = (
            f"WITH line AS ({laid} RETURNING id) INSERT INTO applications_lineruling"  # noqa: S608
            f" (line_id, {columns}) SELECT line.id, {marks} FROM line"
        )
        yield sql, [*values, *self.ruling.values()]
        case = {"id": uuid.uuid4(), "application_id": draft}
        of_case = {"aggregate_id": case["id"], "case_id": case["id"]}
        yield _insert("cases_case", [_of(self.case, case)])
        yield _insert("cases_task", [_of(task, of_case) for task in self.tasks])
        yield _insert("events_event", [_of(self.event, its), _of(self.opened, of_case)])
        yield _COUNT, [self.filed["reference"].rpartition("-")[0]]
        sets = ", ".join(f"{name} = %s" for name in (*_CHANGED, "reference"))
        changed = [*(self.filed[name] for name in _CHANGED), key[:32], draft]
        yield f"UPDATE applications_application SET {sets} WHERE id = %s", changed  # noqa: S608


def _of(row: Row, its: Row) -> Row:
    """The row as one of another draft's."""
    return row | {name: value for name, value in its.items() if name in row}


def _insert(table: str, rows: list[Row]) -> Statement:
    columns = ", ".join(f'"{name}"' for name in rows[0])
    mark = f"({', '.join(['%s'] * len(rows[0]))})"
    marks = ", ".join([mark] * len(rows))
    sql = f"INSERT INTO {table} ({columns}) VALUES {marks}"  # noqa: S608
    return sql, [value for row in rows for value in row.values()]


def _read(table: str, column: str, ident: uuid.UUID | int) -> list[Row]:
    """The rows without their numbers, as psycopg takes them again."""
    from django.db import connection
    from psycopg.types.json import Jsonb

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} WHERE {column} = %s ORDER BY id", [ident])  # noqa: S608
        names = [each.name for each in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    for row in rows:
        if isinstance(row.get("id"), int):
            del row["id"]
        if isinstance(row.get("document"), str):
            row["document"] = Jsonb(json.loads(row["document"]))
    return rows
