"""Values for fields of a draft, by path; each is checked as the form's own are."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from monazite.desk.api.shapes.base import Shape
from monazite.desk.api.shapes.form import leaf_check, leaf_schema
from monazite.licensing.fields import sections

CHANGES_MOST = 500
"""Fields of one request."""


def _pattern(kind: str) -> str:
    """The paths of every field of one type."""
    found = [
        (rf"{name}\[[0-9]{{1,3}}\]\." if section.many else rf"{name}\.") + field.name
        for name, section in sections().items()
        for field in section.fields
        if field.type == kind
    ]
    return f"^({'|'.join(found)})$" if found else "^$"


_TYPES = sorted({field.type for section in sections().values() for field in section.fields})
_PATTERNS = {kind: _pattern(kind) for kind in _TYPES}
_SCHEMA = {
    "type": "object",
    "minProperties": 1,
    "maxProperties": CHANGES_MOST,
    "patternProperties": {pattern: leaf_schema(kind) for kind, pattern in _PATTERNS.items()},
    "additionalProperties": False,
}


def _changes(value: object) -> object:
    if not isinstance(value, dict) or not 1 <= len(value) <= CHANGES_MOST:
        raise PydanticCustomError("changes", f"1 to {CHANGES_MOST} fields")
    return {path: leaf_check(_type_of(path))(text) for path, text in value.items()}


def _type_of(path: str) -> str:
    for kind, pattern in _PATTERNS.items():
        if re.fullmatch(pattern.strip("^$"), path, re.ASCII):
            return kind
    raise PydanticCustomError("path", "a field of the form, such as lines[0].quantity")


class ChangesShape(Shape):
    """Values for fields, by path."""

    changes: Annotated[dict[str, Any], AfterValidator(_changes), WithJsonSchema(_SCHEMA)] = Field(
        examples=[{"contract.number": "LX-2026-17", "lines[0].quantity": "12.5"}]
    )
