"""JSON as it must come: UTF-8, each key once, no NaN, not nested without end."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from django.http import HttpRequest
from ninja.parser import Parser

from monazite.desk.api.faults import Fault, Problem

JSON = "application/json"


class JsonParser(Parser):
    """Ninja's parser, strict; ninja makes a 400 of every error, with ours as its cause."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """The document; a Fault of 400 or 415."""
        if request.content_type != JSON:
            raise wrong_type(request, JSON)
        document: dict[str, Any] = read_json(request.body)  # pydantic says whether it is one
        return document


def read_json(data: bytes) -> Any:  # noqa: ANN401 - JSON of a stranger
    """The document; a Fault that says where it stops being JSON."""
    try:
        return json.loads(data.decode(), object_pairs_hook=_once, parse_constant=_no_constant)
    except RecursionError as error:
        raise Fault(400, "json", {"why": "nested too deeply"}) from error
    except ValueError as error:
        raise Fault(400, "json", {"why": str(error)}) from error


def wrong_type(request: HttpRequest, *accepted: str) -> Fault:
    """The fault of another content type than the accepted ones."""
    given = (request.content_type or "")[:100]
    return Fault(415, "media_type", problems=[Problem("Content-Type", given, " | ".join(accepted))])


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")
