"""The OpenAPI document against real answers."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any

import jsonschema

from monazite.desk.api.document import document

_UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
METHODS = ("get", "post", "put", "patch")


def operations() -> list[tuple[str, str, dict[str, Any]]]:
    """Method, path and operation of everything that the document names."""
    return [
        (method, path, found[method])
        for path, found in document()["paths"].items()
        for method in METHODS
        if method in found
    ]


def holds(method: str, path: str, answer: Any) -> None:
    """The answer's status, media type and body are those that the document names."""
    found = _operation(method.lower(), path.partition("?")[0])
    if found is None:
        assert answer.status_code in {404, 405}, path
        fault_holds(answer)
        return
    said = found["responses"].get(str(answer.status_code))
    assert said is not None, f"{method} {path}: {answer.status_code} is not documented"
    media_type = answer["Content-Type"].partition(";")[0]
    assert media_type in said["content"], (media_type, path)
    if media_type == "application/json":
        _valid(said["content"][media_type]["schema"], json.loads(answer.content))


def fault_holds(answer: Any) -> None:
    """The body is the one shape of errors."""
    _valid({"$ref": "#/components/schemas/FaultShape"}, json.loads(answer.content))


def _valid(schema: dict[str, Any], body: object) -> None:
    whole = {**schema, "components": document()["components"]}
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(whole, format_checker=checker).validate(body)


def _operation(method: str, path: str) -> Any:
    for pattern, found in _patterns():
        if pattern.fullmatch(path):
            return found.get(method)
    return None


@lru_cache(maxsize=1)
def _patterns() -> list[tuple[re.Pattern[str], dict[str, Any]]]:
    paths = sorted(document()["paths"].items())
    return [(re.compile(path.replace("{ident}", _UUID)), found) for path, found in paths]
