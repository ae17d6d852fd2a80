"""A form out of a request: JSON, or a workbook in a multipart field."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from pydantic import ValidationError

from monazite.desk.api.faults import Fault
from monazite.desk.api.json_bodies import JSON, read_json, wrong_type
from monazite.desk.api.shapes.form import FormShape, typed
from monazite.desk.api.unusable import problems_of
from monazite.desk.api.uploads import FILE, MULTIPART, upload

FORM_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            JSON: {"schema": {"$ref": "#/components/schemas/Form"}},
            MULTIPART: {
                "schema": {
                    "type": "object",
                    "required": [FILE],
                    "properties": {FILE: {"type": "string", "format": "binary"}},
                    "additionalProperties": False,
                }
            },
        },
    }
}
"""How the OpenAPI document says that an operation takes a form either way."""


def form_of(request: HttpRequest) -> dict[str, Any]:
    """The form of the request's body; a Fault where there is none that can be used."""
    if request.content_type == JSON:
        return _of_json(request.body)
    if request.content_type == MULTIPART:
        from monazite.licensing.sheets import read_xlsx  # noqa: PLC0415 - openpyxl is heavy

        return read_xlsx(upload(request).read())
    raise wrong_type(request, JSON, MULTIPART)


def _of_json(data: bytes) -> dict[str, Any]:
    try:
        return typed(FormShape.model_validate(read_json(data)))
    except ValidationError as error:
        raise Fault(422, "unusable", problems=list(problems_of(error))) from error
