"""If-Match and ETag: which version of a draft the caller looked at."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpRequest

from monazite.desk.api.faults import Fault, Problem

_PATTERN = r'^"?[0-9]{1,9}"?$'
_NUMBER = re.compile(r'"?([0-9]{1,9})"?', re.ASCII)
VERSION_PARAMETER: dict[str, Any] = {
    "in": "header",
    "name": "If-Match",
    "required": True,
    "schema": {"type": "string", "pattern": _PATTERN, "examples": ['"7"']},
    "description": "The draft's version that you looked at: its `version`, or the ETag.",
}


def version_of(request: HttpRequest) -> int:
    """The version that the caller looked at; a Fault of 400 where it is not said."""
    given = request.headers.get("If-Match", "")
    found = _NUMBER.fullmatch(given.strip())
    if found is None:
        raise Fault(400, "version", problems=[Problem("If-Match", given, '"7"')])
    return int(found[1])


def etag(version: int) -> str:
    """The version as an answer's header says it."""
    return f'"{version}"'
