"""JSON as pydantic writes it: times with every microsecond, so that all answers agree."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja.renderers import BaseRenderer
from pydantic_core import to_json


class ExactRenderer(BaseRenderer):
    """One writing of JSON, for what is answered at once and for what is kept for a key."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:  # noqa: ANN401, ARG002 - as ninja calls it
        """The document's bytes."""
        return to_json(data)
