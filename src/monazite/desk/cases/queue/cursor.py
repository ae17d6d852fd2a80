"""Where a page of a queue ends, so that the next begins there."""

from __future__ import annotations

import base64
import binascii
import json
import uuid
from dataclasses import dataclass
from datetime import datetime

from monazite.desk.applications.cursors import moment
from monazite.desk.cases.models import Case, Task
from monazite.errors import InputError

Value = int | datetime | None


@dataclass(frozen=True, slots=True)
class Place:
    """After which row: the part of the order, the row's value in it, its case, its task's id."""

    part: int
    value: Value
    case: uuid.UUID | None
    task: int


def said(part: int, value: Value, row: Task | Case) -> str:
    """The cursor after this row."""
    case, task = (row.case_id, row.pk) if isinstance(row, Task) else (row.pk, 0)
    plain = value.isoformat() if isinstance(value, datetime) else value
    return base64.urlsafe_b64encode(json.dumps([part, plain, case.hex, task]).encode()).decode()


def told(cursor: str, parts: int) -> Place:
    """The place that a cursor says; InputError for one that no page gave."""
    try:
        part, value, case, task = json.loads(base64.urlsafe_b64decode(cursor.encode()))
        place = Place(int(part), _value(value), uuid.UUID(case), int(task))
    except (ValueError, TypeError, AttributeError, OverflowError, binascii.Error) as error:
        raise InputError("cursor", cursor[:80], "the cursor of the page before", "stale") from error
    if not 0 <= place.part < parts:
        raise InputError("cursor", cursor[:80], "the cursor of the page before", "stale")
    return place


def _value(plain: object) -> Value:
    if isinstance(plain, int):
        return plain
    return moment(str(plain))
