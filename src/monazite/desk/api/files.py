"""Answers that are files."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.http import content_disposition_header

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BYTES = "application/octet-stream"
PDF = "application/pdf"


def binary(media_type: str) -> dict[str, Any]:
    """How the OpenAPI document says that an operation answers with a file."""
    schema = {"type": "string", "format": "binary"}
    return {"responses": {200: {"content": {media_type: {"schema": schema}}}}}


def file_response(data: bytes, media_type: str, name: str) -> HttpResponse:
    """The file, to be kept and never shown in place."""
    response = HttpResponse(data, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response
