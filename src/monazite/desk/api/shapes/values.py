"""Values of a body that JSON has only as text: days and ids, and texts that somebody reads."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from monazite.desk.applications.written import CONDITION_MAX, TEXT_MAX

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII | re.IGNORECASE)
_SAID = "^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$"
"""Something other than spaces, and no NUL."""


def _day(value: Any) -> Any:  # noqa: ANN401 - what a body holds
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError("day", "a day, such as 2026-11-30")


def _id(value: Any) -> Any:  # noqa: ANN401 - likewise
    if isinstance(value, str) and _ID.fullmatch(value):
        return UUID(value)
    raise PydanticCustomError("id", "an id: 32 hexadecimal digits in five groups")


def _whole(value: Any) -> Any:  # noqa: ANN401 - likewise
    """To JSON 12.0 is the integer 12."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


RowId = Annotated[int, Field(ge=1, le=2**53 - 1), BeforeValidator(_whole)]
"""The id of a row that counts, such as a task's."""
Number = Annotated[int, Field(ge=1, le=2**15 - 1), BeforeValidator(_whole)]
"""The number of a row in its case, such as a question's."""
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Id = Annotated[UUID, BeforeValidator(_id), WithJsonSchema({"type": "string", "format": "uuid"})]
Said = Annotated[str, Field(max_length=TEXT_MAX, pattern=_SAID)]
"""A text that must say something."""
Text = Annotated[str, Field(max_length=TEXT_MAX, pattern="^[^\\u0000]*$")]
Row = Annotated[str, Field(max_length=CONDITION_MAX, pattern="^[^\\u0000]*$")]
"""One of several short texts, such as a condition."""
