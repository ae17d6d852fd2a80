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
_UNSEEN = (
    "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ufdd0-\\ufdef\\ufff9-\\uffff"
    "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069"
    "\\u00ad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b\\u2060-\\u2065\\u206a-\\u206f\\u3164"
    "\\ufe00-\\ufe0f\\ufeff\\uffa0"
)
"""Characters that no text may hold, as far as a pattern can say it (`licensing.hygiene`)."""
_TEXT = f"^[^{_UNSEEN}]*$"
_LINE = f"^[^{_UNSEEN}\\t\\n\\r]*$"
_SAID = f"^[^{_UNSEEN}]*[^\\s{_UNSEEN}][^{_UNSEEN}]*$"
"""Something other than spaces."""


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
Text = Annotated[str, Field(max_length=TEXT_MAX, pattern=_TEXT)]
Row = Annotated[str, Field(max_length=CONDITION_MAX, pattern=_LINE)]
"""One of several short texts of one line, such as a condition."""
