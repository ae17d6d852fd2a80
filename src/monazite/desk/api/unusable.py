"""From pydantic's errors to problems: the path, the value, and what is accepted instead."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ninja.errors import ValidationErrorContext
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from monazite.desk.api.faults import Problem

_ACCEPTED = {
    "model_type": "an object",
    "dict_type": "an object",
    "list_type": "a list",
    "string_unicode": "text without halves of characters",
    "missing": "a value",
    "extra_forbidden": "no such key",
    "text": "text without NUL and without halves of characters, at most 20000 characters",
    "decimal": 'a number as text, such as "12.5"',
}


def problems(contexts: Iterable[ValidationErrorContext[Any]]) -> list[Problem]:
    """Every value that cannot be used, of the address, the query and the body."""
    return [
        problem
        for context in contexts
        for problem in problems_of(context.pydantic_validation_error, skip=1)
    ]


def problems_of(error: ValidationError, skip: int = 0) -> Iterator[Problem]:
    """Every value that cannot be used; skip: steps of each path that are ours, not the caller's."""
    for each in error.errors(include_url=False):
        yield Problem(path(each["loc"][skip:]), _shown(each), _accepted(each))


def path(place: Iterable[str | int]) -> str:
    """A place in a document as one text: `lines[0].quantity`."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
    return text.removeprefix(".")


def _shown(error: ErrorDetails) -> str:
    if error["type"] == "missing":
        return ""
    given = error["input"]
    return given if isinstance(given, str) else json.dumps(given, default=str)


def _accepted(error: ErrorDetails) -> str:
    return _ACCEPTED.get(error["type"], error["msg"])
